public import Catchments
public import SimpleFeatures
public import SpatialStatistics

/// Supply and demand with positions: what it costs to get from one to the other is the distance in
/// metres, in a straight line.
///
/// Measures that need only sums over weights (``AccessMeasure/isSum``) are taken of the positions,
/// without the pairs, of which a city has more than memory holds. For the others the pairs are found
/// first.
public struct SupplyAndDemandByDistance: Sendable {
  /// P, residents, one value per place, 0 or more.
  public let people: [Double]
  /// S, capacity, one value per site, 0 or more.
  public let capacities: [Double]
  /// Where the places are; finite positions.
  public let places: [Coordinate]
  /// Where each site can be reached, at the nearest of its doors; empty for one without a position.
  public let doors: [[Coordinate]]

  /// Supply and demand that fit together.
  ///
  /// - Throws: ``SupplyAndDemandError`` for a number that is negative or not finite.
  public init(
    people: [Double], at places: [Coordinate], capacities: [Double], at doors: [[Coordinate]]
  ) throws(SupplyAndDemandError) {
    precondition(people.count == places.count, "one number of people per place")
    precondition(capacities.count == doors.count, "one capacity per site")
    try SupplyAndDemand.check(people: people, capacities: capacities)
    self.people = people
    self.capacities = capacities
    self.places = places
    self.doors = doors
  }

  /// The pairs up to a distance, or all of them.
  ///
  /// - Complexity: O(pairs + places), on well-spread data.
  public func pairs(within limit: Double?) -> SupplyAndDemand {
    SupplyAndDemand(
      checked: people, capacities: capacities,
      costs: CostMatrix(from: places, toNearestOf: doors, within: .metres(limit ?? .infinity)))
  }
}

extension AccessMeasure {
  /// Takes the measure of positions.
  ///
  /// - Parameters:
  ///   - study: Supply, demand and where they are.
  ///   - decay: How distances in metres are weighed; not looked at by measures that need none.
  ///   - parameters: The other numbers; those that the measure does not need are not looked at.
  ///   - threads: How many of them work; no result depends on it.
  /// - Returns: One reading per place, with what a reader should know beside.
  /// - Throws: ``AccessMeasureError`` for what is missing or cannot be.
  /// - Complexity: That of ``DistanceWeights`` for sums, in memory O(places); of the measure and
  ///   the search for pairs otherwise.
  public func readings(
    of study: SupplyAndDemandByDistance, decay: Decay? = nil,
    parameters: AccessParameters = AccessParameters(), threads: Threads = .all
  ) throws(AccessMeasureError) -> AccessReadings {
    if isSum, let decay {
      let weights = DistanceWeights(
        from: study.places, toNearestOf: study.doors, decay: decay, threads: threads)
      return sumReadings(of: study, weights)
    }
    let limit = decay?.limit ?? parameters.maximumCost
    let neighbours = limit.flatMap { limit in
      needsNeighbours
        ? CostMatrix(from: study.places, to: study.places, within: .metres(limit)) : nil
    }
    return try readings(
      of: study.pairs(within: limit), decay: decay, neighbours: neighbours,
      parameters: parameters)
  }

  private func sumReadings(
    of study: SupplyAndDemandByDistance, _ weights: DistanceWeights
  ) -> AccessReadings {
    let weightedPeople = weights.columnSums(of: study.people)
    let access: [Double]
    var balance: MassBalance?
    if self == .potential {
      access = Potential(weights: weights, capacities: study.capacities).access
    } else {
      let catchment = FloatingCatchment(
        weights: weights, people: study.people, weightedPeople: weightedPeople,
        capacities: study.capacities)
      access = catchment.access
      balance = catchment.balance
    }
    let isBoundless = weights.decay.limit == nil
    let isAnywhere = study.doors.contains { $0.contains(where: \.isFinite) }
    let want: Reading.Reason = isBoundless && !isAnywhere ? .unreachable : .noSupportInReach
    let siteFlags = study.doors.indices.map { site in
      let isReachable = !study.places.isEmpty && study.doors[site].contains(where: \.isFinite)
      return SiteFlag.flags(
        capacity: study.capacities[site], isReachable: isReachable || !isBoundless,
        isServing: weightedPeople[site] > 0)
    }
    return AccessReadings(
      measure: self,
      readings: Reading.readings(
        of: access, capacities: study.capacities, weights: weights
      ) { _ in want },
      siteFlags: siteFlags, balance: balance)
  }
}
