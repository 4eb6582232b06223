internal import Foundation

/// How firmly an area is called a cold spot, by the share of scenarios in which it is one of the
/// coldest tenth.
public enum ColdSpotClass: String, Hashable, Sendable, CaseIterable {
  /// In at least nine scenarios of ten.
  case confirmed
  /// In at least half of them.
  case likely
  /// In at least one.
  case possible
  /// In none.
  case notCold = "not_cold"

  /// The class of a share of scenarios, 0…1.
  public init(topDecileShare share: Double) {
    self = share >= 0.9 ? .confirmed : share >= 0.5 ? .likely : share > 0 ? .possible : .notCold
  }
}

/// Where the rank of one area lies over many scenarios.
public struct RankInterval: Hashable, Sendable {
  /// The rank that 5 % of the scenarios do not exceed: the coldest end.
  public let low: Int
  /// The median rank.
  public let median: Int
  /// The rank that 95 % of the scenarios do not exceed: the warmest end.
  public let high: Int
  /// The share of scenarios in which the area is in the coldest tenth, 0…1.
  public let topDecileShare: Double

  /// The class that follows from ``topDecileShare``.
  public var coldSpotClass: ColdSpotClass { ColdSpotClass(topDecileShare: topDecileShare) }

  /// The interval of an area's ranks.
  ///
  /// - Parameters:
  ///   - ranks: One rank per scenario, at least one.
  ///   - topDecile: The largest rank that is in the coldest tenth, see ``topDecile(of:)``.
  /// - Complexity: O(*n*) where ranks are spread about, O(*n* log *n*) anyhow.
  public init(of ranks: [Int32], topDecile: Int) {
    var selection = RankSelection()
    self.init(of: ranks.span, topDecile: topDecile, selection: &selection)
  }

  init(of ranks: Span<Int32>, topDecile: Int, selection: inout RankSelection) {
    precondition(!ranks.isEmpty, "an interval needs a rank")
    /// Where the smallest rank stands that a share of scenarios does not exceed (inverse of the
    /// distribution).
    func position(_ share: Double) -> Int {
      // The slack forgives the rounding of a product that should be whole.
      let position = (share * Double(ranks.count) - 1e-9).rounded(.up)
      return min(max(Int(position), 1), ranks.count) - 1
    }
    let found = selection.ranks(at: (position(0.05), position(0.5), position(0.95)), of: ranks)
    (low, median, high) = found
    var coldest = 0
    for place in 0..<ranks.count where ranks[place] <= topDecile { coldest += 1 }
    topDecileShare = Double(coldest) / Double(ranks.count)
  }

  /// The number of areas in the coldest tenth of those ranked, rounded up.
  public static func topDecile(of rankedCount: Int) -> Int { (rankedCount + 9) / 10 }
}
