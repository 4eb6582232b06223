import GeoJSON
import MapLayers
import MapServer
import Testing

@Suite struct `Documents about the service` {
  private let town = OGCTown()

  @Test func `begin with a landing page that leads everywhere`() throws {
    let landing = try town.json("")
    #expect(landing["title"]?.text == "Town")
    #expect(landing["description"]?.text == "Where support is.")
    #expect(landing["attribution"]?.text == "Credits.")
    for relation in ["self", "alternate", "service-desc", "service-doc", "conformance", "data"] {
      let address = try #require(landing.links(relation).first)
      #expect(try town.follow(address).status == 200)
    }
    #expect(landing.links("self") == ["\(OGCTown.origin)/"])
  }

  /// - SeeAlso: OGC 17-069r4, annex A.
  @Test func `say which parts of the standard are kept`() throws {
    let classes = try town.json("conformance")["conformsTo"]?.elements.compactMap(\.text)
    #expect(
      classes == [
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
      ])
  }

  @Test func `describe each collection as its own page does`() throws {
    let listed = try town.json("collections")["collections"]?.elements ?? []
    #expect(
      listed.compactMap { $0["id"]?.text } == ["wards", "organisations", "organisations-unplaced"])
    for entry in listed {
      let id = try #require(entry["id"]?.text)
      let own = try town.json("collections/\(id)")
      for member in ["id", "title", "description", "extent", "crs", "itemType", "attribution"] {
        #expect(own[member] == entry[member])
      }
      #expect(entry["crs"]?.elements.first?.text == OGCTown.crs84)
      for address in entry.links("items") { #expect(try town.follow(address).status == 200) }
      #expect(own.links("self") == ["\(OGCTown.origin)/collections/\(id)"])
    }
  }

  @Test func `give the extent of what has a place`() throws {
    let wards = try town.json("collections/wards")["extent"]?["spatial"]
    #expect(wards?["bbox"]?.elements.first?.elements.compactMap(\.double) == [0, 0, 5, 1])
    #expect(wards?["crs"]?.text == OGCTown.crs84)
    #expect(try town.json("collections/organisations-unplaced")["extent"] == nil)
  }

  @Test func `have links with a relation, a type, a title and an absolute address`() throws {
    for path in ["", "conformance", "collections", "collections/wards"] {
      let page = try town.json(path)
      let nested = page["collections"]?.elements.flatMap { $0["links"]?.elements ?? [] } ?? []
      for link in (page["links"]?.elements ?? []) + nested {
        for member in ["rel", "type", "title"] { #expect(link[member]?.text?.isEmpty == false) }
        #expect(link["href"]?.text?.hasPrefix(OGCTown.origin + "/") == true)
      }
    }
  }

  @Test func `define every path there is, and every one defined is there`() throws {
    let api = try town.json("api")
    #expect(api["openapi"]?.text == "3.0.3")
    #expect(api["servers"]?.elements.first?["url"]?.text == OGCTown.origin)
    let paths = api["paths"]?.members ?? []
    #expect(paths.count == 5 + 3 * 4)
    for path in paths where !path.name.contains("organisations") {
      let address = path.name.replacing("{featureId}", with: "W0")
      #expect(try town.get(address).status == 200)
    }
    let operations = paths.compactMap { $0.value["get"]?["operationId"]?.text }
    #expect(Set(operations).count == paths.count)
  }

  @Test func `refer to nothing outside the definition, and to nothing that is not in it`() throws {
    let api = try town.json("api")
    var references = 0
    func visit(_ value: JSONValue) {
      if let reference = value["$ref"]?.text {
        references += 1
        #expect(reference.hasPrefix("#/"))
        let target = reference.dropFirst(2).split(separator: "/").reduce(JSONValue?(api)) {
          $0?[String($1)]
        }
        #expect(target != nil, "\(reference)")
      }
      for member in value.members { visit(member.value) }
      for element in value.elements { visit(element) }
    }
    visit(api)
    #expect(references > 20)
  }

  @Test func `define the parameters as the standard asks`() throws {
    let parameters = try town.json("api")["components"]?["parameters"]
    let box = parameters?["bbox"]
    #expect(box?["in"]?.text == "query")
    #expect(box?["explode"] == .bool(false))
    #expect(box?["style"]?.text == "form")
    #expect(box?["schema"]?["minItems"] == .integer(4))
    #expect(box?["schema"]?["maxItems"] == .integer(6))
    let limit = parameters?["limit"]?["schema"]
    #expect(limit?["minimum"] == .integer(1))
    #expect(limit?["maximum"] == .integer(10_000))
    #expect(limit?["default"] == .integer(1_000))
    #expect(parameters?["datetime"]?["schema"]?["type"]?.text == "string")
  }

  @Test func `define every column as a parameter of its collection`() throws {
    let operation = try town.json("api")["paths"]?["/collections/wards/items"]?["get"]
    let names = operation?["parameters"]?.elements.compactMap { $0["name"]?.text }
    #expect(names == ["code", "boro_code", "rank", "score"])
  }

  @Test func `leave columns out that are named as a parameter of the standard`() throws {
    let layer = Layer(
      name: "odd", title: "Odd", columns: [Column("limit", .text, "A limit.")],
      features: [LayerFeature(id: "a", geometry: nil, values: [.text("x")])])
    let town = OGCTown([layer])
    #expect(try town.get("collections/odd/items?limit=x").status == 400)
    #expect(try town.json("collections/odd/items?limit=1").ids == ["a"])
  }

  @Test func `include a schema of the features`() throws {
    let schema = try town.json("collections/wards/schema")
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    let properties = schema["properties"]?["properties"]?["properties"]
    #expect(properties?["rank"]?["type"]?.elements.first?.text == "integer")
    #expect(properties?["score"]?["type"]?.elements.first?.text == "number")
    #expect(properties?["score"]?["description"]?.text == "The score, 0 to 1.")
    let unplaced = try town.json("collections/organisations-unplaced/schema")
    #expect(unplaced["properties"]?["geometry"]?["type"]?.text == "null")
  }
}
