internal import Catchments
public import ColdSpots
internal import GeoJSON
internal import Places

/// Draws the layers of an analysis.
public struct LayerBuilder {
  let analysis: ColdSpotAnalysis
  /// How firm the ranks are; `nil` where that was not computed.
  let stability: MethodGridRun?
  /// Which wards are part of a cluster; `nil` where that was not computed.
  let clusters: ColdClusters?
  let projection: LayerProjection
  /// The nearest organisation of any position.
  let nearest: NearestSites

  /// A builder for one analysis.
  ///
  /// - Parameters:
  ///   - analysis: What was computed.
  ///   - stability: How firm its ranks are; the columns that say so are null without it.
  ///   - clusters: Which wards are part of a cluster; likewise.
  ///   - projection: From the study's reference system to degrees.
  public init(
    _ analysis: ColdSpotAnalysis, stability: MethodGridRun? = nil, clusters: ColdClusters? = nil,
    projection: LayerProjection
  ) {
    self.analysis = analysis
    self.stability = stability
    self.clusters = clusters
    self.projection = projection
    nearest = NearestSites(
      of: analysis.data.organisations, participation: analysis.catchments.participation,
      knownAtLeast: analysis.catchments.rules.leastPrecision)
  }

  /// The shortfall columns, in the order of the functions.
  var functionColumns: [Column] {
    analysis.data.functions.functions.map { function in
      Column(
        function.column, .decimal(places: 6),
        "shortfall in \(function.name.lowercased()) against the standard, 0 to 1, higher is worse")
    }
  }

  /// The columns that say how firm a rank is.
  static let firmness = [
    Column("rank_lo", .integer, "rank at the cold end of 90 % of the method scenarios"),
    Column("rank_hi", .integer, "rank at the warm end of 90 % of the method scenarios"),
    Column(
      "class", .text,
      "confirmed, likely, possible or not_cold: in at least 90 %, 50 %, any or none of the "
        + "scenarios in the coldest tenth; null without residents"),
  ]

  static func firmness(of interval: RankInterval?) -> [PropertyValue] {
    guard let interval else { return [.null, .null, .null] }
    return [
      .integer(interval.low), .integer(interval.high),
      .text(interval.coldSpotClass.rawValue),
    ]
  }

  func name(ofOrganisation index: Int?) -> String {
    index.map { analysis.data.organisations[$0].name } ?? ""
  }
}
