internal import GeoJSON
internal import MapLayers

/// The outlines of all levels, simplified together, so that wards fill their boroughs to the line.
struct MapShapes {
  /// The outlines, centres and neighbours of one level, in the order of its layer.
  struct Level {
    /// SVG paths: relative, whole metres.
    let paths: [String]
    /// The middle of the largest part of each area.
    let centres: [MapPoint]
    /// The areas that share a stretch of border with each, ascending; symmetric.
    let neighbours: [[Int]]
  }

  let plane: MapPlane
  let levels: [Level]

  /// So many corners draw every bend that shows on a sheet of A4, in about 300 KB.
  static let cornerLimit = 36_000

  init(_ layers: [Layer]) throws(ReportError) {
    for layer in layers {
      for feature in layer.features where !feature.geometry.isArea {
        throw .missingShape(layer: layer.name, code: feature.id)
      }
    }
    let geometries = layers.flatMap { $0.features.map(\.geometry) }
    let topology: Topology
    do {
      topology = try Topology(geometries).simplified(toPositions: Self.cornerLimit)
    } catch {
      throw .geometry(error)
    }
    plane = MapPlane(around: geometries.lazy.compactMap(\.self).flatMap(\.corners))
    let sharing = topology.neighbours
    var levels: [Level] = []
    var start = 0
    for layer in layers {
      let own = start..<(start + layer.features.count)
      let rings = own.map { [plane] in Self.rings(topology.geometry(of: $0), in: plane) }
      levels.append(
        Level(
          paths: rings.map(Self.path), centres: rings.map(Self.centre),
          neighbours: own.map { area in sharing[area].filter(own.contains).map { $0 - start } }))
      start += layer.features.count
    }
    self.levels = levels
  }

  /// The rings in whole metres; a ring that shrinks to a line is left out.
  private static func rings(_ geometry: Geometry?, in plane: MapPlane) -> [[MapPoint]] {
    guard case .multiPolygon(let polygons)? = geometry else { return [] }
    return polygons.joined().compactMap { ring in
      var points: [MapPoint] = []
      for point in ring.lazy.map(plane.point) where points.last != point { points.append(point) }
      if points.count > 1, points.first == points.last { points.removeLast() }
      return points.count < 3 ? nil : points
    }
  }

  private static func path(_ rings: [[MapPoint]]) -> String {
    var path = ""
    for ring in rings {
      path += "M\(ring[0].x) \(ring[0].y)l"
      for (index, (from, to)) in zip(ring, ring.dropFirst()).enumerated() {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        // A minus separates as well as a blank does.
        path += "\(index > 0 && dx >= 0 ? " " : "")\(dx)\(dy >= 0 ? " " : "")\(dy)"
      }
      path += "z"
    }
    return path
  }

  /// The centroid of the largest ring; the middle of its corners where it encloses nothing.
  private static func centre(_ rings: [[MapPoint]]) -> MapPoint {
    var best = (area: 0.0, centre: rings.first?.first ?? MapPoint(x: 0, y: 0))
    for ring in rings {
      var (twice, x, y) = (0.0, 0.0, 0.0)
      let origin = ring[0]
      for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        let (ax, ay) = (Double(from.x - origin.x), Double(from.y - origin.y))
        let (bx, by) = (Double(to.x - origin.x), Double(to.y - origin.y))
        let cross = ax * by - bx * ay
        twice += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
      }
      guard abs(twice) > best.area else { continue }
      best = (
        abs(twice),
        MapPoint(
          x: origin.x + Int((x / (3 * twice)).rounded()),
          y: origin.y + Int((y / (3 * twice)).rounded()))
      )
    }
    return best.centre
  }
}

extension Geometry? {
  fileprivate var isArea: Bool {
    switch self {
    case .polygon, .multiPolygon: true
    default: false
    }
  }
}

extension Geometry {
  fileprivate var corners: [Position] {
    switch self {
    case .polygon(let rings): rings.flatMap(\.self)
    case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap(\.self) }
    default: []
    }
  }
}
