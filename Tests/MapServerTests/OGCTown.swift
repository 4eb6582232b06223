import Foundation
import GeoJSON
import MapLayers
import MapServer
import Testing

/// A service of a few small layers, and the ways to ask it.
struct OGCTown {
  let service: FeatureService

  static let origin = "http://127.0.0.1:8080"
  static let crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

  init(_ layers: [Layer] = [Self.wards, Self.organisations, Self.unplaced]) {
    service = FeatureService(
      title: "Town", description: "Where support is.", attribution: ["Credits."],
      collections: layers)
  }

  /// A row of square wards of one degree, from 0° to the east; the third has no score.
  static let wards = Layer(
    name: "wards", title: "Wards",
    columns: [
      Column("code", .text, "The code."), Column("boro_code", .text, "The borough."),
      Column("rank", .integer, "The rank; 1 is the coldest."),
      Column("score", .decimal(places: 2), "The score, 0 to 1."),
    ],
    features: (0..<5).map { index in
      LayerFeature(
        id: "W\(index)", geometry: square(west: Double(index)),
        values: [
          .text("W\(index)"), .text(index < 3 ? "B1" : "B2"),
          .integer(index), index == 2 ? .null : .decimal(Double(index) * 0.25, places: 2),
        ])
    })

  /// Points whose identifiers and names are as awkward as people make them.
  static let organisations = Layer(
    name: "organisations", title: "Organisations",
    columns: [Column("name", .text, "The name.")],
    features: hostile.enumerated().map { index, text in
      LayerFeature(
        id: text, geometry: .point(Position(x: Double(index) / 10, y: 51.5)),
        values: [.text(text)])
    })

  static let hostile = [
    "plain", "org001:remit", "a#b", "a;b=c&d", "two words", "a+b", "100%", "a/b", "50%25", "é Ł 中",
    "<script>alert('1')</script>", "\"quoted\"", "?f=html", "\u{202E}right to left", "a|b^c`d{e}",
  ]

  static let unplaced = Layer(
    name: "organisations-unplaced", title: "Organisations without a place",
    columns: [Column("name", .text, "The name.")],
    features: [LayerFeature(id: "u1", geometry: nil, values: [.text("Somewhere")])])

  /// A layer of one column, which has two decimals.
  static func decimals(_ values: [Double?]) -> Layer {
    Layer(
      name: "decimals", title: "Decimals", columns: [Column("x", .decimal(places: 2), "A number.")],
      features: values.enumerated().map { index, value in
        LayerFeature(
          id: "\(index)", geometry: .point(Position(x: 0, y: 0)),
          values: [value.map { .decimal($0, places: 2) } ?? .null])
      })
  }

  static func square(west: Double, south: Double = 0, side: Double = 1) -> Geometry {
    .multiPolygon([[ring(west: west, south: south, side: side)]])
  }

  static func ring(west: Double, south: Double = 0, side: Double = 1) -> [Position] {
    [
      Position(x: west, y: south), Position(x: west + side, y: south),
      Position(x: west + side, y: south + side), Position(x: west, y: south + side),
      Position(x: west, y: south),
    ]
  }

  /// The answer to a request for a path and a query as a browser's address line shows them.
  func get(
    _ address: String, accept: String? = nil, _ method: Request.Method = .get
  ) throws -> Response {
    try #require(response(address, accept: accept, method))
  }

  /// As ``get(_:accept:_:)``; `nil` where the path is none of the service's.
  func response(
    _ address: String, accept: String? = nil, _ method: Request.Method = .get
  ) -> Response? {
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.count == 1 ? [] : parts[1].split(separator: "&")
    return service.response(
      to: Request(
        method, path: parts[0].split(separator: "/").map(Self.decoded),
        query: query.map { pair in
          let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          return Request.Parameter(
            name: Self.decoded(sides[0]), value: sides.count == 1 ? "" : Self.decoded(sides[1]))
        },
        headers: accept.map { ["accept": $0] } ?? [:], origin: Self.origin))
  }

  /// The answer to a request for the address of a link.
  func follow(_ address: String, accept: String? = nil) throws -> Response {
    try #require(address.hasPrefix(Self.origin + "/"))
    return try get(String(address.dropFirst(Self.origin.count)), accept: accept)
  }

  /// The JSON of a page that must be there.
  func json(_ address: String) throws -> JSONValue {
    let response = try get(address, accept: "application/json")
    #expect(response.status == 200, "\(address)")
    return try response.json
  }

  private static func decoded(_ text: Substring) -> String {
    text.removingPercentEncoding ?? "undecodable"
  }
}

extension Response {
  var json: JSONValue { get throws { try JSONReader().read(body) } }
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension JSONValue {
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// The identifiers of the features of a page.
  var ids: [String] { self["features"]?.elements.compactMap { $0["id"]?.text } ?? [] }

  /// The addresses of the links of a relation.
  func links(_ relation: String) -> [String] {
    (self["links"]?.elements ?? []).filter { $0["rel"]?.text == relation }
      .compactMap { $0["href"]?.text }
  }
}
