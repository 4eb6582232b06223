internal import AccessMeasures
internal import Catchments
internal import ColdSpots
internal import GeoJSON
public import GeometryEngine
internal import Places
internal import SimpleFeatures
internal import SpatialStatistics

extension LayerBuilder {
  private static let identity = [
    Column("code", .text, "identifier of the place; also the feature's id"),
    Column("ward_code", .text, "code of the ward it belongs to, or empty"),
    Column("boro_code", .text, "code of the borough it belongs to, or empty"),
  ]

  private static let measures = [
    Column("people", .decimal(places: 1), "residents"),
    Column("need", .decimal(places: 6), "need percentile, 0 to 1, higher is more need"),
    Column("lack", .decimal(places: 6), "lack of support, 0 to 1, higher is less support"),
    Column("score", .decimal(places: 4), "cold-spot score, 0 to 100, higher is colder"),
    Column("burden", .decimal(places: 4), "resident-equivalents without adequate support"),
    Column("rank", .integer, "1 is the coldest place; null without residents"),
    Column("n_orgs", .integer, "organisations that reach it"),
    Column("n_indep", .integer, "independent ones: a host and its projects count once"),
    Column("near_m", .integer, "metres to the nearest located organisation"),
    Column("edge", .decimal(places: 4), "share of the surroundings outside the data, 0 to 1"),
  ]

  private static let names = [
    Column("sole", .text, "the only independent organisation that reaches it, or empty"),
    Column("near_org", .text, "the nearest located organisation"),
    Column("why", .text, "why it has no rank, or empty"),
  ]

  /// The demand points, the coldest first; those without residents last.
  public func places() throws(GeometryEngineError) -> Layer {
    let places = analysis.data.places
    let scores = analysis.scores
    let ranks = CompetitionRanks.descending(
      places.people.indices.map { places.people[$0] > 0 ? scores.score[$0] : nil })
    let points = try projection.points(places.positions)
    let functionColumns = functionColumns
    let order = ranks.indices.sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
    let features = order.map { place in
      let nearest = nearest.nearest(to: places.positions[place])
      let numbers: [Double?] = [
        places.people[place], scores.need[place], scores.lack[place], scores.score[place],
        scores.burden[place], ranks[place].map(Double.init),
        Double(analysis.coverage.organisations[place]),
        Double(analysis.coverage.independent[place]), nearest?.distance.metres,
        analysis.edgeExposure[place],
      ]
      let values: [PropertyValue] =
        [
          .text(places.ids[place]), .text(wardCode(of: place)), .text(boroughCode(of: place)),
        ] + zip(Self.measures, numbers).map { $0.value($1) }
        + Self.firmness(of: stability?.places.intervals[place]) + [
          .text(name(ofOrganisation: soleSupporter(of: place))),
          .text(name(ofOrganisation: nearest?.organisation)),
          .text(ranks[place] == nil ? "Not ranked: nobody lives here according to the data." : ""),
        ]
        + functionColumns.indices.map {
          functionColumns[$0].value(scores.shortfalls[$0][place])
        }
      return LayerFeature(id: places.ids[place], geometry: points[place], values: values)
    }
    return Layer(
      name: "places", title: "Need and lack of support of each demand point",
      columns: Self.identity + Self.measures + Self.firmness + Self.names + functionColumns,
      features: features)
  }

  private func soleSupporter(of place: Int) -> Int? {
    guard analysis.coverage.independent[place] == 1 else { return nil }
    return analysis.data.organisations.representative(
      of: analysis.catchments.reach[place: place].map(\.organisation))
  }

  private func wardCode(of place: Int) -> String {
    analysis.data.places.wards[place].map { analysis.data.wards.areas[$0].code.description } ?? ""
  }

  private func boroughCode(of place: Int) -> String {
    guard let boroughs = analysis.data.boroughs else { return "" }
    return analysis.data.places.boroughs[place].map { boroughs.areas[$0].code.description } ?? ""
  }
}
