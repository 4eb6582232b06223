internal import Catchments

/// The rational agent access model (RAAM): what support costs residents who weigh travel against
/// crowding.
///
/// A resident of place *i* who uses site *j* bears `T_ij = t_ij/τ + D_j/(ρS_j)`: travel, where τ
/// is the cost of travel that is as bad as ordinary crowding, and crowding, where D_j residents
/// use the site and ρ is their ordinary number per unit of capacity. Each resident goes where this
/// is least. In the equilibrium nobody gains by going elsewhere; it is the minimum of
/// `Σ_ij r_ij t_ij/τ + Σ_j D_j²/(2ρS_j)` with `Σ_j r_ij = P_i` and `D_j = Σ_i r_ij`. The cost of
/// a place, `A_i = Σ_j r_ij T_ij / P_i`, is then the least T_ij. **Lower is better**; it has no
/// unit, 1 being the crowding of ρ residents to a unit of capacity at no travel.
///
/// The costs and the loads D are unique, and do not depend on the order of places and sites but
/// for rounding. Which residents use which site need not be unique, see ``choices``. Residents are
/// real numbers, so the costs do not depend on the unit in which people are counted;
/// ``RationalAgentIteration`` is the peer's way, which does.
///
/// More residents anywhere make no cost fall, and more capacity makes none rise, as long as ρ is
/// given. If ρ is taken from the data, more capacity also means that more is expected of it.
///
/// - SeeAlso: J. Saxon, D. Snow, "A rational agent model for the spatial accessibility of primary
///   health care", *Annals of the American Association of Geographers* 110(1), 2020, 205–222;
///   M. Beckmann, C. B. McGuire, C. B. Winsten, *Studies in the Economics of Transportation*,
///   1956, on the equilibrium as a minimum; J. G. Wardrop, "Some theoretical aspects of road
///   traffic research", *Proceedings of the Institution of Civil Engineers* 1(3), 1952, 325–362.
public struct RationalAgentAccess: Sendable {
  /// Residents of a place who use a site.
  public struct Choice: Hashable, Sendable {
    /// The place's index.
    public let place: Int
    /// The site's index.
    public let site: Int
    /// How many of them there are, more than 0.
    public let residents: Double
  }

  /// A_i for each place; where nobody lives, what a resident would bear.
  ///
  /// None where no site with capacity can be reached, nor, as `noDemand`, anywhere if nobody lives
  /// anywhere and ρ is to be taken from the data.
  public let readings: [Reading]
  /// D, the residents who use each site; 0 without capacity.
  public let loads: [Double]
  /// Who uses which site, by place and then by site; one equilibrium of several, if places are
  /// indifferent between the same sites.
  public let choices: [Choice]
  /// ρ; `nil` where it is to be taken from the data and there are no people or no capacity.
  public let residentsPerCapacity: Double?
  /// How far from the equilibrium rounding has kept the result; at most ``tolerance``.
  ///
  /// The most that residents bear above the least T_ij of their place, relative to this least, or
  /// to the mean of all residents if that is more.
  public let gap: Double
  /// The number of times that residents were seated, and others had to make way, in turn.
  public let stepCount: Int

  /// The largest ``gap`` that a result may have.
  public static let tolerance = 1e-10

  /// The cost of every place.
  ///
  /// - Parameters:
  ///   - study: Supply, demand and costs of travel.
  ///   - travelScale: τ, more than 0, in the unit of the costs.
  ///   - residentsPerCapacity: ρ, more than 0; by default ΣP/ΣS, of all places and sites.
  /// - Throws: ``RationalAgentError`` for numbers that τ and ρ cannot be, and for numbers so far
  ///   apart that rounding prevents an equilibrium.
  /// - Complexity: O(steps · (sites² + pairs within two sites' reach)); usually one or two steps a
  ///   place, about few sites each, the more the less travel matters.
  public init(
    in study: SupplyAndDemand, travelScale: Double, residentsPerCapacity: Double? = nil
  ) throws(RationalAgentError) {
    let model = try RationalAgentCosts(
      in: study, travelScale: travelScale, residentsPerCapacity: residentsPerCapacity)
    let equilibrium = RationalAgentEquilibrium(
      people: study.people, strengths: model.strengths, pairs: model.pairs)
    let crowding = zip(equilibrium.loads, model.strengths).map { $1 > 0 ? $0 / $1 : 0 }
    let costs = model.pairs.costs.indices.map {
      model.pairs.costs[$0] + crowding[model.pairs.sites[$0]]
    }
    let least = study.people.indices.map { costs[model.pairs[$0]].min() }
    gap = Self.gap(
      of: costs, least: least, residents: equilibrium.residents, places: model.pairs.places)
    guard gap <= Self.tolerance else { throw .notConverged(gap: gap) }
    readings = least.enumerated().map { place, least in
      guard let least else { return Reading(missing: study.wantOfSupport(at: place)) }
      return model.residentsPerCapacity == nil ? Reading(missing: .noDemand) : Reading(least)
    }
    loads = equilibrium.loads
    choices = equilibrium.residents.enumerated().compactMap { pair, residents in
      residents > 0
        ? Choice(
          place: model.pairs.places[pair], site: model.pairs.sites[pair], residents: residents)
        : nil
    }
    self.residentsPerCapacity = model.residentsPerCapacity
    stepCount = equilibrium.stepCount
  }

  private static func gap(
    of costs: [Double], least: [Double?], residents: [Double], places: [Int]
  ) -> Double {
    var (people, borne) = (0.0, 0.0)
    for (cost, residents) in zip(costs, residents) {
      people += residents
      borne += residents * cost
    }
    var gap = 0.0
    for (pair, residents) in residents.enumerated() where residents > 0 {
      guard let least = least[places[pair]], costs[pair] > least else { continue }
      gap = max(gap, (costs[pair] - least) / max(least, borne / people))
    }
    return gap
  }
}
