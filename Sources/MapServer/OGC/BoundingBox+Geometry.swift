internal import GeoJSON
internal import SimpleFeatures

extension BoundingBox {
  /// The smallest rectangle around a geometry; empty for one without positions.
  init(around geometry: Geometry) {
    self = .empty
    switch geometry {
    case .point(let position): formUnion(Coordinate(position))
    case .multiPoint(let positions), .lineString(let positions):
      for position in positions { formUnion(Coordinate(position)) }
    case .multiLineString(let lines), .polygon(let lines):
      for position in lines.joined() { formUnion(Coordinate(position)) }
    case .multiPolygon(let polygons):
      for position in polygons.joined().joined() { formUnion(Coordinate(position)) }
    case .geometryCollection(let members):
      for member in members { formUnion(BoundingBox(around: member)) }
    }
  }

  /// Whether the rectangle and a geometry share at least one position, borders included.
  ///
  /// Exact, for degrees taken as plane coordinates, as GeoJSON says.
  ///
  /// - Complexity: O(*n*) in the number of positions.
  func meets(_ geometry: Geometry) -> Bool {
    guard !isEmpty else { return false }
    return switch geometry {
    case .point(let position): contains(Coordinate(position))
    case .multiPoint(let positions): positions.contains { contains(Coordinate($0)) }
    case .lineString(let line): meets(line)
    case .multiLineString(let lines): lines.contains(where: meets)
    case .polygon(let rings): meets(areaOf: rings)
    case .multiPolygon(let polygons): polygons.contains(where: meets(areaOf:))
    case .geometryCollection(let members): members.contains(where: meets)
    }
  }

  /// Where no edge meets the rectangle, it lies wholly inside the area or wholly outside.
  private func meets(areaOf rings: [[Position]]) -> Bool {
    if rings.contains(where: meets) { return true }
    var crossings = EdgeCrossings(Coordinate(x: minX, y: minY))
    for ring in rings {
      for (from, to) in zip(ring, ring.dropFirst()) {
        crossings.count(from: Coordinate(from), to: Coordinate(to))
      }
    }
    return crossings.location != .exterior
  }

  private func meets(_ line: [Position]) -> Bool {
    zip(line, line.dropFirst()).contains { meetsEdge(from: Coordinate($0), to: Coordinate($1)) }
  }

  /// Two convex shapes share nothing only if a line parallel to a side of one parts them: a side
  /// of the rectangle, or the edge itself.
  private func meetsEdge(from: Coordinate, to: Coordinate) -> Bool {
    let edge = BoundingBox(
      minX: min(from.x, to.x), minY: min(from.y, to.y),
      maxX: max(from.x, to.x), maxY: max(from.y, to.y))
    guard intersects(edge) else { return false }
    let sides = [
      Coordinate(x: minX, y: minY), Coordinate(x: maxX, y: minY),
      Coordinate(x: maxX, y: maxY), Coordinate(x: minX, y: maxY),
    ].map { Orientation.of($0, from: from, to: to) }
    return !(sides.allSatisfy { $0 == .left } || sides.allSatisfy { $0 == .right })
  }
}

extension Coordinate {
  init(_ position: Position) {
    self.init(x: position.x, y: position.y)
  }
}
