import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `Organisation known by its postcode's sector` {
  private static func study(least: String = "") throws -> TemporaryFolder {
    var study = SampleStudy()
    study["sectors.csv"] = "sector,lat,lon\nSE1 7,45.755,4.855\n"
    study["organisations.csv"] = """
      id,name,kind,status,serves,x,y,specialisms,postcode,note
      a,Alpha Centre,cvs,active,B1,\(study.at(5, 15)),advice;space,,"moved
      in 2023"
      s,Sector House,cvs,active,,,,space,SE1 7PB,
      t,Sector Trust,cvs,active,B2,,,advice,SE1 7PB,heard of

      """
    try study.replace("serves = ", with: "postcodes = \"sectors.csv\"\nserves = ", in: "study.toml")
    try study.replace("radius_m = 3000", with: "radius_m = 3000\n\(least)", in: "study.toml")
    return try study.written()
  }

  @Test func `is not measured from, and that is said`() async throws {
    let folder = try Self.study()
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let layer = try GeoJSONReader().read(folder.bytes(of: "out/organisations.geojson"))
    #expect(
      layer.features.map { $0.properties["why"]?.text } == [
        "", "coarse_location", "coarse_location",
      ])
    #expect(layer.features.map { $0.properties["counted"]?.text } == ["yes", "no", "yes"])
    #expect(layer.features.map { $0.properties["postcode"]?.text } == ["", "SE1 7PB", "SE1 7PB"])
    let manifest = try JSONReader().read(folder.bytes(of: "out/manifest.json"))
    #expect(manifest["parameters"]?["least_precision"] == .string("output_area"))
    #expect(manifest["counts"]?["organisations_coarse_location"] == .integer(1))
  }

  @Test func `is measured from when the study asks for it`() async throws {
    let folder = try Self.study(least: "least_precision = \"postcode_sector\"")
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let layer = try GeoJSONReader().read(folder.bytes(of: "out/organisations.geojson"))
    #expect(layer.features.map { $0.properties["counted"]?.text } == ["yes", "yes", "yes"])
  }

  @Test(arguments: ["none", "borough_point", "roughly"])
  func `cannot be asked for by a precision that is no site`(word: String) async throws {
    let folder = try Self.study(least: "least_precision = \"\(word)\"")
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 2)
    #expect(run.stderr.contains("error[E103]"))
    #expect(run.stderr.contains("\"postcode_district\""))
  }

  @Test func `is shown with the row and the remark that told of it`() async throws {
    let folder = try Self.study(least: "least_precision = \"postcode_sector\"")
    let explain = try await CommandRun("explain", "W4", "-c", "study.toml", in: folder.url)
    #expect(
      explain.stdout.contains("km (SE1 7PB): advice\n          organisations.csv:5: heard of\n"))
    let locate = try await CommandRun(
      "locate", "--at", "4.845,45.765", "-c", "study.toml", in: folder.url)
    // The remark was written on two lines, and the row begins on the first.
    #expect(locate.stdout.contains("advice, space\n    organisations.csv:2: moved in 2023\n"))
    let json = try JSONReader().read(
      Array(
        try await CommandRun(
          "locate", "--at", "4.845,45.765", "-c", "study.toml", "--json", in: folder.url
        ).stdout.utf8))
    let alpha = try #require(json["reached_by"]?.elements?.first { $0["id"] == .string("a") })
    #expect(alpha["rows"] == .array([.string("organisations.csv:2")]))
    #expect(alpha["note"] == .string("moved\nin 2023"))
    let trust = try #require(json["reached_by"]?.elements?.first { $0["id"] == .string("t") })
    #expect(trust["site"] == .string("SE1 7PB"))
  }
}
