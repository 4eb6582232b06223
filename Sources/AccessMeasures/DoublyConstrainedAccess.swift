public import Catchments

/// All residents served by all capacity: Wilson's doubly constrained model.
///
/// `T_ij = a_i P_i · b_j m·S_j · w_ij` with balancing factors such that `Σ_j T_ij = P_i` and
/// `Σ_i T_ij = m·S_j`, found by Furness's iteration, which corrects rows and columns in turn; *m* is
/// the number of residents that a unit of capacity is for. It needs as much capacity as there are
/// residents. Some data have no such flows although the totals agree, as when the only site that a
/// village reaches is too small for it: then the iteration does not converge, and says so.
///
/// As every resident is served, the flows of a place add up to its residents and say nothing; what
/// differs from place to place is how far they must go, ``meanCosts(_:)``. Peer:
/// `accessibility::constrained_accessibility` with `constraint = "doubly"`, which gives the flows.
///
/// - SeeAlso: A. G. Wilson, "A family of spatial interaction models, and associated developments",
///   *Environment and Planning A* 3(1), 1971, 1–32; K. P. Furness, "Time function iteration",
///   *Traffic Engineering and Control* 7(7), 1965, 458–460.
public struct DoublyConstrainedAccess: Sendable {
  /// T, the residents of each place that each site serves.
  public let flows: WeightMatrix
  /// How often rows and columns were corrected.
  public let iterations: Int
  /// `Σ_i |Σ_j T_ij − P_i| / Σ P`, what is left over; the columns are exact.
  public let relativeError: Double
  /// Whether that is at most the tolerance.
  public let hasConverged: Bool

  /// When to stop.
  public struct Limits: Hashable, Sendable {
    /// The relative error that is small enough.
    public var tolerance: Double
    /// The number of iterations after which there is no hope.
    public var iterations: Int

    /// Limits; both more than 0.
    public init(tolerance: Double = 1e-10, iterations: Int = 2000) {
      self.tolerance = tolerance
      self.iterations = iterations
    }
  }

  /// The largest difference of the two totals, relative to them, that rounding explains.
  public static let totalsTolerance = 1e-9

  /// The flows between all places and sites.
  ///
  /// - Parameters:
  ///   - weights: Who reaches whom, and how strongly.
  ///   - people: Residents, one value per place.
  ///   - capacities: S, one value per site.
  ///   - peoplePerUnit: m, more than 0.
  ///   - limits: When to stop.
  /// - Throws: ``DoublyConstrainedError`` where no flows can be.
  /// - Complexity: O(pairs · iterations).
  public init(
    weights: WeightMatrix, people: [Double], capacities: [Double], peoplePerUnit: Double = 1,
    limits: Limits = Limits()
  ) throws(DoublyConstrainedError) {
    precondition(peoplePerUnit > 0 && peoplePerUnit.isFinite, "a unit is for more than nobody")
    let seats = capacities.map { $0 * peoplePerUnit }
    let total = people.reduce(0, +)
    let supply = seats.reduce(0, +)
    guard abs(total - supply) <= Self.totalsTolerance * max(total, supply) else {
      throw .totalsDiffer(people: total, capacity: supply)
    }
    // A factor for each row cancels in a_i; this one keeps small weights from making large factors.
    let greatest = (0..<weights.placeCount).map { weights[place: $0].map(\.value).max() ?? 1 }
    let weights = weights.mapped { place, _, weight in weight / greatest[place] }
    var served = weights.rowSums(of: seats)
    let claims = weights.columnSums(of: people)
    for (place, served) in served.enumerated() where people[place] > 0 && !(served > 0) {
      throw .unservedPlace(place)
    }
    for (site, claims) in claims.enumerated() where seats[site] > 0 && !(claims > 0) {
      throw .unusedSite(site)
    }
    var (rows, columns) = (people, seats)
    var (iterations, error) = (0, total > 0 ? 1.0 : 0)
    while error > limits.tolerance, iterations < limits.iterations {
      let newRows = zip(people, served).map { $0 > 0 ? $0 / $1 : 0 }
      let newColumns = zip(seats, weights.columnSums(of: newRows)).map { $0 > 0 ? $0 / $1 : 0 }
      served = weights.rowSums(of: newColumns)
      let leftOver = people.indices.reduce(0) { $0 + abs(newRows[$1] * served[$1] - people[$1]) }
      // Where no flows can be, factors may grow until they are no numbers.
      guard (leftOver / total).isFinite else { break }
      (rows, columns, error) = (newRows, newColumns, leftOver / total)
      iterations += 1
    }
    flows = weights.mapped { place, site, weight in rows[place] * columns[site] * weight }
    self.iterations = iterations
    relativeError = error
    hasConverged = error <= limits.tolerance
  }

  /// What it costs the average resident of each place to get to their site:
  /// `Σ_j T_ij c_ij / Σ_j T_ij`.
  ///
  /// - Parameter costs: The costs that the weights were made of.
  /// - Returns: One value per place, in the unit of the costs; `nil` where nobody lives.
  /// - Complexity: O(pairs).
  public func meanCosts(_ costs: CostMatrix) -> [Double?] {
    precondition(costs.placeCount == flows.placeCount, "the same places in both")
    return (0..<flows.placeCount).map { place in
      let row = costs[place: place]
      var next = row.startIndex
      var (sum, residents) = (0.0, 0.0)
      for (site, flow) in flows[place: place] where flow > 0 {
        while next < row.endIndex, row[next].site < site { next += 1 }
        guard next < row.endIndex, row[next].site == site else { continue }
        sum += flow * row[next].value
        residents += flow
      }
      return residents > 0 ? sum / residents : nil
    }
  }
}

/// Why not everybody can be served by all capacity.
public enum DoublyConstrainedError: Error, Hashable, Sendable {
  /// There are not as many residents as all capacity is for.
  case totalsDiffer(people: Double, capacity: Double)
  /// Residents live in this place, and no capacity reaches it.
  case unservedPlace(Int)
  /// This site has capacity, and nobody who lives anywhere reaches it.
  case unusedSite(Int)
}

extension DoublyConstrainedError: CustomStringConvertible {
  /// What is wrong, with what would put it right.
  public var description: String {
    switch self {
    case .totalsDiffer(let people, let capacity):
      "\(people) residents and capacity for \(capacity): a doubly constrained measure needs as "
        + "much of one as of the other"
    case .unservedPlace(let place): "no capacity reaches the residents of place \(place)"
    case .unusedSite(let site): "no resident reaches the capacity of site \(site)"
    }
  }
}
