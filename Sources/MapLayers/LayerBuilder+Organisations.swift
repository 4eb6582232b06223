internal import AccessMeasures
internal import Catchments
internal import ColdSpots
internal import GeoJSON
public import GeometryEngine
internal import Places

extension LayerBuilder {
  private static let organisationColumns = [
    Column("org_id", .text, "identifier of the organisation; also the feature's id"),
    Column("name", .text, "name"),
    Column("kind", .text, "what it is: CVS, community anchor, peer network, specialist"),
    Column("status", .text, "whether it works, when last seen"),
    Column("counted", .text, "whether it counts as support in this run: yes or no"),
    Column("why", .text, "why it does not count, or empty"),
    Column("precision", .text, "how well its location is known; a borough_point is no address"),
    Column("remit", .text, "areas it serves by mandate, separated by semicolons"),
    Column("functions", .text, "functions it provides, separated by semicolons"),
    Column("org_group", .text, "organisations of one group count once as independent"),
    Column("capacity", .decimal(places: 6), "support it gives in each of its functions"),
    Column("reached", .decimal(places: 1), "residents it reaches"),
    Column("lost", .decimal(places: 1), "residents whom nobody would reach if it closed"),
    Column("source", .text, "where the facts come from"),
    Column("confidence", .text, "how far to trust them"),
    Column("url", .text, "address of the source"),
    Column("note", .text, "remarks of whoever listed it"),
  ]

  /// The organisations that have a point on the map, closed and uncounted ones included.
  public func organisations() throws(GeometryEngineError) -> Layer {
    let located = indices { $0.site.position != nil }
    let points = try projection.points(
      located.compactMap { analysis.data.organisations[$0].site.position })
    return Layer(
      name: "organisations", title: "Support organisations with a location",
      columns: Self.organisationColumns,
      features: zip(located, points).map { index, point in
        LayerFeature(
          id: analysis.data.organisations[index].id, geometry: point, values: values(of: index))
      })
  }

  /// The organisations without any location, as features without a geometry; `nil` if none.
  public func unplacedOrganisations() -> Layer? {
    let unplaced = indices { $0.site.position == nil }
    guard !unplaced.isEmpty else { return nil }
    return Layer(
      name: "organisations-unplaced", title: "Support organisations without a location",
      columns: Self.organisationColumns,
      features: unplaced.map { index in
        LayerFeature(
          id: analysis.data.organisations[index].id, geometry: nil, values: values(of: index))
      })
  }

  private func indices(where isIncluded: (Organisation) -> Bool) -> [Int] {
    analysis.data.organisations.indices.filter { isIncluded(analysis.data.organisations[$0]) }
  }

  private func values(of index: Int) -> [PropertyValue] {
    let organisation = analysis.data.organisations[index]
    let participation = analysis.catchments.participation[index]
    let functions = analysis.data.functions.functions
    let isCounted = participation == .counted
    return [
      .text(organisation.id), .text(organisation.name), .text(organisation.kind),
      .text(organisation.status), .text(isCounted ? "yes" : "no"),
      .text(isCounted ? "" : participation.rawValue),
      .text(organisation.site.precision.rawValue), .text(organisation.remit.description),
      .text(organisation.functions.map { functions[$0].key }.joined(separator: ";")),
      .text(organisation.group), .decimal(organisation.capacity, places: 6),
      .decimal(analysis.coverage.peopleReached[index], places: 1),
      .decimal(analysis.coverage.peopleLostIfClosed[index], places: 1),
      .text(organisation.provenance.source), .text(organisation.provenance.confidence),
      .text(organisation.provenance.url), .text(organisation.provenance.note),
    ]
  }
}
