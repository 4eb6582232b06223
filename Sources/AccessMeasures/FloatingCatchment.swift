public import Catchments

/// The two-step floating catchment area with distance decay and remit (E2SFCA).
///
/// Step 1 gives each organisation's capacity per weighted resident, step 2 sums those ratios over
/// the organisations that reach a place:
/// `R_j = S_j / Σ_k w_kj P_k` and `A_i = Σ_j w_ij R_j`.
///
/// - SeeAlso: W. Luo, Y. Qi, "An enhanced two-step floating catchment area (E2SFCA) method for
///   measuring spatial accessibility to primary care physicians", *Health & Place* 15(4), 2009,
///   1100–1107; J. Radke, L. Mu, "Spatial decompositions, modeling and mapping of service regions
///   to predict access to social programs", *Geographic Information Sciences* 6(2), 2000, 105–112.
public struct FloatingCatchment: Sendable {
  /// Capacity per resident, one value per place; 0 where nothing is in reach, never NaN.
  public let access: [Double]
  /// What the measure must conserve.
  public let balance: MassBalance

  /// Access to one kind of capacity.
  ///
  /// An organisation that reaches no resident gives nothing: its ratio is 0, not infinite.
  ///
  /// - Parameters:
  ///   - reach: Who reaches whom.
  ///   - people: Residents, one value per place.
  ///   - weightedPeople: ``weightedPeople(in:people:)``, shared by all kinds of capacity.
  ///   - capacities: S, one value per organisation, 0 for those that have none of this kind.
  /// - Complexity: O(pairs within reach).
  public init(
    reach: ReachMatrix, people: [Double], weightedPeople: [Double], capacities: [Double]
  ) {
    precondition(people.count == reach.placeCount, "one number of people per place")
    precondition(weightedPeople.count == reach.organisationCount, "one sum per organisation")
    precondition(capacities.count == reach.organisationCount, "one capacity per organisation")
    let ratios = zip(capacities, weightedPeople).map { $1 > 0 ? $0 / $1 : 0 }
    access = (0..<reach.placeCount).map { place in
      reach[place: place].reduce(0) { $0 + $1.weight * ratios[$1.organisation] }
    }
    balance = MassBalance(
      capacity: zip(capacities, weightedPeople).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) },
      received: zip(people, access).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// Σ_k w_kj P_k: the residents that each organisation reaches, weighted.
  public static func weightedPeople(in reach: ReachMatrix, people: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: reach.organisationCount)
    for place in 0..<reach.placeCount where people[place] > 0 {
      for entry in reach[place: place] { sums[entry.organisation] += entry.weight * people[place] }
    }
    return sums
  }
}

/// The conservation law of floating catchments: residents receive exactly what reaches them.
public struct MassBalance: Hashable, Sendable {
  /// Σ S_j over the organisations that reach at least one resident.
  public let capacity: Double
  /// Σ P_i A_i.
  public let received: Double

  /// A balance from its two sides.
  public init(capacity: Double, received: Double) {
    self.capacity = capacity
    self.received = received
  }

  /// The difference of the two sides, relative to the capacity; 0 where both are 0.
  public var relativeError: Double {
    capacity == 0 ? abs(received) : abs(received - capacity) / capacity
  }

  /// The largest relative error that rounding explains.
  public static let tolerance = 1e-9

  /// Whether the two sides agree.
  public var holds: Bool { relativeError <= Self.tolerance }
}
