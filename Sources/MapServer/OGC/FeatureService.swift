internal import GeoJSON
public import MapLayers

/// Map layers as a web service by the standard OGC API – Features, Part 1: Core.
///
/// GIS software and scripts read the layers from it page by page, choose by place and by value, and
/// find in its OpenAPI definition what they may ask; browsers see the same as tables. A pure
/// function from requests to answers: it opens no socket and keeps no state.
///
/// | page | shows |
/// |---|---|
/// | `/` | the landing page |
/// | `/conformance` | the parts of the standard that are kept |
/// | `/api`, `/api.html` | the definition for programs and for people |
/// | `/collections` | all layers |
/// | `/collections/{id}` | one layer |
/// | `/collections/{id}/schema` | the JSON Schema of its features |
/// | `/collections/{id}/items` | its features, by page |
/// | `/collections/{id}/items/{feature}` | one feature |
///
/// Every page but the schema is JSON or HTML, by the `Accept` header or the parameter `f`.
///
/// - SeeAlso: OGC 17-069r4, "OGC API – Features – Part 1: Core corrigendum", 2022.
public struct FeatureService: Sendable {
  let title: String
  let description: String
  let attribution: String
  let basePath: [String]
  let layers: [PublishedLayer]
  private let positions: [String: Int]

  /// A service of layers, all made ready here so that pages are cheap afterwards.
  ///
  /// - Parameters:
  ///   - title: What the service is called.
  ///   - description: What it shows.
  ///   - attribution: The credits of the inputs, sent with the data.
  ///   - collections: The layers, in the order in which they are listed.
  ///   - basePath: The steps of the path before every page; none by default. Without any, a browser
  ///     that asks for `/` is left to others, and finds the landing page at `/?f=html`.
  /// - Precondition: The names of the layers differ.
  /// - Complexity: O(*n* log *n*) in the number of features.
  public init(
    title: String, description: String, attribution: [String], collections: [Layer],
    basePath: [String] = []
  ) {
    precondition(
      Set(collections.map(\.name)).count == collections.count, "two layers have the same name")
    self.title = title
    self.description = description
    self.attribution = attribution.joined(separator: " ")
    self.basePath = basePath
    layers = collections.map(PublishedLayer.init)
    positions = Dictionary(
      collections.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The answer to a request; `nil` when the path is none of the service's.
  ///
  /// Where the service has no base path, `/` without the parameter `f` is answered only to those
  /// who want JSON at least as much as HTML; to others it is not the service's path.
  ///
  /// - Complexity: O(*k*) in the size of the answer for a page of a whole layer; with a filter by
  ///   value, also in the number of features.
  public func response(to request: Request) -> Response? {
    guard let steps = ownSteps(of: request.path) else { return nil }
    let accepted = AcceptHeader(request.headers["accept"])
    let names = request.query.map(\.name)
    if request.path.isEmpty, accepted.prefersHTML, !names.contains("f") { return nil }
    let addresses = Addresses(origin: request.origin, basePath: basePath)
    do throws(Problem) {
      return try answer(request, for: steps, accepting: accepted, addresses)
    } catch {
      return response(to: error, asHTML: accepted.prefersHTML, addresses)
    }
  }

  /// The steps of a path after the base path; `nil` if it leads to no page of the service.
  private func ownSteps(of path: [String]) -> [String]? {
    guard path.starts(with: basePath) else { return nil }
    let steps = Array(path.dropFirst(basePath.count))
    guard let first = steps.first else { return steps }
    return ["conformance", "api", "api.html", "collections"].contains(first) ? steps : nil
  }

  private func resource(at steps: [String]) throws(Problem) -> Resource {
    switch (steps.first, steps.count) {
    case (nil, _): return .landing
    case ("conformance", 1): return .conformance
    case ("api", 1): return .definition
    case ("api.html", 1): return .documentation
    case ("collections", 1): return .collections
    case ("collections", _):
      guard let position = positions[steps[1]] else { throw .noSuchCollection(steps[1]) }
      let layer = layers[position]
      switch (steps.dropFirst(2).first, steps.count) {
      case (nil, _): return .collection(layer)
      case ("schema", 3): return .schema(layer)
      case ("items", 3): return .items(layer)
      case ("items", _): return .feature(layer, id: steps[3...].joined(separator: "/"))
      default: throw .noSuchPage
      }
    default: throw .noSuchPage
    }
  }

  private func answer(
    _ request: Request, for steps: [String], accepting accepted: AcceptHeader,
    _ addresses: Addresses
  ) throws(Problem) -> Response {
    if case .other = request.method { throw .methodNotAllowed }
    let resource = try resource(at: steps)
    let parameters = try QueryParameters(request.query, known: resource.parameters)
    let offered = resource.representations
    guard
      let form = try parameters.representation(of: offered) ?? accepted.choice(of: offered)
    else { throw .notAcceptable }
    let visit = Visit(
      steps: steps, query: request.query, form: form, addresses: addresses)
    switch resource {
    case .landing: return landing(visit)
    case .conformance: return conformance(visit)
    case .definition: return form == .json ? definition(visit) : documentation(visit)
    case .documentation: return documentation(visit)
    case .collections: return collections(visit)
    case .collection(let layer): return collection(layer, visit)
    case .schema(let layer): return schema(layer, visit)
    case .items(let layer):
      return items(of: layer, try ItemsQuery(parameters, columns: layer.columns), visit)
    case .feature(let layer, let id):
      guard let position = layer.position(of: id) else {
        throw .noSuchFeature(id, collection: layer.name)
      }
      return feature(at: position, of: layer, visit)
    }
  }

  private func response(
    to problem: Problem, asHTML: Bool, _ addresses: Addresses
  ) -> Response {
    let headers = problem == .methodNotAllowed ? [(name: "Allow", value: "GET, HEAD")] : []
    if asHTML {
      var page = HTMLPage(
        problem.status == 404 ? "Not found" : "Not possible",
        under: [(title, addresses.address([], query: Visit.html))])
      page.add(paragraph: problem.description)
      return page.response(status: problem.status, headers: headers)
    }
    let body = JSONValue.members([
      "status": .integer(problem.status), "code": .string(problem.code),
      "description": .string(problem.description),
    ])
    return Response(
      status: problem.status, mediaType: MediaType.problem, body: JSONWriter().write(body),
      headers: headers)
  }
}
