import GeoJSON
import MapLayers
import MapServer
import Testing

@Suite struct `Pages of the feature service` {
  private let town = OGCTown()

  @Test(arguments: ["index.html", "data/wards.geojson", "collection", "API", "api.json", "tiles"])
  func `leaves every other path to others`(path: String) {
    #expect(town.response(path) == nil)
  }

  @Test(arguments: [
    "", "conformance", "api", "api.html", "collections", "collections/wards",
    "collections/wards/schema", "collections/wards/items", "collections/wards/items/W0",
  ])
  func `answers for its own paths`(path: String) throws {
    #expect(try town.get(path).status == 200)
    #expect(try town.get(path, .head).status == 200)
  }

  @Test(arguments: [
    "collections/none", "collections/none/items", "collections/wards/none",
    "collections/wards/items/none", "collections/wards/schema/none", "conformance/none",
    "api/none", "api.html/none", "collections/Wards",
  ])
  func `says that there is no such page below its own paths`(path: String) throws {
    let response = try town.get(path)
    #expect(response.status == 404)
    #expect(response.mediaType == "application/problem+json")
    #expect(try response.json["code"]?.text == "NotFound")
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func `refuses to do anything but read`(method: String) throws {
    let response = try town.get("collections/wards/items", .other(method))
    #expect(response.status == 405)
    #expect(response.headers.contains { $0.name == "Allow" && $0.value == "GET, HEAD" })
  }

  @Test func `leaves the root to the map for those who would rather have HTML`() throws {
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    #expect(town.response("", accept: browser) == nil)
    #expect(try town.get("", accept: "application/json").mediaType == "application/json")
    #expect(try town.get("", accept: "*/*").mediaType == "application/json")
    #expect(try town.get("").mediaType == "application/json")
    #expect(try town.get("?f=json", accept: browser).mediaType == "application/json")
    #expect(try town.get("?f=html", accept: browser).mediaType.hasPrefix("text/html"))
  }

  @Test func `stands below a base path, and answers there for its root too`() throws {
    let service = FeatureService(
      title: "T", description: "D", attribution: [], collections: [OGCTown.wards],
      basePath: ["ogc", "v 1"])
    #expect(service.response(to: Request(path: [])) == nil)
    #expect(service.response(to: Request(path: ["collections"])) == nil)
    #expect(service.response(to: Request(path: ["ogc"])) == nil)
    let root = try #require(
      service.response(to: Request(path: ["ogc", "v 1"], headers: ["accept": "text/html"])))
    #expect(root.mediaType.hasPrefix("text/html"))
    let page = try #require(
      service.response(to: Request(path: ["ogc", "v 1", "collections", "wards", "items"])))
    #expect(
      try page.json.links("self") == ["http://127.0.0.1/ogc/v%201/collections/wards/items"])
  }
}
