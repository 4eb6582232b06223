import Catchments

extension ReachMatrix {
  /// A matrix from a table of weights: `weights[place][organisation]`, 0 for out of reach.
  init(weights: [[Double]]) {
    self.init(
      rows: weights.map { row in
        row.enumerated().filter { $0.element > 0 }.map { organisation, weight in
          Entry(organisation: organisation, weight: weight, route: .distance)
        }
      }, organisationCount: weights.first?.count ?? 0)
  }
}
