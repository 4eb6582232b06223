public import Places

/// Whether an organisation takes part in a study, and if not, why.
public enum Participation: String, Hashable, Sendable {
  /// It supports whom it reaches.
  case counted
  /// Its status is not one of those that count.
  case statusNotCounted = "status_not_counted"
  /// Its kind is not one of those that count.
  case kindNotCounted = "kind_not_counted"
  /// It serves the whole study area, and such providers are left out.
  case panLondonExcluded = "pan_london_excluded"
  /// It has neither a site nor a remit.
  case noReach = "no_reach"
  /// It has no remit, and no site is known well enough to measure distances from.
  case coarseLocation = "coarse_location"
  /// It provides none of the functions, or has no capacity.
  case noSupport = "no_support"

  /// How an organisation takes part under the rules.
  public init(of organisation: Organisation, under rules: CatchmentRules) {
    func isOne(_ word: String, of words: Set<String>) -> Bool {
      words.contains { $0.lowercased() == word.lowercased() }
    }
    if !isOne(organisation.status, of: rules.statuses) {
      self = .statusNotCounted
    } else if !rules.kinds.isEmpty, !isOne(organisation.kind, of: rules.kinds) {
      self = .kindNotCounted
    } else if organisation.servesEverywhere, rules.panLondon == .exclude {
      self = .panLondonExcluded
    } else if organisation.functions.isEmpty || organisation.capacity <= 0 {
      self = .noSupport
    } else if organisation.remit != .none || organisation.areaOfBenefit != nil {
      self = .counted
    } else if rules.reach == .remitOnly || !organisation.hasSite {
      self = .noReach
    } else if organisation.positions(knownAtLeast: rules.leastPrecision).isEmpty {
      self = .coarseLocation
    } else {
      self = .counted
    }
  }
}
