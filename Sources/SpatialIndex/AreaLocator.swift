public import SimpleFeatures
public import SpatialStatistics

/// Finds the area that a position belongs to.
///
/// Every position inside or on the border of at least one area belongs to exactly one: where
/// several areas share it (a common border, a corner, an overlap), to the one that comes first in
/// the order given. Sort areas by code and the rule reads "the lowest code". Decisions are exact
/// (see `Orientation`), so the answer does not depend on the order or direction of corners.
public struct AreaLocator: Sendable {
  private let cells: AreaCells?
  private let bounds: [BoundingBox]

  /// An index over the areas.
  ///
  /// - Complexity: O(*n*) time and memory in the number of corners.
  public init(_ areas: [MultiPolygon]) {
    bounds = areas.map(\.bounds)
    cells = AreaCells(areas)
  }

  /// The index of the area that a position belongs to; `nil` outside all of them and for
  /// positions that are not finite.
  ///
  /// - Complexity: O(*e*), *e* being the edges in the cell of the position: a few.
  public func area(at position: Coordinate) -> Int? {
    guard let area = cells?.area(at: position), area >= 0 else { return nil }
    return Int(area)
  }

  /// The index of the area for each position, in order; see ``area(at:)``.
  ///
  /// - Complexity: O(*e*) for each position, *e* being the edges in its cell: a few. Takes four
  ///   bytes a position, and as many again on several threads.
  public func areas(at positions: [Coordinate], threads: Threads = .one) -> AreaAssignment {
    guard let cells else { return AreaAssignment(Array(repeating: -1, count: positions.count)) }
    guard threads.count > 1 else { return AreaAssignment(cells.areas(at: positions.span)) }
    let size = 1 << 16
    let blocks = stride(from: 0, to: positions.count, by: size).map { start in
      start..<min(start + size, positions.count)
    }
    let parts = concurrently(blocks, threads: threads) { block in
      cells.areas(at: positions.span.extracting(block))
    }
    var areas: [Int32] = []
    areas.reserveCapacity(positions.count)
    for part in parts { areas += part }
    return AreaAssignment(areas)
  }

  /// Where a position lies with respect to one of the areas.
  public func location(of position: Coordinate, inArea area: Int) -> PointLocation {
    cells?.location(of: position, inArea: Int32(area), bounds: bounds[area]) ?? .exterior
  }
}
