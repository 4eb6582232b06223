import Catchments

extension ReachMatrix {
  /// A matrix from a table of weights: `weights[place][organisation]`, 0 for out of reach.
  init(weights: [[Double]]) {
    let organisations = 0..<(weights.first?.count ?? 0)
    self.init(
      columns: organisations.map { organisation in
        weights.indices.filter { weights[$0][organisation] > 0 }.map { place in
          ReachedPlace(place: place, weight: weights[place][organisation], route: .distance)
        }
      }, placeCount: weights.count)
  }
}
