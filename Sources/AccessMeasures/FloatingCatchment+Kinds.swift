package import Catchments

extension FloatingCatchment {
  /// Access to several kinds of capacity of the same organisations.
  ///
  /// Each is what ``init(weights:people:weightedPeople:capacities:)`` gives for it, to the last
  /// bit; they share the walk over the pairs.
  ///
  /// - Parameters:
  ///   - kinds: For each kind, S, one value per organisation, 0 for those that have none of it.
  ///   - weights: Who reaches whom, and how strongly.
  ///   - people: Residents, one value per place.
  ///   - weightedPeople: `Σ_k w_kj P_k`, one value per organisation.
  /// - Returns: One measure a kind.
  /// - Complexity: O(kinds · pairs within reach).
  package static func measures(
    ofEach kinds: [[Double]], weights: WeightMatrix, people: [Double], weightedPeople: [Double]
  ) -> [FloatingCatchment] {
    let services = kinds.map { LevelOfService(capacities: $0, demand: weightedPeople) }
    let rows = weights.rowSums(ofEach: services.map(\.ratios), people: people)
    return services.enumerated().map { kind, service in
      FloatingCatchment(
        access: rows.sums[kind],
        balance: MassBalance(capacity: service.sharedCapacity, received: rows.received[kind]))
    }
  }

  private init(access: [Double], balance: MassBalance) {
    self.access = access
    self.balance = balance
  }
}
