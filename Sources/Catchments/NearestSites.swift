public import Places
public import SimpleFeatures
internal import SpatialIndex

/// Finds the nearest organisation that has a known site and counts.
public struct NearestSites: Sendable {
  private let grid: PointGrid
  private let owners: [Int]

  /// An index over the sites of the organisations that take part.
  public init(of organisations: [Organisation], participation: [Participation]) {
    var owners: [Int] = []
    var sites: [Coordinate] = []
    for (index, organisation) in organisations.enumerated()
    where participation[index] == .counted {
      guard let site = organisation.site.measurablePosition else { continue }
      owners.append(index)
      sites.append(site)
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
  /// last of them.
  public func nearest(_ count: Int, to position: Coordinate) -> [Int] {
    grid.nearest(count, to: position).map { owners[$0.index] }
  }
}
