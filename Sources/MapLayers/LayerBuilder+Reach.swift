internal import Catchments
internal import ColdSpots
internal import GeoJSON
internal import Places

extension LayerBuilder {
  private static let reachColumns = [
    Column("code", .text, "code of the ward"),
    Column("name", .text, "name of the ward"),
    Column("org_id", .text, "identifier of the organisation that reaches residents of it"),
    Column("org_name", .text, "name of that organisation"),
    Column("route", .text, "distance, remit, area of benefit, or several joined by +"),
    Column("people", .decimal(places: 1), "residents of the ward whom it reaches"),
    Column("share", .decimal(places: 6), "share of the ward's residents whom it reaches, 0 to 1"),
    Column(
      "weight", .decimal(places: 6),
      "its weight for those residents on average, more than 0 and at most 1"),
  ]

  /// Who reaches whom, a row for each ward and each organisation that reaches anyone in it; a table
  /// without shapes.
  ///
  /// - Complexity: O(pairs within reach), plus sorting.
  public func reach() -> Layer {
    var features: [LayerFeature] = []
    for summary in analysis.wards {
      let ward = analysis.data.wards.areas[summary.area]
      for reached in reach(into: summary) {
        let organisation = analysis.data.organisations[reached.organisation]
        features.append(
          LayerFeature(
            id: "\(ward.code):\(organisation.id)", geometry: nil,
            values: [
              .text(ward.code.description), .text(ward.name), .text(organisation.id),
              .text(organisation.name), .text(reached.route.description),
              .decimal(reached.people, places: 1),
              .decimal(reached.people / summary.people, places: 6),
              .decimal(reached.weight / reached.people, places: 6),
            ]))
      }
    }
    return Layer(
      name: "reach-wards", title: "Which organisations reach the residents of each ward",
      columns: Self.reachColumns, features: features)
  }

  /// What one organisation does for an area; `weight` is summed over the people reached.
  private typealias Reached = (
    organisation: Int, route: ReachRoute, people: Double, weight: Double
  )

  private func reach(into summary: AreaSummary) -> [Reached] {
    var found: [Int: Reached] = [:]
    for place in summary.places {
      let people = analysis.data.places.people[place]
      guard people > 0 else { continue }
      for entry in analysis.catchments.reach[place: place] {
        var reached = found[entry.organisation] ?? (entry.organisation, [], 0, 0)
        reached.route.formUnion(entry.route)
        reached.people += people
        reached.weight += people * entry.weight
        found[entry.organisation] = reached
      }
    }
    return found.values.sorted { $0.organisation < $1.organisation }
  }
}
