public import Places
public import SimpleFeatures
internal import SpatialIndex

/// Finds the nearest organisations that count, by their sites that are known well enough.
public struct NearestSites: Sendable {
  private let grid: PointGrid
  private let owners: [Int]

  /// An index over the sites of the organisations that take part.
  ///
  /// - Parameters:
  ///   - organisations: The supply.
  ///   - participation: How each of them takes part.
  ///   - least: How well a site must be known to be measured from.
  public init(
    of organisations: [Organisation], participation: [Participation],
    knownAtLeast least: LocationPrecision
  ) {
    var owners: [Int] = []
    var sites: [Coordinate] = []
    for (index, organisation) in organisations.enumerated()
    where participation[index] == .counted {
      for site in organisation.positions(knownAtLeast: least) {
        owners.append(index)
        sites.append(site)
      }
    }
    grid = PointGrid(sites)
    self.owners = owners
  }

  /// The nearest organisation and its distance; on a tie the first in the study's list, `nil`
  /// when no organisation has a site.
  public func nearest(to position: Coordinate) -> (organisation: Int, distance: Distance)? {
    grid.nearest(1, to: position).first.map { (owners[$0.index], $0.distance) }
  }

  /// The nearest organisations, from near to far, and every further one exactly as near as the
  /// last of them; each once, by the nearest of its sites.
  ///
  /// - Complexity: O(*k* log *k*) for the *k* sites that are no farther than those looked for.
  public func nearest(_ count: Int, to position: Coordinate) -> [Int] {
    precondition(count >= 0, "no fewer than none are looked for")
    var siteCount = count
    while true {
      let sites = grid.nearest(siteCount, to: position)
      var seen: Set<Int> = []
      let first = sites.filter { seen.insert(owners[$0.index]).inserted }
      // Sites of few organisations may take all the turns; then more of them are looked at.
      guard first.count < count, sites.count >= siteCount else {
        let last = first.prefix(count).last?.squaredDistance ?? 0
        return first.prefix { $0.squaredDistance <= last }.map { owners[$0.index] }
      }
      siteCount = 2 * sites.count
    }
  }
}
