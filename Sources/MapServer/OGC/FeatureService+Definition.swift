internal import GeoJSON

extension FeatureService {
  /// What may be asked, for programs.
  func definition(_ visit: Visit) -> Response {
    visit.response(
      json: OpenAPIDefinition(service: self, server: visit.addresses.root).json,
      mediaType: MediaType.openAPI)
  }

  /// What may be asked, for people: told from the definition itself.
  func documentation(_ visit: Visit) -> Response {
    let definition = OpenAPIDefinition(service: self, server: visit.addresses.root).json
    var page = HTMLPage("What may be asked", under: trail(visit))
    page.add(paragraph: description)
    page.add(
      list: [.link("The same for programs (OpenAPI 3.0)", to: visit.addresses.address(["api"]))])
    page.add(heading: "Pages")
    page.add(
      table: "The pages of the service", header: ["Path", "Shows"],
      rows: Self.members(definition["paths"]).map { path in
        [.text(path.name), .text(path.value["get"]?["summary"]?.text ?? "")]
      })
    page.add(heading: "Parameters")
    page.add(
      paragraph: "Every page takes f. Features are also chosen by the name of any column of "
        + "their collection: only those with the value given are shown. A parameter that is not "
        + "listed here, is given twice, or has a value that it cannot have is an error.")
    let parameters = Self.members(definition["components"]?["parameters"])
    page.add(
      table: "Parameters of queries", header: ["Parameter", "Meaning"],
      rows: parameters.filter { ItemsQuery.parameters.contains($0.name) }.map { parameter in
        [.text(parameter.name), .text(parameter.value["description"]?.text ?? "")]
      })
    page.add(heading: "Columns")
    for layer in layers { page.add(columnsOf: layer) }
    return visit.response(html: page)
  }

  private static func members(_ value: JSONValue?) -> [JSONValue.Member] {
    guard case .object(let members) = value else { return [] }
    return members
  }
}
