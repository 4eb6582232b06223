public import SimpleFeatures
internal import SpatialIndex

/// How much of what surrounds a place lies outside the data.
///
/// Near the border of a study a place may be served by organisations that nobody has listed; the
/// share of its surroundings outside the border says how far its lack of support can be trusted.
public struct EdgeExposure: Sendable {
  private let study: MultiPolygon
  private let locator: AreaLocator
  private let edges: PackedRTree
  private let radius: Distance

  /// An exposure with respect to the outline of a study.
  ///
  /// - Parameters:
  ///   - study: The area for which organisations are held.
  ///   - radius: How far around a place to look.
  /// - Complexity: O(*n* log *n*) in the number of corners.
  public init(study: MultiPolygon, radius: Distance) {
    self.study = study
    self.radius = radius
    locator = AreaLocator([study])
    var boxes: [BoundingBox] = []
    for ring in study.rings {
      var previous = ring.corners[ring.corners.count - 1]
      for corner in ring.corners {
        boxes.append(BoundingBox(around: [previous, corner]))
        previous = corner
      }
    }
    edges = PackedRTree(boxes)
  }

  /// The share of the disc around a position that lies outside the study, 0…1.
  ///
  /// - Complexity: O(log *n*) where no edge of the outline is near, O(*n*) elsewhere.
  public func share(at position: Coordinate) -> Double {
    let reach = radius.metres
    let box = BoundingBox(
      minX: position.x - reach, minY: position.y - reach, maxX: position.x + reach,
      maxY: position.y + reach)
    var isNearEdge = false
    edges.forEach(intersecting: box) { _ in isNearEdge = true }
    guard isNearEdge else { return locator.area(at: position) == nil ? 1 : 0 }
    let inside = DiscOverlap.area(centre: position, radius: radius, with: study)
    return min(max(1 - inside / (Double.pi * reach * reach), 0), 1)
  }
}
