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
  /// - Complexity: O(*n* log *n*) in the number of scenarios.
  public init(of ranks: [Int32], topDecile: Int) {
    precondition(!ranks.isEmpty, "an interval needs a rank")
    let sorted = ranks.sorted()
    /// The smallest rank that a share of scenarios does not exceed (inverse of the distribution).
    func quantile(_ share: Double) -> Int {
      // The slack forgives the rounding of a product that should be whole.
      let position = (share * Double(sorted.count) - 1e-9).rounded(.up)
      return Int(sorted[min(max(Int(position), 1), sorted.count) - 1])
    }
    low = quantile(0.05)
    median = quantile(0.5)
    high = quantile(0.95)
    topDecileShare = Double(ranks.count { $0 <= topDecile }) / Double(ranks.count)
  }

  /// The number of areas in the coldest tenth of those ranked, rounded up.
  public static func topDecile(of rankedCount: Int) -> Int { (rankedCount + 9) / 10 }
}
