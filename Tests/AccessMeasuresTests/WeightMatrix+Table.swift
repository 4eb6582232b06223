import Catchments

extension WeightMatrix {
  /// A matrix from a table of weights: `weights[place][site]`, 0 for out of reach.
  init(table: [[Double]]) {
    self = ReachMatrix(weights: table).weights
  }
}

extension CostMatrix {
  /// A matrix from a table of costs: `costs[place][site]`, `nil` for out of reach.
  init(table: [[Double?]], siteCount: Int? = nil) throws {
    let pairs = table.enumerated().flatMap { place, row in
      row.enumerated().compactMap { site, cost in
        cost.map { Pair(place: place, site: site, cost: $0) }
      }
    }
    try self.init(
      pairs, placeCount: table.count, siteCount: siteCount ?? table.first?.count ?? 0)
  }
}
