internal import SpatialStatistics

/// How much access to a function is adequate.
public struct Standard: Hashable, Sendable {
  /// Where the figure comes from.
  public enum Basis: Hashable, Sendable {
    /// Declared as policy in the study.
    case declared
    /// A population-weighted quantile of access among the places that have any.
    case quantile(Double)
    /// No place has any access, so every shortfall is whole.
    case noProvider
  }

  /// The adequate access, in capacity per resident; 0 where there is no provider.
  public let access: Double
  /// Where the figure comes from.
  public let basis: Basis

  /// A declared standard, in capacity per resident, more than 0.
  public init(declared access: Double) {
    precondition(access > 0 && access.isFinite, "a declared standard is more than 0")
    self.access = access
    basis = .declared
  }

  /// The weighted quantile of access among the places that have any.
  ///
  /// - Parameters:
  ///   - share: 0…1.
  ///   - access: Capacity per resident, one value per place.
  ///   - people: Residents, one value per place.
  public init(quantile share: Double, of access: [Double], people: [Double]) {
    self = Self.quantiles([share], of: access, people: people)[0]
  }

  /// Several quantiles, from one look at the access.
  static func quantiles(
    _ shares: [Double], of access: [Double], people: [Double]
  ) -> [Standard] {
    var (served, residents): ([Double], [Double]) = ([], [])
    served.reserveCapacity(access.count)
    residents.reserveCapacity(access.count)
    for place in access.indices where access[place] > 0 {
      served.append(access[place])
      residents.append(people[place])
    }
    let quantiles = WeightedPercentiles.quantiles(shares, of: served, weights: residents)
    return zip(shares, quantiles).map { share, quantile in
      Standard(access: quantile ?? 0, basis: quantile == nil ? .noProvider : .quantile(share))
    }
  }

  private init(access: Double, basis: Basis) {
    self.access = access
    self.basis = basis
  }

  /// The shortfall of an access against the standard: `1 − min(1, A/A*)`, 0…1.
  public func shortfall(of access: Double) -> Double {
    self.access > 0 ? 1 - min(1, access / self.access) : 1
  }
}
