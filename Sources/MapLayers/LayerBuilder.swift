internal import Catchments
public import ColdSpots
internal import Places

/// Draws the layers of an analysis.
public struct LayerBuilder {
  let analysis: ColdSpotAnalysis
  let projection: LayerProjection
  /// The nearest organisation of any position.
  let nearest: NearestSites

  /// A builder for one analysis.
  public init(_ analysis: ColdSpotAnalysis, projection: LayerProjection) {
    self.analysis = analysis
    self.projection = projection
    nearest = NearestSites(
      of: analysis.data.organisations, participation: analysis.catchments.participation)
  }

  /// The shortfall columns, in the order of the functions.
  var functionColumns: [Column] {
    analysis.data.functions.functions.map { function in
      Column(
        function.column, .decimal(places: 6),
        "shortfall in \(function.name.lowercased()) against the standard, 0 to 1, higher is worse")
    }
  }

  func name(ofOrganisation index: Int?) -> String {
    index.map { analysis.data.organisations[$0].name } ?? ""
  }
}
