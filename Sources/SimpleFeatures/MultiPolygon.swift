/// An area of one or more polygons that do not overlap.
public struct MultiPolygon: Hashable, Sendable {
  /// The parts; empty for the empty area.
  public let polygons: [Polygon]
  /// The smallest rectangle around all parts.
  public let bounds: BoundingBox

  /// An area from its parts.
  public init(_ polygons: [Polygon]) {
    self.polygons = polygons
    var bounds = BoundingBox.empty
    for polygon in polygons { bounds.formUnion(polygon.exterior.bounds) }
    self.bounds = bounds
  }

  /// Every ring of every part.
  public var rings: [LinearRing] { polygons.flatMap(\.rings) }

  /// The area in square metres.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }

  /// The number of corners of all rings.
  public var cornerCount: Int { rings.reduce(0) { $0 + $1.corners.count } }

  /// Where a position lies with respect to the area, by the even-odd rule, without rounding error.
  ///
  /// - Complexity: O(*n*) in the number of corners; `AreaLocator` answers the same question from
  ///   an index.
  public func location(of position: Coordinate) -> PointLocation {
    guard position.isFinite, bounds.contains(position) else { return .exterior }
    var crossings = EdgeCrossings(position)
    for polygon in polygons where polygon.exterior.bounds.contains(position) {
      for ring in polygon.rings {
        var previous = ring.corners[ring.corners.count - 1]
        for corner in ring.corners {
          crossings.count(from: previous, to: corner)
          previous = corner
        }
      }
    }
    return crossings.location
  }
}
