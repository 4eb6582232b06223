public import Catchments

/// What a measure says of one place: a number, or why there is none, or why it is 0.
///
/// Zero, unreachable and not computed are three things, and stay so in every output.
public struct Reading: Hashable, Sendable {
  /// Why a number is missing, or is 0 for want of anything to count.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Sites can be reached, but none that gives support lies within the limit: access is 0, and
    /// there is no cost to give.
    case noSupportInReach = "no_support_in_reach"
    /// Nobody lives in reach of the sites that give support here, so that none of it can be given
    /// per resident: access is 0.
    case noResidentsInReach = "no_residents_in_reach"
    /// Sites with capacity are within the limit, and others have taken all of it: 0.
    case noRoom = "no_room"
    /// No site can be reached at any cost: access is 0, and there is no cost to give.
    case unreachable
    /// Everything that can be reached together is not enough: there is no cost to give.
    case neverEnough = "never_enough"
    /// Nobody lives in the place, and the measure is about its residents: 0 or not computed.
    case noResidents = "no_residents"
    /// What the measure divides by is 0 everywhere: not computed.
    case noDemand = "no_demand"
    /// The balance that the measure looks for was not found: not computed.
    case notConverged = "not_converged"
    /// The number is too large to be held: not computed.
    case overflow
  }

  /// The number, finite; `nil` where there is none.
  public let number: Double?
  /// Why there is none, or why it is 0; `nil` for an ordinary number.
  public let reason: Reason?

  /// An ordinary number.
  public init(_ number: Double) {
    self.number = number
    reason = nil
  }

  /// No number, and why.
  public init(missing reason: Reason) {
    number = nil
    self.reason = reason
  }

  /// A 0 that stands for the want of something.
  public init(zero reason: Reason) {
    number = 0
    self.reason = reason
  }

  init(number: Double, reason: Reason?) {
    self.number = number
    self.reason = reason
  }
}

extension SupplyAndDemand {
  /// Why no site gives support to a place that none does.
  func wantOfSupport(at place: Int) -> Reading.Reason {
    costs[place: place].isEmpty && costs.searchLimit == nil ? .unreachable : .noSupportInReach
  }

  /// Readings of a measure of access, which is 0 where nothing gives support.
  ///
  /// - Parameters:
  ///   - access: The measure, one value per place; one that is not finite becomes missing.
  ///   - weights: Who reaches whom.
  /// - Returns: One reading per place: the number; or 0 with the reason where no site with
  ///   capacity reaches the place, or only such as reach no resident at all.
  /// - Complexity: O(pairs).
  public func readings(of access: [Double], weights: WeightMatrix) -> [Reading] {
    precondition(access.count == people.count, "one value per place")
    return Reading.readings(
      of: access, capacities: capacities, weights: weights, wantOfSupport: wantOfSupport(at:))
  }
}

extension Reading {
  /// Readings of a measure of access, which is 0 where nothing gives support.
  static func readings(
    of access: [Double], capacities: [Double], weights: some CatchmentWeights,
    wantOfSupport: (_ place: Int) -> Reason
  ) -> [Reading] {
    access.indices.map { place in
      // Whatever is above 0 comes from a site: only where nothing does, one is looked for.
      if access[place] > 0, access[place].isFinite { return Reading(access[place]) }
      guard weights.reaches(place: place, from: { capacities[$0] > 0 }) else {
        return Reading(zero: wantOfSupport(place))
      }
      return access[place] == 0 ? Reading(zero: .noResidentsInReach) : Reading(missing: .overflow)
    }
  }
}
