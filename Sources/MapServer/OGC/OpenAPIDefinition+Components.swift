internal import GeoJSON

extension OpenAPIDefinition {
  /// What the paths share: parameters, answers to bad requests, and the shapes of documents.
  static let components = JSONValue.members([
    "parameters": .members([
      "f": parameter(
        "f", "The form of the answer; without it, the Accept header decides.",
        .members([
          "type": .string("string"), "enum": .strings(Representation.allCases.map(\.rawValue)),
        ])),
      "fJSON": parameter(
        "f", "The form of the answer.",
        .members(["type": .string("string"), "enum": .strings(["json"])])),
      "limit": parameter(
        "limit", "The most features on the page; more than the maximum count as the maximum.",
        .members([
          "type": .string("integer"), "minimum": .integer(1),
          "maximum": .integer(ItemsQuery.maximumLimit),
          "default": .integer(ItemsQuery.defaultLimit),
        ])),
      "offset": parameter(
        "offset", "How many features to pass over.",
        .members([
          "type": .string("integer"), "minimum": .integer(0), "default": .integer(0),
        ])),
      "bbox": parameter(
        "bbox",
        "Only features that meet this box: west, south, east, north in degrees. With six numbers "
          + "the third and sixth are heights, and choose nothing. A west beyond the east crosses "
          + "the antimeridian.",
        .members([
          "type": .string("array"), "minItems": .integer(4), "maxItems": .integer(6),
          "items": .members(["type": .string("number")]),
        ])),
      "bbox-crs": parameter(
        "bbox-crs", "The reference system of bbox.",
        .members([
          "type": .string("string"), "enum": .strings([ItemsQuery.referenceSystem]),
          "default": .string(ItemsQuery.referenceSystem),
        ])),
      "datetime": parameter(
        "datetime",
        "An instant of RFC 3339, or an interval: two instants with a slash between them, of which "
          + "one may be ‘..’. The features have no time, so every time chooses them all.",
        .members(["type": .string("string"), "minLength": .integer(1)])),
      "featureId": .members([
        "name": .string("featureId"), "in": .string("path"), "required": .bool(true),
        "description": .string(
          "The identifier of a feature. A slash in it is written as it is, not as %2F."),
        "schema": .members(["type": .string("string")]),
      ]),
    ]),
    "responses": .members([
      "BadRequest": failure("A parameter is unknown, repeated, or not what it must be."),
      "NotFound": failure("There is no such collection or feature."),
      "NotAcceptable": failure("The Accept header refuses every form of the answer."),
    ]),
    "schemas": schemas,
  ])

  private static let schemas = JSONValue.members([
    "link": object(
      required: ["href", "rel", "type"],
      ["href": string, "rel": string, "type": string, "title": string]),
    "landingPage": object(
      required: ["links"],
      ["title": string, "description": string, "attribution": string, "links": links]),
    "confClasses": object(required: ["conformsTo"], ["conformsTo": array(of: string)]),
    "collections": object(
      required: ["links", "collections"],
      ["links": links, "collections": array(of: schema("collection"))]),
    "collection": object(
      required: ["id", "links"],
      [
        "id": string, "title": string, "description": string, "attribution": string,
        "extent": schema("extent"), "itemType": string, "crs": array(of: string), "links": links,
      ]),
    "extent": object(
      required: ["spatial"],
      [
        "spatial": object(
          required: ["bbox"],
          [
            "bbox": array(of: array(of: .members(["type": .string("number")]))),
            "crs": string,
          ])
      ]),
    "featureCollectionGeoJSON": object(
      required: ["type", "features"],
      [
        "type": .members([
          "type": .string("string"), "enum": .strings(["FeatureCollection"]),
        ]),
        "features": array(of: schema("featureGeoJSON")), "links": links,
        "numberMatched": count, "numberReturned": count, "attribution": string,
      ]),
    "featureGeoJSON": object(
      required: ["type", "geometry", "properties"],
      [
        "type": .members(["type": .string("string"), "enum": .strings(["Feature"])]),
        "id": string,
        "geometry": .members(["type": .string("object"), "nullable": .bool(true)]),
        "properties": .members(["type": .string("object")]),
        "links": links,
      ]),
    "problem": object(
      required: ["code", "description"],
      ["status": count, "code": string, "description": string]),
  ])

  private static let string = JSONValue.members(["type": .string("string")])
  private static let count = JSONValue.members([
    "type": .string("integer"), "minimum": .integer(0),
  ])
  private static let links = array(of: schema("link"))

  private static func object(
    required: [String], _ properties: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    .members([
      "type": .string("object"), "required": .strings(required),
      "properties": .members(properties),
    ])
  }

  private static func array(of items: JSONValue) -> JSONValue {
    .members(["type": .string("array"), "items": items])
  }

  private static func parameter(
    _ name: String, _ description: String, _ schema: JSONValue
  ) -> JSONValue {
    .members([
      "name": .string(name), "in": .string("query"), "required": .bool(false),
      "description": .string(description), "schema": schema, "style": .string("form"),
      "explode": .bool(false),
    ])
  }

  private static func failure(_ description: String) -> JSONValue {
    .members([
      "description": .string(description),
      "content": .members([
        MediaType.problem: .members(["schema": schema("problem")]),
        MediaType.linkedHTML: .members(["schema": string]),
      ]),
    ])
  }
}

// MARK: - References

extension OpenAPIDefinition {
  /// The content of an answer for people.
  static let htmlContent = (MediaType.linkedHTML, string)

  static func answer(_ contents: [(type: String, schema: JSONValue)]) -> JSONValue {
    .members([
      "description": .string("The page asked for."),
      "content": .object(
        contents.map { JSONValue.Member($0.type, .members(["schema": $0.schema])) }),
    ])
  }

  static func schema(_ name: String) -> JSONValue { reference("schemas", name) }

  static func parameter(_ name: String) -> JSONValue { reference("parameters", name) }

  static func response(_ name: String) -> JSONValue { reference("responses", name) }

  private static func reference(_ kind: String, _ name: String) -> JSONValue {
    .members(["$ref": .string("#/components/\(kind)/\(name)")])
  }
}
