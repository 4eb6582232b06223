/// A geometry as it can be written with a fixed count of decimals, and what that cost.
///
/// Every ordinate is rounded; then positions equal to the one before are dropped from lines and
/// rings, rings that no longer enclose anything are dropped, and the rest are wound as RFC 7946
/// asks: exteriors counter-clockwise, holes clockwise. A polygon whose exterior is dropped goes
/// with its holes. Rounding can also make a ring touch or cross itself; that is not looked for.
///
/// - SeeAlso: RFC 7946, sections 3.1.6 and 11.2.
public struct RoundedGeometry: Hashable, Sendable {
  /// What is left; `nil` if nothing is.
  public let geometry: Geometry?
  /// The rings dropped, holes of dropped polygons among them, and lines shrunk to one position.
  public let collapsedRings: Int

  /// Rounds a geometry.
  ///
  /// - Parameters:
  ///   - geometry: Its ordinates are finite and its rings are closed.
  ///   - decimals: Of every ordinate, 0 to 15.
  /// - Complexity: O(*n*) in the number of positions.
  public init(_ geometry: Geometry, decimals: Int) {
    var rounding = Rounding(places: DecimalPlaces.all[decimals])
    self.geometry = rounding.geometry(geometry)
    collapsedRings = rounding.collapsed
  }
}

/// One pass over a geometry.
private struct Rounding {
  let places: DecimalPlaces
  var collapsed = 0

  mutating func geometry(_ geometry: Geometry) -> Geometry? {
    switch geometry {
    case .point(let position): return .point(rounded(position))
    case .multiPoint(let positions):
      return positions.isEmpty ? nil : .multiPoint(positions.map(rounded))
    case .lineString(let positions): return line(positions).map(Geometry.lineString)
    case .multiLineString(let lines):
      var kept: [[Position]] = []
      for positions in lines { if let line = line(positions) { kept.append(line) } }
      return kept.isEmpty ? nil : .multiLineString(kept)
    case .polygon(let rings): return polygon(rings).map(Geometry.polygon)
    case .multiPolygon(let polygons):
      var kept: [[[Position]]] = []
      for rings in polygons { if let polygon = polygon(rings) { kept.append(polygon) } }
      return kept.isEmpty ? nil : .multiPolygon(kept)
    case .geometryCollection(let members):
      var kept: [Geometry] = []
      for member in members { if let member = self.geometry(member) { kept.append(member) } }
      return kept.isEmpty ? nil : .geometryCollection(kept)
    }
  }

  private mutating func polygon(_ rings: [[Position]]) -> [[Position]]? {
    guard let first = rings.first else { return nil }
    guard let exterior = ring(first, counterClockwise: true) else {
      collapsed += rings.count
      return nil
    }
    var kept = [exterior]
    for positions in rings.dropFirst() {
      if let hole = ring(positions, counterClockwise: false) {
        kept.append(hole)
      } else {
        collapsed += 1
      }
    }
    return kept
  }

  private func ring(_ positions: [Position], counterClockwise: Bool) -> [Position]? {
    let ring = withoutRepetition(positions)
    guard ring.count >= 4 else { return nil }
    let turn = RingTurn(ring, places)
    guard turn != .none else { return nil }
    return (turn == .counterClockwise) == counterClockwise ? ring : ring.reversed()
  }

  private mutating func line(_ positions: [Position]) -> [Position]? {
    guard !positions.isEmpty else { return nil }
    let line = withoutRepetition(positions)
    if line.count > 1 { return line }
    collapsed += 1
    return nil
  }

  private func withoutRepetition(_ positions: [Position]) -> [Position] {
    guard let first = positions.first else { return [] }
    var last = rounded(first)
    var kept: [Position] = []
    kept.reserveCapacity(positions.count)
    kept.append(last)
    for position in positions.dropFirst() {
      let position = rounded(position)
      guard position != last else { continue }
      kept.append(position)
      last = position
    }
    return kept
  }

  private func rounded(_ position: Position) -> Position {
    Position(
      x: FixedDecimal.value(position.x, places), y: FixedDecimal.value(position.y, places))
  }
}
