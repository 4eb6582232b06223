import GeoJSON
import MapLayers
import MapServer
import Testing

@Suite struct `Queries for features` {
  private let town = OGCTown()
  private let items = "collections/wards/items"

  @Test(arguments: [
    "unknown=1", "Limit=1", "code%00=1", "=1", "crs=x", "bbox=0,0,1,1&x",
  ])
  func `may have no parameter that is not defined`(query: String) throws {
    let response = try town.get("\(items)?\(query)")
    #expect(response.status == 400)
    #expect(try response.json["code"]?.text == "UnknownParameter")
  }

  @Test(arguments: [
    "", "conformance", "api", "api.html", "collections", "collections/wards",
    "collections/wards/schema", "collections/wards/items/W0",
  ])
  func `and for other pages have no unknown parameter either`(path: String) throws {
    #expect(try town.get("\(path)?unknown=1").status == 400)
    #expect(try town.get("\(path)?limit=1").status == 400)
  }

  @Test(arguments: [
    "limit=1&limit=1", "bbox=0,0,1,1&bbox=0,0,1,1", "f=json&f=json", "code=W0&code=W1",
  ])
  func `give each parameter once`(query: String) throws {
    let response = try town.get("\(items)?\(query)")
    #expect(response.status == 400)
    #expect(try response.json["code"]?.text == "RepeatedParameter")
  }

  @Test(arguments: [
    "limit=", "limit=0", "limit=-1", "limit=1.5", "limit=unlimited", "limit=%201", "limit=%2B1",
    "limit=1e3", "limit=٣", "offset=", "offset=-1", "offset=x", "f=", "f=xml", "f=JSON",
    "f=geojson", "bbox-crs=", "bbox-crs=EPSG:4326", "rank=", "rank=first", "rank=nan", "rank=inf",
    "rank=0x1", "rank=1e999", "score=0,5",
  ])
  func `give values that the parameters can have`(query: String) throws {
    let response = try town.get("\(items)?\(query)")
    #expect(response.status == 400)
    #expect(response.mediaType == "application/problem+json")
    let problem = try response.json
    #expect(problem["status"] == .integer(400))
    #expect(problem["code"]?.text == "InvalidParameterValue")
    #expect(problem["description"]?.text?.contains("must be") == true)
  }

  @Test(arguments: [
    "1,2,3", "", "0,0,1", "0,0,1,1,", "a,b,c,d", "0,10,1,0", "nan,0,1,1", "0,0,inf,1",
    "0,0,1e999,1", "0,0,0,1,1", "0,0,9,1,1,8", "0;0;1;1", "0, 0, 1, 1", "0x0,0,1,1",
    "0,0,1,1,2,2,3",
    "[0,0,1,1]",
  ])
  func `name a box by four or six finite numbers, south before north`(box: String) throws {
    let address = "\(items)?bbox=\(box.replacing(" ", with: "%20"))"
    #expect(try town.get(address).status == 400)
  }

  @Test(arguments: [
    "2025-01-31T12:00:00Z", "2024-02-29T00:00:00Z", "2000-02-29t00:00:00z",
    "2025-01-31T12:00:00.123456789Z", "2025-01-31T12:00:00%2B01:00", "2016-12-31T23:59:60Z",
    "../2030-01-01T00:00:00Z", "2020-01-01T00:00:00Z/..", "/2030-01-01T00:00:00Z",
    "2020-01-01T00:00:00Z/", "2020-01-01T00:00:00Z/2020-01-01T00:00:00Z",
    "2020-01-01T00:00:00Z/2021-01-01T00:00:00.5-12:00", "0000-01-01T00:00:00Z/..",
    // 12:30 in the zone of +01:00 is 11:30 UTC.
    "2020-01-01T12:30:00%2B01:00/2020-01-01T11:30:00Z",
    "2020-01-01T00:00:00.50Z/2020-01-01T00:00:00.5Z",
  ])
  func `may name a time, which chooses every feature, as none has one`(time: String) throws {
    #expect(try town.json("\(items)?datetime=\(time)")["numberMatched"] == .integer(5))
  }

  @Test(arguments: [
    "", "..", "../..", "/", "yesterday", "2025", "2025-01-31", "2025-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z", "2025-04-31T00:00:00Z", "2025-13-01T00:00:00Z",
    "2025-00-01T00:00:00Z", "2025-01-00T00:00:00Z", "2025-01-01T24:00:00Z",
    "2025-01-01T00:60:00Z", "2025-01-01T00:00:61Z", "2025-01-01T00:00:00", "2025-01-01T00:00Z",
    "2025-01-01T00:00:00.Z", "2025-01-01T00:00:00%2B24:00", "2025-01-01 00:00:00Z",
    "2025-01-01T00:00:00Z/2026-01-01T00:00:00Z/..", "..//2025-01-01T00:00:00Z",
    "2026-01-01T00:00:00Z/2025-01-01T00:00:00Z", ".../2025-01-01T00:00:00Z",
    "2020-01-01T00:00:00.51Z/2020-01-01T00:00:00.5Z", "20250-01-01T00:00:00Z",
    "2020-01-01T12:30:00%2B01:00/2020-01-01T11:29:59Z", "２025-01-01T00:00:00Z",
  ])
  func `name a time by RFC 3339, on a day of the calendar`(time: String) throws {
    let address = "\(items)?datetime=\(time.replacing(" ", with: "%20"))"
    #expect(try town.get(address).status == 400)
  }

  @Test func `name no reference system but the one there is`() throws {
    let page = try town.json("\(items)?bbox=0.5,0.5,0.6,0.6&bbox-crs=\(OGCTown.crs84)")
    #expect(page.ids == ["W0"])
  }

  @Test func `that are wrong are shown back no longer than need be`() throws {
    let long = String(repeating: "\u{301}<", count: 10_000)
    let encoded = long.utf8.map {
      "%\(String($0, radix: 16).count == 1 ? "0" : "")" + String($0, radix: 16)
    }
    .joined()
    let response = try town.get("\(items)?limit=\(encoded)")
    #expect(response.status == 400)
    #expect(response.body.count < 1_000)
  }

  @Test func `choose features by the value of a column`() throws {
    #expect(try town.json("\(items)?boro_code=B2").ids == ["W3", "W4"])
    #expect(try town.json("\(items)?boro_code=B1").ids == ["W0", "W1", "W2"])
    #expect(try town.json("\(items)?boro_code=b1").ids == [])
    #expect(try town.json("\(items)?boro_code=").ids == [])
    #expect(try town.json("\(items)?boro_code=B2&code=W3").ids == ["W3"])
    #expect(try town.json("\(items)?boro_code=B2&bbox=4.5,0,9,1").ids == ["W4"])
    #expect(try town.json("\(items)?boro_code=B1")["numberMatched"] == .integer(3))
  }

  @Test(arguments: ["1", "1.0", "01", "1e0", "%2B1", "10e-1"])
  func `compare numbers as numbers`(one: String) throws {
    #expect(try town.json("\(items)?rank=\(one)").ids == ["W1"])
    #expect(try town.json("\(items)?score=\(one)").ids == ["W4"])
  }

  @Test func `find decimals as they are sent, and never what is null`() throws {
    let layer = OGCTown.decimals([1.004, 1.006, 1.01, nil, 0, -0.001, 2e15])
    let town = OGCTown([layer])
    let items = "collections/decimals/items"
    #expect(try town.json("\(items)?x=1").ids == ["0"])
    #expect(try town.json("\(items)?x=1.01").ids == ["1", "2"])
    #expect(try town.json("\(items)?x=1.004").ids == [])
    #expect(try town.json("\(items)?x=0").ids == ["4", "5"])
    #expect(try town.json("\(items)?x=2000000000000000").ids == ["6"])
  }

  @Test func `find text whatever it holds`() throws {
    for text in OGCTown.hostile {
      let encoded = text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let page = try town.json("collections/organisations/items?name=\(encoded)")
      #expect(page.ids == [text])
      let own = try #require(page.links("self").first)
      #expect(try town.follow(own).json.ids == [text])
    }
  }
}
