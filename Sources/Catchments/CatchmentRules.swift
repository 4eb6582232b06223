public import Places

/// Whether providers that serve the whole study area count as support of each place in it.
public enum PanLondonRule: String, Hashable, Sendable, CaseIterable {
  /// They count, through their remit and from their site.
  case include
  /// They are reported apart: what everybody has must not hide what a place lacks.
  case exclude
}

/// The choices that turn organisations into catchments.
public struct CatchmentRules: Hashable, Sendable {
  /// Who is within reach of a site.
  public var reach: ReachRule
  /// ρ, the weight of a mandate without presence, 0…1: 1 makes a remit as good as a door nearby.
  public var remitWeight: Double
  /// Whether pan-London providers count.
  public var panLondon: PanLondonRule
  /// The states in which an organisation counts; case does not matter.
  public var statuses: Set<String>
  /// The kinds of organisation that count; empty for all of them.
  public var kinds: Set<String>

  /// How well the location of a site must be known for distances to be measured from it.
  ///
  /// Organisations with no site known so well act through their remit and their area of benefit
  /// alone: the middle of a postcode's sector or district may lie in another ward.
  public var leastPrecision: LocationPrecision

  /// Rules; the defaults are those of the published London results.
  public init(
    reach: ReachRule = .standard, remitWeight: Double = 0.5,
    panLondon: PanLondonRule = .exclude,
    statuses: Set<String> = ["active"], kinds: Set<String> = [],
    leastPrecision: LocationPrecision = .outputArea
  ) {
    self.reach = reach
    self.remitWeight = remitWeight
    self.panLondon = panLondon
    self.statuses = statuses
    self.kinds = kinds
    self.leastPrecision = leastPrecision
  }
}
