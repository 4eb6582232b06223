public import Places
public import SimpleFeatures

/// Who is within reach of an organisation's site.
public enum ReachRule: Hashable, Sendable {
  /// Everyone within the radius, less with distance. Membership is by exact distance; polygons
  /// are for display only. An organisation's own radius, where known, stands before this one.
  case disc(radius: Distance, decay: Decay)
  /// For each place, its nearest organisations with equal weight; all that tie with the last.
  case nearest(count: Int)
  /// Nobody: an organisation acts through its remit and its area of benefit alone.
  case remitOnly
}

extension ReachRule {
  /// The rule of the published London results.
  public static let standard = ReachRule.disc(radius: standardRadius, decay: .truncatedGaussian)

  /// Half an hour on foot or a short ride; a judgement, not a finding.
  public static let standardRadius = Distance.kilometres(3)

  /// A disc with another radius or another decay; what is not given stays, or is the standard's
  /// where this rule is no disc.
  public func replacing(radius: Distance? = nil, decay: Decay? = nil) -> ReachRule {
    guard case .disc(let oldRadius, let oldDecay) = self else {
      return ReachRule.standard.replacing(radius: radius, decay: decay)
    }
    return .disc(radius: radius ?? oldRadius, decay: decay ?? oldDecay)
  }

  /// How far around a place its support is looked for: the radius, or the standard's where reach
  /// has none.
  public var typicalRadius: Distance {
    guard case .disc(let radius, _) = self else { return Self.standardRadius }
    return radius
  }
}

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

  /// Rules; the defaults are those of the published London results.
  public init(
    reach: ReachRule = .standard, remitWeight: Double = 0.5,
    panLondon: PanLondonRule = .exclude,
    statuses: Set<String> = ["active"], kinds: Set<String> = []
  ) {
    self.reach = reach
    self.remitWeight = remitWeight
    self.panLondon = panLondon
    self.statuses = statuses
    self.kinds = kinds
  }
}

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
  /// It has neither a usable location nor a remit.
  case noReach = "no_reach"
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
    } else if organisation.remit == .none, organisation.areaOfBenefit == nil,
      organisation.site.measurablePosition == nil || rules.reach == .remitOnly
    {
      self = .noReach
    } else {
      self = .counted
    }
  }
}
