public import SimpleFeatures

/// Finds the area that a position belongs to.
///
/// Every position inside or on the border of at least one area belongs to exactly one: where
/// several areas share it (a common border, a corner, an overlap), to the one that comes first in
/// the order given. Sort areas by code and the rule reads "the lowest code". Decisions are exact
/// (see `Orientation`), so the answer does not depend on the order or direction of corners.
public struct AreaLocator: Sendable {
  private let tree: PackedRTree
  private let slabs: [EdgeSlabs]

  /// An index over the areas.
  ///
  /// - Complexity: O(*n* log *n*) in the number of corners.
  public init(_ areas: [MultiPolygon]) {
    tree = PackedRTree(areas.map(\.bounds))
    slabs = areas.map(EdgeSlabs.init)
  }

  /// The index of the area that a position belongs to; `nil` outside all of them and for
  /// positions that are not finite.
  ///
  /// - Complexity: O(log *n* + *e*), *e* being the edges at the height of the position in the few
  ///   areas whose rectangle contains it.
  public func area(at position: Coordinate) -> Int? {
    guard position.isFinite else { return nil }
    let here = BoundingBox(around: CollectionOfOne(position))
    var first: Int?
    tree.forEach(intersecting: here) { index in
      if let found = first, found < index { return }
      if slabs[index].location(of: position) != .exterior { first = index }
    }
    return first
  }

  /// The index of the area for each position, in order; see ``area(at:)``.
  public func areas(at positions: [Coordinate]) -> [Int?] {
    positions.map(area(at:))
  }

  /// Where a position lies with respect to one of the areas.
  public func location(of position: Coordinate, inArea index: Int) -> PointLocation {
    position.isFinite ? slabs[index].location(of: position) : .exterior
  }
}
