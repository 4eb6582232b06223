internal import GeoJSON
internal import MapLayers

extension FeatureService {
  /// The JSON Schema that every feature of a layer keeps to.
  ///
  /// - SeeAlso: JSON Schema, draft 2020-12.
  func schema(_ layer: PublishedLayer, _ visit: Visit) -> Response {
    let properties = layer.columns.map { column in
      JSONValue.Member(
        column.name,
        .members([
          "type": .strings([column.kind.jsonType, "null"]),
          "description": .string(column.meaning),
        ]))
    }
    return visit.response(
      json: .members([
        "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
        "$id": .string(visit.addresses.address(visit.steps)),
        "title": .string(layer.title), "type": .string("object"),
        "required": .strings(["type", "id", "properties", "geometry"]),
        "properties": .members([
          "type": .members(["const": .string("Feature")]),
          "id": .members(["type": .string("string")]),
          "properties": .members([
            "type": .string("object"), "required": .strings(layer.columns.map(\.name)),
            "properties": .object(properties), "additionalProperties": .bool(false),
          ]),
          "geometry": Self.schema(ofGeometriesIn: layer),
        ]),
      ]), mediaType: MediaType.schema)
  }

  /// Map software opens a layer by the types of its geometries.
  private static func schema(ofGeometriesIn layer: PublishedLayer) -> JSONValue {
    let types = Set(layer.features.compactMap { $0.geometry?.typeName }).sorted()
    let none = layer.features.contains { $0.geometry == nil }
    guard !types.isEmpty else { return .members(["type": .string("null")]) }
    return .members([
      "type": .strings(none ? ["object", "null"] : ["object"]),
      "properties": .members(["type": .members(["enum": .strings(types)])]),
    ])
  }
}

extension Column.Kind {
  /// The type of the values in JSON.
  var jsonType: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .decimal: "number"
    }
  }
}
