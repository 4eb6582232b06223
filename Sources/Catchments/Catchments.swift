public import Places

/// The catchments of all organisations of a study: who each of them reaches.
public struct Catchments: Sendable {
  /// The choices behind them.
  public let rules: CatchmentRules
  /// How each organisation takes part, in the order of the organisations.
  public let participation: [Participation]
  /// Who reaches whom.
  public let reach: ReachMatrix

  /// Works out whom each organisation reaches.
  ///
  /// The weight of an organisation for a place is the largest of three: the decay of the distance
  /// from the nearest of its sites, ρ where the place lies in its remit, and 1 inside the polygon
  /// that it declares as its area of benefit. More doors bring an organisation nearer, but it stays
  /// one organisation. A borough's middle point is no site, and one known less well than
  /// ``CatchmentRules/leastPrecision`` is not measured from.
  ///
  /// - Parameters:
  ///   - organisations: The supply.
  ///   - places: The demand.
  ///   - wards: The wards that the places' `wards` point into.
  ///   - boroughs: The boroughs that the places' `boroughs` point into.
  ///   - rules: The choices.
  /// - Complexity: O(pairs of a place and a site within reach), with index look-ups of
  ///   O(log *n*).
  public init(
    of organisations: [Organisation], over places: PlaceTable, wards: Boundaries?,
    boroughs: Boundaries?, rules: CatchmentRules
  ) {
    self.init(
      ReachPairs(
        of: organisations, over: places, wards: wards, boroughs: boroughs, rules: rules),
      rules: rules)
  }

  /// Weighs pairs that are known.
  ///
  /// - Parameters:
  ///   - pairs: Who could reach whom, found under the same rules.
  ///   - rules: The choices.
  /// - Complexity: O(places + pairs).
  public init(_ pairs: ReachPairs, rules: CatchmentRules) {
    self.rules = rules
    participation = pairs.participation
    reach = pairs.reach(remitWeight: rules.remitWeight)
  }
}
