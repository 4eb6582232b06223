internal import GeoJSON
internal import MapLayers

/// The definition of the service by OpenAPI 3.0: every path, parameter and answer.
///
/// Each collection has paths of its own, because each has columns of its own to ask for. Nothing in
/// it refers to another document, so that it can be read without a network.
///
/// - SeeAlso: OpenAPI Specification 3.0.3.
struct OpenAPIDefinition {
  /// The service defined.
  let service: FeatureService
  /// The address of the service, without a slash at the end.
  let server: String

  /// The document.
  var json: JSONValue {
    .members([
      "openapi": .string("3.0.3"),
      "info": .members([
        "title": .string(service.title), "description": .string(service.description),
        "version": .string("1.0.0"),
      ]),
      "servers": .array([.members(["url": .string(server)])]),
      "tags": .array([
        .members(["name": .string("Capabilities"), "description": .string("About the service")]),
        .members(["name": .string("Data"), "description": .string("The features")]),
      ]),
      "paths": .object(servicePaths + service.layers.enumerated().flatMap(paths)),
      "components": Self.components,
    ])
  }

  private var servicePaths: [JSONValue.Member] {
    [
      path("/", "getLandingPage", "What the service is", "landingPage"),
      path(
        "/conformance", "getConformance", "The parts of the standard that are kept",
        "confClasses"),
      JSONValue.Member(
        "/api",
        operation(
          "getDefinition", "This definition", parameters: [Self.parameter("f")],
          answer: Self.answer([
            (MediaType.openAPI, .members(["type": .string("object")])), Self.htmlContent,
          ]))),
      JSONValue.Member(
        "/api.html",
        operation(
          "getDocumentation", "This definition for people", parameters: [],
          answer: Self.answer([Self.htmlContent]))),
      path("/collections", "getCollections", "The collections", "collections"),
    ]
  }

  private func paths(at position: Int, of layer: PublishedLayer) -> [JSONValue.Member] {
    let path = "/collections/\(layer.name.percentEncoded)"
    // Names may hold what the names of operations must not.
    let key = "\(position + 1)"
    let filters = ItemsQuery.filterable(layer.columns).map { Self.filter($0.column) }
    let named = ["f", "limit", "offset", "bbox", "bbox-crs", "datetime"].map(Self.parameter)
    return [
      self.path(path, "getCollection\(key)", layer.title, "collection", mayFail: true),
      JSONValue.Member(
        "\(path)/schema",
        operation(
          "getSchema\(key)", "The JSON Schema of the features: \(layer.title)",
          parameters: [Self.parameter("fJSON")],
          answer: Self.answer([
            (MediaType.schema, .members(["type": .string("object")]))
          ]), mayFail: true)),
      JSONValue.Member(
        "\(path)/items",
        operation(
          "getFeatures\(key)", "Features: \(layer.title)", parameters: named + filters,
          answer: Self.answer([
            (MediaType.geoJSON, Self.schema("featureCollectionGeoJSON")), Self.htmlContent,
          ]), tag: "Data", mayFail: true)),
      JSONValue.Member(
        "\(path)/items/{featureId}",
        operation(
          "getFeature\(key)", "One feature: \(layer.title)",
          parameters: [Self.parameter("featureId"), Self.parameter("f")],
          answer: Self.answer([
            (MediaType.geoJSON, Self.schema("featureGeoJSON")), Self.htmlContent,
          ]), tag: "Data", mayFail: true)),
    ]
  }

  private func path(
    _ path: String, _ id: String, _ summary: String, _ schema: String, mayFail: Bool = false
  ) -> JSONValue.Member {
    JSONValue.Member(
      path,
      operation(
        id, summary, parameters: [Self.parameter("f")],
        answer: Self.answer([(MediaType.json, Self.schema(schema)), Self.htmlContent]),
        mayFail: mayFail))
  }

  private func operation(
    _ id: String, _ summary: String, parameters: [JSONValue], answer: JSONValue,
    tag: String = "Capabilities", mayFail: Bool = false
  ) -> JSONValue {
    .members([
      "get": .members([
        "tags": .strings([tag]), "operationId": .string(id), "summary": .string(summary),
        "parameters": .array(parameters),
        "responses": .members([
          "200": answer, "400": Self.response("BadRequest"),
          "404": mayFail ? Self.response("NotFound") : nil,
          "406": Self.response("NotAcceptable"),
        ]),
      ])
    ])
  }

  /// A parameter named as a column.
  private static func filter(_ column: Column) -> JSONValue {
    .members([
      "name": .string(column.name), "in": .string("query"), "required": .bool(false),
      "description": .string("Only features with this value. \(column.meaning)"),
      "schema": .members(["type": .string(column.kind == .text ? "string" : "number")]),
      "style": .string("form"), "explode": .bool(false),
    ])
  }
}
