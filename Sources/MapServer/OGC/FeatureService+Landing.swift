internal import GeoJSON

extension FeatureService {
  /// The parts of the standard that are kept.
  static let conformanceClasses = ["core", "oas30", "html", "geojson"].map {
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)"
  }

  /// What the service is, and where to go from here.
  func landing(_ visit: Visit) -> Response {
    let addresses = visit.addresses
    let links =
      visit.ownLinks(json: MediaType.json) + [
        Link(
          "service-desc", MediaType.openAPI, "What may be asked, for programs",
          to: addresses.address(["api"])),
        Link(
          "service-doc", MediaType.linkedHTML, "What may be asked, for people",
          to: addresses.address(["api.html"])),
        Link(
          "conformance", MediaType.json, "The parts of the standard that are kept",
          to: addresses.address(["conformance"])),
        Link(
          "data", MediaType.json, "The collections", to: addresses.address(["collections"])),
      ]
    guard visit.form == .html else {
      return visit.response(
        json: .members([
          "title": .string(title), "description": .string(description),
          "attribution": attribution.isEmpty ? nil : .string(attribution),
          "links": .array(links.map(\.json)),
        ]))
    }
    var page = HTMLPage(title)
    page.add(paragraph: description)
    page.add(heading: "Collections")
    page.add(
      list: layers.map { .link($0.title, to: addresses.address(["collections", $0.name])) })
    page.add(heading: "About the service")
    page.add(
      list: [
        .link("All collections", to: addresses.address(["collections"])),
        .link("What may be asked", to: addresses.address(["api.html"])),
        .link("The parts of the standard that are kept", to: addresses.address(["conformance"])),
      ])
    page.add(credits: attribution)
    return visit.response(html: page, links: links)
  }

  /// The parts of the standard that are kept.
  func conformance(_ visit: Visit) -> Response {
    let links = visit.ownLinks(json: MediaType.json)
    guard visit.form == .html else {
      return visit.response(
        json: .members([
          "conformsTo": .strings(Self.conformanceClasses), "links": .array(links.map(\.json)),
        ]))
    }
    var page = HTMLPage("Parts of the standard that are kept", under: trail(visit))
    page.add(paragraph: "OGC API – Features – Part 1: Core. These of its classes are kept:")
    page.add(list: Self.conformanceClasses.map(HTMLPage.Cell.text))
    return visit.response(html: page, links: links)
  }

  /// The pages above a page of the service: the landing page, and then others.
  func trail(
    _ visit: Visit, _ others: [(name: String, steps: [String])] = []
  ) -> [(name: String, address: String)] {
    [(title, visit.addresses.address([], query: Visit.html))]
      + others.map { ($0.name, visit.addresses.address($0.steps)) }
  }
}

extension HTMLPage {
  /// Adds the credits of the inputs; nothing if there are none.
  mutating func add(credits: String) {
    guard !credits.isEmpty else { return }
    add(heading: "Credits")
    add(paragraph: credits)
  }
}
