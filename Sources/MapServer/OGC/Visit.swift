internal import GeoJSON

/// A request for one page of the service: what is asked for, and how the page addresses others.
struct Visit: Sendable {
  /// The steps of the page's own path, after the base path.
  let steps: [String]
  /// The query as it was asked.
  let query: [Request.Parameter]
  /// The form in which the page is sent.
  let form: Representation
  /// The addresses of all pages.
  let addresses: Addresses

  /// The query that asks for a page in HTML whatever the client accepts.
  static let html = [Request.Parameter(name: "f", value: "html")]

  /// The address of this page with the same query, but for some parameters.
  func address(with changes: [Request.Parameter]) -> String {
    let changed = Set(changes.map(\.name))
    return addresses.address(
      steps, query: query.filter { !changed.contains($0.name) } + changes)
  }

  /// The links to this page and to its other form.
  ///
  /// - Parameter type: The media type of the page in JSON.
  /// - Returns: This page first.
  func ownLinks(json type: String) -> [Link] {
    let types: [Representation: String] = [.json: type, .html: MediaType.linkedHTML]
    let other: Representation = form == .json ? .html : .json
    return [
      Link("self", types[form] ?? type, "This page", to: address(with: [])),
      Link(
        "alternate", types[other] ?? type, "This page as \(other == .html ? "HTML" : "JSON")",
        to: address(with: [Request.Parameter(name: "f", value: other.rawValue)])),
    ]
  }

  /// An answer with a JSON document.
  func response(
    json value: JSONValue, mediaType: String = MediaType.json
  ) -> Response {
    Response(mediaType: mediaType, body: JSONWriter().write(value))
  }

  /// An answer with a page for people, which leads to the same page for programs.
  func response(html page: HTMLPage, links: [Link] = []) -> Response {
    var page = page
    page.add(
      navigation: "Other forms",
      links.filter { $0.relation == "alternate" }.map { ($0.title, $0.address) })
    return page.response()
  }
}
