public import Catchments

/// What every measure of access starts from: residents, capacities, and the cost of each pair.
public struct SupplyAndDemand: Sendable {
  /// P, residents, one value per place, 0 or more.
  public let people: [Double]
  /// S, capacity, one value per site, 0 or more.
  public let capacities: [Double]
  /// c, what it costs to get from places to sites, in one unit throughout.
  public let costs: CostMatrix

  /// Supply and demand that fit together.
  ///
  /// - Throws: ``SupplyAndDemandError`` for a number that is negative or not finite.
  public init(
    people: [Double], capacities: [Double], costs: CostMatrix
  ) throws(SupplyAndDemandError) {
    precondition(people.count == costs.placeCount, "one number of people per place")
    precondition(capacities.count == costs.siteCount, "one capacity per site")
    try Self.check(people: people, capacities: capacities)
    self.init(checked: people, capacities: capacities, costs: costs)
  }

  /// Supply and demand that have been checked already.
  init(checked people: [Double], capacities: [Double], costs: CostMatrix) {
    self.people = people
    self.capacities = capacities
    self.costs = costs
  }

  /// Refuses a number that is negative or not finite.
  static func check(
    people: [Double], capacities: [Double]
  ) throws(SupplyAndDemandError) {
    for (place, people) in people.enumerated() where !(people >= 0 && people.isFinite) {
      throw .invalidPeople(place: place, people: people)
    }
    for (site, capacity) in capacities.enumerated() where !(capacity >= 0 && capacity.isFinite) {
      throw .invalidCapacity(site: site, capacity: capacity)
    }
  }

  /// All residents.
  public var totalPeople: Double { people.reduce(0, +) }
  /// All capacity.
  public var totalCapacity: Double { capacities.reduce(0, +) }
}

/// Why numbers are no supply or demand.
public enum SupplyAndDemandError: Error, Hashable, Sendable {
  /// The number of people in a place is negative or not a number.
  case invalidPeople(place: Int, people: Double)
  /// The capacity of a site is negative or not a number.
  case invalidCapacity(site: Int, capacity: Double)
}
