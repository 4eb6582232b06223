internal import Foundation
public import SimpleFeatures
internal import SpatialIndex
public import SpatialStatistics

/// The ground that discs cover, once or several times, with true circles.
///
/// By Green's theorem the area of an area under discs is half the integral of *x* d*y* − *y* d*x*
/// along its border, and that border is made of two things: the covered parts of the area's edges,
/// and the arcs of circles, inside the area, at which covered ground ends. Nothing is overlaid,
/// and no polygon stands in for a circle.
///
/// Rounding never makes a small cause have a large effect. How much of an edge is covered is a
/// length. Wherever a circle meets or nearly meets a border it is cut, and each piece between two
/// cuts is inside the area or outside as a whole.
public struct DiscCoverage: Sendable {
  /// How many catchments lie over covered ground, at least.
  public let count: Int
  /// The area of all covered ground, in square metres.
  public let area: Double

  let discs: [DiscBorder.Member]
  let border: DiscBorder
  let tree: PackedRTree
  let catchmentCount: Int

  /// The ground within at least one of some discs.
  ///
  /// - Parameter discs: They may overlap and coincide; their order does not matter.
  /// - Complexity: O(*p* log *n*) for *p* pairs of *n* discs that overlap.
  public init(of discs: [Disc]) {
    self.init(of: [discs], coveredAtLeast: 1)
  }

  /// The ground within at least `count` of some catchments.
  ///
  /// - Parameters:
  ///   - catchments: The discs of each, which count once where they overlap.
  ///   - count: At least 1.
  /// - Complexity: O(*p* log *n*) for *p* pairs of *n* discs that overlap.
  public init(of catchments: [[Disc]], coveredAtLeast count: Int) {
    precondition(count >= 1, "there is no ground covered fewer than once")
    self.count = count
    // Whose disc it is matters only where ground is to be covered several times.
    catchmentCount = count == 1 ? 1 : catchments.count
    var members = Set<DiscBorder.Member>()
    for (index, discs) in catchments.enumerated() {
      for disc in discs where disc.radius.metres > 0 {
        members.insert(
          DiscBorder.Member(
            centre: disc.centre, radius: disc.radius.metres,
            catchment: count == 1 ? 0 : Int32(index)))
      }
    }
    // In an order of their own, so that no sum depends on the order given.
    discs = members.sorted {
      ($0.centre.x, $0.centre.y, $0.radius, $0.catchment)
        < ($1.centre.x, $1.centre.y, $1.radius, $1.catchment)
    }
    tree = PackedRTree(discs.map(\.bounds))
    border = DiscBorder(of: discs, tree: tree, catchmentCount: catchmentCount, count: count)
    let bounds = BoundingBox(around: discs.map(\.centre))
    var total = CompensatedSum()
    for (index, disc) in discs.enumerated() {
      for arc in border.arcs(of: index) { total.add(disc.area(under: arc, from: bounds.centre)) }
    }
    area = max(total.value, 0)
  }

  /// The area of the covered part of an area.
  ///
  /// - Parameter area: Rings that do not cross; their direction does not matter.
  /// - Returns: Square metres, from 0 to the area's own.
  /// - Complexity: O(*n* + *m*) in the number of corners and of discs near them, for borders that
  ///   run near circles in few places.
  public func coveredArea(of area: MultiPolygon) -> Double {
    guard !area.bounds.isEmpty else { return 0 }
    let near = tree.search(area.bounds)
    guard !near.isEmpty else { return 0 }
    var walk = BorderWalk(area, near: near, of: self)
    for polygon in area.polygons {
      walk.add(polygon.exterior, isHole: false)
      for hole in polygon.holes { walk.add(hole, isHole: true) }
    }
    return walk.covered(with: near.map(border.arcs(of:)), in: area)
  }

  /// The covered area of each of some areas; see ``coveredArea(of:)``.
  ///
  /// - Parameters:
  ///   - areas: Rings that do not cross.
  ///   - threads: How many areas are looked at at a time; no result depends on it.
  /// - Returns: Square metres, in the order of the areas.
  public func coveredAreas(
    of areas: [MultiPolygon], threads: Threads = .all
  ) -> [Double] {
    concurrently(over: areas.count, threads: threads) { range in
      range.map { coveredArea(of: areas[$0]) }
    }
  }

  /// The covered share of an area, 0…1; `nil` for one without extent.
  public func share(of area: MultiPolygon) -> Double? {
    let whole = area.area
    guard whole > 0, whole.isFinite else { return nil }
    return min(max(coveredArea(of: area) / whole, 0), 1)
  }
}
