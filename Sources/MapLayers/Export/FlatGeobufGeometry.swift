internal import GeoJSON
internal import SimpleFeatures

/// The geometry types of FlatGeobuf, by their numbers.
enum FlatGeobufGeometryType: UInt8 {
  /// Any of the others.
  case unknown = 0
  case point, lineString, polygon, multiPoint, multiLineString, multiPolygon, geometryCollection

  init(_ geometry: Geometry) {
    self =
      switch geometry {
      case .point: .point
      case .lineString: .lineString
      case .polygon: .polygon
      case .multiPoint: .multiPoint
      case .multiLineString: .multiLineString
      case .multiPolygon: .multiPolygon
      case .geometryCollection: .geometryCollection
      }
  }

  /// The type that all geometries have; unknown where they differ, or where there is none.
  init(ofAll geometries: some Sequence<Geometry>) {
    let types = Set(geometries.map { Self($0) })
    self = types.count == 1 ? types.first ?? .unknown : .unknown
  }
}

extension FlatBufferBuilder {
  /// A table `Geometry`.
  mutating func geometry(_ geometry: Geometry) -> Offset {
    switch geometry {
    case .point(let position): self.geometry(geometry, lines: [[position]])
    case .lineString(let positions), .multiPoint(let positions):
      self.geometry(geometry, lines: [positions])
    case .polygon(let lines), .multiLineString(let lines):
      self.geometry(geometry, lines: lines)
    case .multiPolygon(let polygons):
      self.geometry(geometry, parts: polygons.map { .polygon($0) })
    case .geometryCollection(let parts): self.geometry(geometry, parts: parts)
    }
  }

  private mutating func geometry(_ geometry: Geometry, lines: [[Position]]) -> Offset {
    let ordinates = vector(lines.joined().flatMap { [$0.x, $0.y] })
    // Where each line ends, counted in positions; a single one needs no end.
    var ends: Offset?
    if lines.count > 1 {
      var end: UInt32 = 0
      ends = vector(
        lines.map { line in
          end += UInt32(line.count)
          return end
        })
    }
    return table([
      ends.map(Field.reference), .reference(ordinates), nil, nil, nil, nil,
      .uint8(FlatGeobufGeometryType(geometry).rawValue),
    ])
  }

  private mutating func geometry(_ geometry: Geometry, parts: [Geometry]) -> Offset {
    var written: [Offset] = []
    for part in parts { written.append(self.geometry(part)) }
    let parts = vector(written)
    return table([
      nil, nil, nil, nil, nil, nil, .uint8(FlatGeobufGeometryType(geometry).rawValue),
      .reference(parts),
    ])
  }
}

extension Geometry {
  /// The smallest rectangle around the geometry, in the units of its ordinates; empty for an empty
  /// geometry.
  var boundingBox: BoundingBox {
    switch self {
    case .point(let position): Self.box(around: [position])
    case .multiPoint(let positions), .lineString(let positions): Self.box(around: positions)
    case .multiLineString(let lines), .polygon(let lines): Self.box(around: lines.joined())
    case .multiPolygon(let polygons): Self.box(around: polygons.joined().joined())
    case .geometryCollection(let members):
      members.reduce(into: .empty) { $0.formUnion($1.boundingBox) }
    }
  }

  private static func box(around positions: some Sequence<Position>) -> BoundingBox {
    var box = BoundingBox.empty
    for position in positions { box.formUnion(Coordinate(x: position.x, y: position.y)) }
    return box
  }
}
