public import SimpleFeatures

extension Organisation {
  /// Whether any of its sites is a place of work with a position, known well or not.
  public var hasSite: Bool { sites.contains { $0.precision.isSite } }

  /// The different positions of those of its sites that are known well enough to measure
  /// distances from, in the order of the sites.
  public func positions(knownAtLeast least: LocationPrecision) -> [Coordinate] {
    var seen: Set<Coordinate> = []
    return sites.compactMap { $0.position(knownAtLeast: least) }
      .filter { seen.insert($0).inserted }
  }

  /// Its site nearest to a position, of those known well enough, and how far that is; of equally
  /// near ones the first, `nil` for none.
  ///
  /// - Complexity: O(sites).
  public func nearestSite(
    to position: Coordinate, knownAtLeast least: LocationPrecision
  ) -> (site: Site, distance: Distance)? {
    var nearest: (site: Site, distance: Distance)?
    for site in sites {
      guard let place = site.position(knownAtLeast: least) else { continue }
      let distance = place.distance(to: position)
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (site, distance) }
    }
    return nearest
  }

  /// The rows that told of one of its sites.
  ///
  /// Rows that told of no site go with the main one, so that every row goes with some site.
  ///
  /// - Parameter index: The site's index in ``sites``.
  /// - Returns: The rows in their order; all of the organisation's for a site of unknown source.
  public func rows(ofSite index: Int) -> [RowSource] {
    let own = sites[index].source
    guard index == 0 else { return own.map { [$0] } ?? provenance.rows }
    let others = Set(sites.dropFirst().compactMap(\.source))
    let rows = provenance.rows.filter { $0 == own || !others.contains($0) }
    return own.map { rows.contains($0) ? rows : [$0] + rows } ?? rows
  }
}
