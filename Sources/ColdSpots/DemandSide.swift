public import Catchments
public import Places
internal import SpatialStatistics

/// What stays as it is when organisations come, go or move: where people live, in which areas, and
/// how great their need is.
///
/// Made once, it serves every analysis of the same places and areas.
public struct DemandSide: Sendable {
  /// The places, found by distance and by area.
  public let index: PlaceIndex
  /// N, the population-weighted mid-rank percentile of the need index of each place, 0…1.
  public let need: [Double]

  /// The demand side of a study.
  ///
  /// - Complexity: O(*n* log *n*) in the number of places.
  public init(of data: StudyData) {
    index = PlaceIndex(data.places, wards: data.wards, boroughs: data.boroughs)
    need = WeightedPercentiles.midRanks(of: data.places.needIndex, weights: data.places.people)
  }
}
