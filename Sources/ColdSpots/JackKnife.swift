internal import Catchments
internal import Places
public import SpatialStatistics

/// How far the ranks of wards hang on single organisations: each is left out once.
///
/// A register of organisations has errors: one that closed, one that never was. Where the rank of
/// a ward leaps when one row goes, that row is worth a telephone call. Standards that are
/// quantiles are set anew each time.
///
/// - SeeAlso: J. W. Tukey, "Bias and confidence in not-quite large samples", *Annals of
///   Mathematical Statistics* 29(2), 1958, 614.
public struct JackKnife: Sendable {
  /// What becomes of the ranks without one organisation.
  public struct Omission: Hashable, Sendable {
    /// The organisation left out.
    public let organisation: Int
    /// The mean number of ranks that wards move.
    public let meanShift: Double
    /// The ward that moves most, and from which rank to which; `nil` where none moves.
    public let most: Move?
  }

  /// A ward that changes its rank.
  public struct Move: Hashable, Sendable {
    /// The ward.
    public let ward: Int
    /// Its rank in the study.
    public let from: Int
    /// Its rank without the organisation.
    public let to: Int
  }

  /// One omission per organisation that counts, in the order of the organisations.
  public let omissions: [Omission]
  /// The lowest and the highest rank of each ward over all omissions; `nil` without residents.
  public let ranges: [ClosedRange<Int>?]

  /// Leaves out each organisation in turn.
  ///
  /// - Parameters:
  ///   - analysis: The study.
  ///   - threads: How many omissions to compute at the same time; no result depends on it.
  /// - Complexity: O(organisations · (functions of each · pairs + *f* · places)).
  public init(of analysis: ColdSpotAnalysis, threads: Threads = .all) {
    let data = analysis.data
    let ranking = WardRanking(of: analysis)
    let access = FunctionAccess(
      weights: analysis.catchments.reach.weights, people: data.places.people,
      capacities: FunctionCapacities(of: data), functions: data.functions)
    let own = ranking.ranks(access)
    let counted = data.organisations.indices.filter {
      analysis.catchments.participation[$0] == .counted
    }
    let without = concurrently(counted, threads: threads) {
      ranking.ranks(access.without(organisation: $0))
    }
    let ranked = ranking.zoning.ranked
    omissions = zip(counted, without).map { organisation, ranks in
      Omission(organisation, from: own, to: ranks, ranked: ranked)
    }
    var ranges = [ClosedRange<Int>?](repeating: nil, count: ranking.zoning.count)
    for ward in ranked {
      let all = without.map { Int($0[ward]) } + [Int(own[ward])]
      ranges[ward] = (all.min() ?? 0)...(all.max() ?? 0)
    }
    self.ranges = ranges
  }
}

extension JackKnife.Omission {
  init(_ organisation: Int, from own: [Int32], to ranks: [Int32], ranked: [Int]) {
    self.organisation = organisation
    let moved = ranked.reduce(0) { $0 + abs(Double(ranks[$1] - own[$1])) }
    meanShift = ranked.isEmpty ? 0 : moved / Double(ranked.count)
    // The first of those that move equally far.
    let most = ranked.max { (abs(ranks[$0] - own[$0]), $1) < (abs(ranks[$1] - own[$1]), $0) }
    self.most = most.flatMap { ward in
      ranks[ward] == own[ward]
        ? nil : JackKnife.Move(ward: ward, from: Int(own[ward]), to: Int(ranks[ward]))
    }
  }
}
