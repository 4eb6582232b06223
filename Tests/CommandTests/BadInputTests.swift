import Foundation
import TestSupport
import Testing

/// Something wrong with a study, and what the command must say of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let code: String
  let place: String
  var status: Int32 = 3
  let spoil: @Sendable (inout SampleStudy) throws -> Void

  init(
    _ name: String, _ code: String, at place: String, status: Int32 = 3,
    _ spoil: @escaping @Sendable (inout SampleStudy) throws -> Void
  ) {
    testDescription = name
    self.code = code
    self.place = place
    self.status = status
    self.spoil = spoil
  }
}

@Suite struct `Bad input` {
  @Test(arguments: BadInput.all)
  func `is refused with its code and its place, and spoils nothing`(input: BadInput) async throws {
    var study = SampleStudy(.nationalGrid)
    try input.spoil(&study)
    let folder = try study.written()
    let earlier = ["wards.geojson", "ranking-wards.csv", "manifest.json"]
    for name in earlier { try folder.write("earlier \(name)", to: "out/\(name)") }
    let before = folder.files(in: "out")
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--overwrite", in: folder.url)
    #expect(run.status == input.status)
    #expect(run.stdout.isEmpty)
    let message = try #require(run.stderr.split(separator: "\n").first { $0.hasPrefix("error") })
    #expect(message.hasPrefix("error[\(input.code)] "), "\(run.stderr)")
    #expect(message.contains(input.place), "\(run.stderr)")
    #expect(folder.files(in: "out") == before)
  }
}

extension BadInput {
  static let all = boundaries + tables + misfits

  private static let boundaries = [
    BadInput("truncated JSON", "E205", at: "wards.geojson:3:") {
      $0["wards.geojson"] =
        String($0["wards.geojson"].split(separator: "\n")[..<2].joined(separator: "\n"))
        + "\n{\"type\":"
    },
    BadInput("metres without a crs", "E210", at: "wards.geojson feature 0") {
      try $0.replace(
        "borough = \"borough\"\ncrs = \"EPSG:27700\"", with: "borough = \"borough\"",
        in: "study.toml")
    },
    BadInput("degrees declared as metres", "E210", at: "wards.geojson") {
      $0["wards.geojson"] = SampleStudy(.lyon)["wards.geojson"]
    },
    BadInput("a ring that crosses itself", "E209", at: "W1: ") { study in
      let (two, three) = ("[\(study.at(10, 10))]", "[\(study.at(10, 20))]")
      try study.replace(
        "\(two),\(three),[\(study.at(0, 20))]",
        with: "\(three),\(two),[\(study.at(0, 20))]", in: "wards.geojson")
    },
    BadInput("a ring that is not closed", "E208", at: "wards.geojson feature 0") { study in
      try study.replace(
        "[\(study.at(0, 20))],[\(study.at(0, 10))]]]", with: "[\(study.at(0, 20))]]]",
        in: "wards.geojson")
    },
    BadInput("two wards with one code", "E211", at: "wards.geojson: \"W1\"") {
      try $0.replace("\"code\":\"W2\"", with: "\"code\":\"W1\"", in: "wards.geojson")
    },
    BadInput("a point for a ward", "E207", at: "wards.geojson feature 0") {
      $0["wards.geojson"] =
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":"#
        + #"{"code":"W1","name":"n","borough":"B1"},"geometry":"#
        + #"{"type":"Point","coordinates":[530000,180000]}}]}"#
    },
    BadInput("a property that is not there", "E206", at: "\"borough\"") {
      try $0.replace("\"borough\":", with: "\"LAD24CD\":", in: "wards.geojson")
    },
    BadInput("a file that is not there", "E200", at: "boroughs.geojson") {
      $0.remove("boroughs.geojson")
    },
    BadInput(
      "a reference system that is unknown", "E103", at: "study.toml:7: \"wards.crs\"", status: 2
    ) {
      try $0.replace("\"EPSG:27700\"", with: "\"EPSG:999999\"", in: "study.toml")
    },
  ]

  private static let tables = [
    BadInput("fewer people than none", "E212", at: "places.csv:3: \"-100\"") {
      try $0.replace(",100,10\np3", with: ",-100,10\np3", in: "places.csv")
    },
    BadInput("people that are no number", "E212", at: "places.csv:3: \"NaN\"") {
      try $0.replace(",100,10\np3", with: ",NaN,10\np3", in: "places.csv")
    },
    BadInput("people too few to be counted", "E212", at: "places.csv:3: \"1e-320\"") {
      try $0.replace(",100,10\np3", with: ",1e-320,10\np3", in: "places.csv")
    },
    BadInput("an empty figure", "E213", at: "places.csv:3: \"people\"") {
      try $0.replace(",100,10\np3", with: ",,10\np3", in: "places.csv")
    },
    BadInput("an empty file", "E201", at: "organisations.csv") { $0["organisations.csv"] = "" },
    BadInput("a header alone", "E201", at: "places.csv") {
      $0["places.csv"] = "id,x,y,people,need\n"
    },
    BadInput("a column that is not there", "E206", at: "places.csv has no \"people\"") {
      try $0.replace("people", with: "souls", in: "places.csv")
    },
    BadInput("two places with one id", "E211", at: "places.csv: \"p1\"") {
      try $0.replace("\np2,", with: "\np1,", in: "places.csv")
    },
    BadInput("two organisations with one id", "E211", at: "organisations.csv: \"a\"") {
      try $0.replace("\nb,", with: "\na,", in: "organisations.csv")
    },
    BadInput("a row with too many cells", "E204", at: "organisations.csv:3") {
      try $0.replace("Beta Anchor", with: "Beta, Anchor", in: "organisations.csv")
    },
    BadInput("a quote without an end", "E204", at: "organisations.csv:4") {
      try $0.replace("Gamma Network", with: "\"Gamma Network", in: "organisations.csv")
    },
    BadInput("text in UTF-32", "E217", at: "organisations.csv: ") {
      let letters: [UInt8] = Array($0["organisations.csv"].utf8)
      let wide: [UInt8] = letters.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0, 0, 0] }
      $0.setBytes([0xFF, 0xFE, 0, 0] + wide, of: "organisations.csv")
    },
    BadInput("a study file that is not UTF-8", "E203", at: "study.toml:1") {
      $0.setBytes([0xE9] + $0["study.toml"].utf8, of: "study.toml")
    },
    BadInput("two columns of one name", "E211", at: "places.csv: \"people\"") {
      try $0.replace("id,x,y,people,need", with: "id,x,y,people,people", in: "places.csv")
    },
    BadInput("a position that is not on the Earth", "E210", at: "places.csv line 2") {
      try $0.replace("\np1,530", with: "\np1,999999999530", in: "places.csv")
    },
    BadInput("a study across the 180° meridian", "E214", at: "180° meridian") {
      // UTM zone 1 has its middle at 177° W; 18° south, 3° are 317 km, so the meridian is at 182 km.
      $0["wards.geojson"] = SampleStudy.document([
        #"{"type":"Feature","properties":{"code":"W","name":"W","borough":"B1"},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[[181000,8000000],[184000,8000000],"#
          + #"[184000,8001000],[181000,8001000],[181000,8000000]]]}}"#
      ])
      $0["study.toml"] = $0["study.toml"].replacing("EPSG:27700", with: "EPSG:32701")
    },
    BadInput("a map of the world for a plane", "E214", at: "EPSG:3395") {
      // World Mercator: at the latitude of London a metre is 1.6 m wide.
      $0["study.toml"] = "crs = \"EPSG:3395\"\n" + $0["study.toml"]
    },
    BadInput("JSON nested too deep", "E202", at: "wards.geojson", status: 6) {
      let depth = 100
      $0["wards.geojson"] =
        #"{"type":"FeatureCollection","features":[],"deep":"#
        + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    },
    BadInput("a kind that no organisation has", "E103", at: "\"csv\"", status: 2) {
      $0["study.toml"] += "kinds = [\"csv\"]\n"
    },
    BadInput("a function's column that a layer has", "E212", at: "functions.csv:2: \"people\"") {
      try $0.replace("s_advi", with: "people", in: "functions.csv")
    },
  ]

  private static let misfits = [
    BadInput("need for some of the wards only", "E301", at: "need.csv", status: 4) {
      $0["need.csv"] = "ward,index\nW1,1\nW2,2\nW3,3\n"
      try $0.replace(
        "column = \"need\"",
        with: "file = \"need.csv\"\nunit = \"ward\"\ncode = \"ward\"\ncolumn = \"index\"",
        in: "study.toml")
    },
    BadInput("places in another town", "E302", at: "places.csv", status: 4) {
      $0["places.csv"] = "id,x,y,people,need\np1,180000,530000,1,1\n"
    },
  ]
}
