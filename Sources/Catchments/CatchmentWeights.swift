/// How strongly each place is tied to each site, whichever way that is known.
///
/// ``WeightMatrix`` holds the pairs, ``DistanceWeights`` works them out whenever it is asked. What a
/// measure needs of either are two sums.
public protocol CatchmentWeights: Sendable {
  /// The number of places.
  var placeCount: Int { get }
  /// The number of sites, those that reach nobody included.
  var siteCount: Int { get }

  /// Σ over the places of each site: `Σ_i values[i] · w_ij`.
  ///
  /// - Parameter values: One value per place, 0 or more.
  /// - Returns: One sum per site.
  func columnSums(of values: [Double]) -> [Double]

  /// Σ over the sites of each place: `Σ_j values[j] · w_ij`.
  ///
  /// - Parameter values: One value per site, 0 or more.
  /// - Returns: One sum per place.
  func rowSums(of values: [Double]) -> [Double]

  /// Whether a place is reached, with a weight above 0, by a site that meets a condition.
  func reaches(place: Int, from isWanted: (_ site: Int) -> Bool) -> Bool
}

extension WeightMatrix: CatchmentWeights {
  /// Whether a site that meets a condition is among those that reach a place.
  public func reaches(place: Int, from isWanted: (_ site: Int) -> Bool) -> Bool {
    self[place: place].contains { isWanted($0.site) }
  }
}
