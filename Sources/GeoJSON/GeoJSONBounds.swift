/// The least and greatest ordinates of some positions, as the `bbox` of a document states them.
///
/// Rounding keeps order, so the bounds of the rounded positions are the rounded bounds.
///
/// - SeeAlso: RFC 7946, section 5.
public struct GeoJSONBounds: Hashable, Sendable {
  /// The ordinates; infinite without positions.
  private(set) var west = Double.infinity
  private(set) var south = Double.infinity
  private(set) var east = -Double.infinity
  private(set) var north = -Double.infinity

  /// The number of positions included.
  public private(set) var positions = 0

  /// The bounds of nothing.
  public init() {}

  /// Whether no position has been included.
  public var isEmpty: Bool { positions == 0 }

  /// Widens the bounds to include a position.
  @inline(__always)
  mutating func include(_ position: Position) {
    positions &+= 1
    west = position.x < west ? position.x : west
    south = position.y < south ? position.y : south
    east = position.x > east ? position.x : east
    north = position.y > north ? position.y : north
  }

  /// Widens the bounds to include others.
  mutating func include(_ other: GeoJSONBounds) {
    positions += other.positions
    west = min(west, other.west)
    south = min(south, other.south)
    east = max(east, other.east)
    north = max(north, other.north)
  }

  /// Widens the bounds to include every position of a geometry.
  ///
  /// - Complexity: O(*n*) in the number of positions.
  public mutating func include(_ geometry: Geometry) {
    switch geometry {
    case .point(let position): include(position)
    case .multiPoint(let positions), .lineString(let positions): include(positions)
    case .multiLineString(let lines), .polygon(let lines):
      for positions in lines { include(positions) }
    case .multiPolygon(let polygons):
      for lines in polygons { for positions in lines { include(positions) } }
    case .geometryCollection(let members):
      for member in members { include(member) }
    }
  }

  mutating func include(_ positions: [Position]) {
    var widened = self
    let positions = positions.span
    for index in positions.indices { widened.include(positions[index]) }
    self = widened
  }

  /// Writes `[west,south,east,north]`.
  func append(to output: inout OutputBytes, _ places: DecimalPlaces) {
    output.append("[")
    output.append(decimal: west, places)
    for ordinate in [south, east, north] {
      output.append(",")
      output.append(decimal: ordinate, places)
    }
    output.append("]")
  }
}
