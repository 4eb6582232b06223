import GeoJSON
import MapLayers
import MapServer
import Testing

@Suite struct `Pages of features` {
  private let town = OGCTown()
  private let items = "collections/wards/items"

  @Test(arguments: [1, 2, 3, 4, 5, 6, 10_000])
  func `reach every feature once by their next links`(limit: Int) throws {
    var ids: [String] = []
    var next: String? = "\(OGCTown.origin)/\(items)?limit=\(limit)"
    while let address = next {
      let page = try town.follow(address).json
      #expect(page.ids.count <= limit)
      #expect(page["numberReturned"] == .integer(page.ids.count))
      #expect(page["numberMatched"] == .integer(5))
      ids += page.ids
      next = page.links("next").first
    }
    #expect(ids == ["W0", "W1", "W3", "W4", "W2"])
  }

  @Test func `keep what was asked for in their next links`() throws {
    let query =
      "bbox=0.5,0,3.5,1&bbox-crs=\(OGCTown.crs84)&boro_code=B1&f=json&limit=1"
      + "&datetime=2020-01-01T00:00:00%2B01:00/.."
    var ids: [String] = []
    var next: String? = "\(OGCTown.origin)/\(items)?\(query)"
    while let address = next {
      let page = try town.follow(address, accept: "text/html").json
      #expect(page["numberMatched"] == .integer(3))
      ids += page.ids
      next = page.links("next").first
    }
    #expect(ids == ["W0", "W1", "W2"])
  }

  @Test func `lead back by their prev links`() throws {
    let page = try town.json("\(items)?limit=2&offset=4")
    #expect(page.ids == ["W2"])
    #expect(page.links("next").isEmpty)
    let before = try town.follow(try #require(page.links("prev").first)).json
    #expect(before.ids == ["W3", "W4"])
    let first = try town.follow(try #require(before.links("prev").first)).json
    #expect(first.ids == ["W0", "W1"])
    #expect(first.links("prev").isEmpty)
  }

  @Test(arguments: ["5", "6", "99999999999999999999999999"])
  func `beyond the last are empty and lead back to it`(offset: String) throws {
    let page = try town.json("\(items)?limit=2&offset=\(offset)")
    #expect(page.ids == [])
    #expect(page["numberReturned"] == .integer(0))
    #expect(page["numberMatched"] == .integer(5))
    #expect(page.links("next").isEmpty)
    #expect(try town.follow(try #require(page.links("prev").first)).json.ids == ["W4", "W2"])
  }

  @Test(arguments: [nil, "10", "10000", "10001", "99999999999999999999999999"])
  func `hold a thousand features unless asked otherwise, and at most ten thousand`(
    limit: String?
  ) throws {
    let expected = ["10": 10, nil: 1_000][limit] ?? 10_000
    let layer = OGCTown.decimals(Array(repeating: 1, count: 10_500))
    let query = limit.map { "?limit=\($0)" } ?? ""
    let page = try OGCTown([layer]).json("collections/decimals/items\(query)")
    #expect(page.ids.count == expected)
    #expect(page.links("next").first?.contains("offset=\(expected)") == true)
  }

  @Test func `begin with features that have a value in every column`() throws {
    let layer = OGCTown.decimals([nil, nil, 1, nil, 2, 3, nil])
    let page = try OGCTown([layer]).json("collections/decimals/items")
    #expect(page.ids == ["2", "4", "5", "0", "1", "3", "6"])
  }

  /// GDAL takes a column for whole numbers if it meets none but these on the first page.
  @Test func `show decimals in columns that have them, and none in others`() throws {
    let text = try OGCTown([OGCTown.decimals([0, 1, -2, 0.5, 1e16, 1e30, nil])])
      .get("collections/decimals/items").text
    for number in ["0.0", "1.0", "-2.0", "0.5", "10000000000000000.0", "null"] {
      #expect(text.contains("{\"x\":\(number)}"))
    }
    #expect(try town.get("collections/wards/items/W1").text.contains("\"rank\":1,"))
  }

  @Test func `carry the credits and the reference system`() throws {
    let response = try town.get(items)
    #expect(response.mediaType == "application/geo+json")
    #expect(
      response.headers.contains { $0.name == "Content-Crs" && $0.value == "<\(OGCTown.crs84)>" })
    let page = try response.json
    #expect(page["type"]?.text == "FeatureCollection")
    // An hour would make every answer another, and tags and stores of answers useless.
    #expect(page["timeStamp"] == nil)
    #expect(page["attribution"]?.text == "Credits.")
  }

  @Test func `hold the features of the layer as they are`() throws {
    for layer in [OGCTown.wards, OGCTown.organisations, OGCTown.unplaced] {
      let read = try GeoJSONReader().read(town.get("collections/\(layer.name)/items").body)
      #expect(read.warnings.isEmpty)
      let file = try GeoJSONReader().read(layer.geoJSON(attribution: []))
      #expect(read.features.count == file.features.count)
      for feature in file.features {
        let sent = try #require(read.features.first { $0.id == feature.id })
        #expect(sent.geometry == feature.geometry)
        #expect(sent.properties.keys == feature.properties.keys)
        for key in feature.properties.keys {
          let (one, other) = (sent.properties[key], feature.properties[key])
          #expect(one == other || one?.double == other?.double && one?.double != nil)
        }
      }
    }
  }

  @Test func `link to themselves, to the other form and to their collection`() throws {
    let page = try town.json("\(items)?limit=1&code=W0")
    let address = "\(OGCTown.origin)/\(items)?limit=1&code=W0"
    #expect(page.links("self") == [address])
    #expect(page.links("alternate") == [address + "&f=html"])
    #expect(page.links("collection") == ["\(OGCTown.origin)/collections/wards"])
    for link in page["links"]?.elements ?? [] {
      #expect(link["rel"]?.text != nil && link["type"]?.text != nil && link["title"]?.text != nil)
    }
  }

  @Test func `of one feature show it as the page of all does, with links of its own`() throws {
    let all = try town.json("collections/organisations/items")
    for feature in all["features"]?.elements ?? [] {
      let id = try #require(feature["id"]?.text)
      let step = id.split(separator: "/").map { part in
        part.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }.joined(separator: "/")
      let one = try town.json("collections/organisations/items/\(step)")
      #expect(one["type"]?.text == "Feature")
      for member in ["id", "properties", "geometry"] { #expect(one[member] == feature[member]) }
      #expect(one.links("collection") == ["\(OGCTown.origin)/collections/organisations"])
      let own = try #require(one.links("self").first)
      #expect(try town.follow(own).json["id"]?.text == id)
      #expect(own.utf8.allSatisfy { (0x21...0x7E).contains($0) })
      #expect(!own.contains("#") && !own.contains("?") && !own.contains(";"))
    }
  }
}
