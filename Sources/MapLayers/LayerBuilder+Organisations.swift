internal import AccessMeasures
internal import Catchments
internal import ColdSpots
internal import GeoJSON
public import GeometryEngine
internal import Places

extension LayerBuilder {
  private static let organisationColumns = [
    Column(
      "org_id", .text,
      "identifier of the organisation; also the feature's id, with # and its number for a site "
        + "that is not the main one"),
    Column("name", .text, "name"),
    Column("kind", .text, "what it is: CVS, community anchor, peer network, specialist"),
    Column("status", .text, "whether it works, when last seen"),
    Column("counted", .text, "whether it counts as support in this run: yes or no"),
    Column(
      "why", .text,
      "why it does not count; coarse_location for a site not known well enough to measure from; "
        + "or empty"),
    Column("precision", .text, "how well the site is known; a borough_point is no address"),
    Column("remit", .text, "areas it serves by mandate, separated by semicolons"),
    Column("functions", .text, "functions it provides, separated by semicolons"),
    Column("org_group", .text, "organisations of one group count once as independent"),
    Column(
      "capacity", .decimal(places: 6),
      "support it gives in each of its functions, from all its sites together"),
    Column("reached", .decimal(places: 1), "residents it reaches, from all its sites together"),
    Column("lost", .decimal(places: 1), "residents whom nobody would reach if it closed"),
    Column("source", .text, "where the facts come from"),
    Column("confidence", .text, "how far to trust them"),
    Column("url", .text, "address of the source"),
    Column("note", .text, "remarks of whoever listed it"),
    Column("site", .integer, "number of the site among the organisation's, 1 for the main one"),
    Column("n_sites", .integer, "sites of the organisation; one feature each"),
    Column("site_name", .text, "the site's own name, or empty"),
    Column("postcode", .text, "the site's postcode, or empty"),
    Column("flags", .text, "what to bear in mind about the site, separated by semicolons"),
    Column("date", .text, "when the facts were found out, in the source's words"),
    Column("file", .text, "file that told of the site and, for the main one, of the organisation"),
    Column("sheet", .text, "sheet of that file, or empty"),
    Column("line", .text, "line of that file, from 1; several separated by semicolons"),
  ]

  /// The sites of organisations that have a point on the map, closed and uncounted ones included;
  /// one feature a site.
  public func organisations() throws(GeometryEngineError) -> Layer {
    let located = doors.filter { $0.site.position != nil }
    let points = try projection.points(located.compactMap(\.site.position))
    return Layer(
      name: "organisations", title: "Support organisations with a location",
      columns: Self.organisationColumns,
      features: zip(located, points).map { door, point in
        LayerFeature(id: door.id, geometry: point, values: values(of: door))
      })
  }

  /// The organisations without any location, and sites that nobody could place, as features without
  /// a geometry; `nil` if none.
  public func unplacedOrganisations() -> Layer? {
    let unplaced = doors.filter { $0.site.position == nil }
    guard !unplaced.isEmpty else { return nil }
    return Layer(
      name: "organisations-unplaced", title: "Support organisations without a location",
      columns: Self.organisationColumns,
      features: unplaced.map { door in
        LayerFeature(id: door.id, geometry: nil, values: values(of: door))
      })
  }

  /// One site of an organisation, or an organisation of which no site is known.
  private struct Door {
    /// The feature's id, unique among all of them.
    let id: String
    let organisation: Int
    /// The number of the site, from 1; 0 for none.
    let number: Int
    let site: Site
    let rows: [RowSource]
  }

  private var doors: [Door] {
    let organisations = analysis.data.organisations
    var ids = Set(organisations.map(\.id))
    var doors: [Door] = []
    for (index, organisation) in organisations.enumerated() {
      if organisation.sites.isEmpty {
        doors.append(
          Door(
            id: organisation.id, organisation: index, number: 0, site: .unknown,
            rows: organisation.provenance.rows))
      }
      for (place, site) in organisation.sites.enumerated() {
        var id = organisation.id
        if place > 0 {
          id += "#\(place + 1)"
          // Another organisation may have been given just this id.
          while !ids.insert(id).inserted { id += "#" }
        }
        doors.append(
          Door(
            id: id, organisation: index, number: place + 1, site: site,
            rows: organisation.rows(ofSite: place)))
      }
    }
    return doors
  }

  private func values(of door: Door) -> [PropertyValue] {
    let organisation = analysis.data.organisations[door.organisation]
    let functions = analysis.data.functions.functions
    let isCounted = analysis.catchments.participation[door.organisation] == .counted
    return [
      .text(organisation.id), .text(organisation.name), .text(organisation.kind),
      .text(organisation.status), .text(isCounted ? "yes" : "no"), .text(reservation(about: door)),
      .text(door.site.precision.rawValue), .text(organisation.remit.description),
      .text(organisation.functions.map { functions[$0].key }.joined(separator: ";")),
      .text(organisation.group), .decimal(organisation.capacity, places: 6),
      .decimal(analysis.coverage.peopleReached[door.organisation], places: 1),
      .decimal(analysis.coverage.peopleLostIfClosed[door.organisation], places: 1),
      .text(organisation.provenance.source), .text(organisation.provenance.confidence),
      .text(organisation.provenance.url), .text(organisation.provenance.note),
    ] + values(of: door.site, door.number, of: organisation.sites.count) + [
      .text(organisation.provenance.date), Self.listed(door.rows.map(\.file)),
      Self.listed(door.rows.map(\.sheet)), Self.listed(door.rows.map { String($0.line) }),
    ]
  }

  private func values(of site: Site, _ number: Int, of count: Int) -> [PropertyValue] {
    [
      .integer(number), .integer(count), .text(site.name), .text(site.postcode),
      .text(site.flags.map(\.description).sorted().joined(separator: ";")),
    ]
  }

  /// Why the organisation does not count, or why this site of one that counts does not.
  private func reservation(about door: Door) -> String {
    let participation = analysis.catchments.participation[door.organisation]
    guard participation == .counted else { return participation.rawValue }
    let least = analysis.catchments.rules.leastPrecision
    let isCoarse = door.site.precision.isSite && !door.site.precision.isAtLeast(least)
    return isCoarse ? Participation.coarseLocation.rawValue : ""
  }

  /// Values separated by semicolons; one that all are equal to stands for all.
  private static func listed(_ values: [String]) -> PropertyValue {
    .text(Set(values).count > 1 ? values.joined(separator: ";") : values.first ?? "")
  }
}
