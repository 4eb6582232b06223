public import Catchments

/// What a reader should know of a site before they wonder at its numbers.
public enum SiteFlag: String, Hashable, Sendable, CaseIterable {
  /// It has no capacity: it is there, and adds nothing to anybody's access.
  case noCapacity = "no_capacity"
  /// No place can reach it at any cost.
  case unreachable
  /// Places can reach it, but nobody lives in those within the limit: what it has goes to nobody.
  case reachesNoResidents = "reaches_no_residents"
}

extension SupplyAndDemand {
  /// What a reader should know of every site.
  ///
  /// - Parameter weights: Who reaches whom; everybody who can at any cost, if not given.
  /// - Returns: The flags of each site, in the order of the cases; none for an ordinary site.
  /// - Complexity: O(pairs).
  public func siteFlags(weights: WeightMatrix? = nil) -> [[SiteFlag]] {
    var isReachable = Array(repeating: false, count: capacities.count)
    var isServing = isReachable
    for place in people.indices {
      for (site, _) in costs[place: place] { isReachable[site] = true }
      guard people[place] > 0 else { continue }
      for (site, _) in weights?[place: place] ?? costs[place: place] { isServing[site] = true }
    }
    return capacities.indices.map { site in
      SiteFlag.flags(
        capacity: capacities[site],
        isReachable: isReachable[site] || costs.searchLimit != nil, isServing: isServing[site])
    }
  }
}

extension SiteFlag {
  /// The flags of a site, in the order of the cases.
  static func flags(capacity: Double, isReachable: Bool, isServing: Bool) -> [SiteFlag] {
    var flags: [SiteFlag] = capacity == 0 ? [.noCapacity] : []
    if !isReachable {
      flags.append(.unreachable)
    } else if !isServing {
      flags.append(.reachesNoResidents)
    }
    return flags
  }
}
