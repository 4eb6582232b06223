import GeometryEngine
import Intake
import Places
import SimpleFeatures
import Testing

@Suite struct `Organisation reader` {
  private let town: TownWithOrganisations

  init() throws {
    town = try TownWithOrganisations()
  }

  @Test func `keeps everything that a full row says`() throws {
    let text =
      "id,name,kind,status,group,serves_gss,easting,northing,location_precision,specialisms,"
      + "capacity,radius_m,source,confidence,url,note\n"
      + "o1,One,cvs,closed,g1,B1;W4;B1,530500,181500,Postcode,advice; Space,2.5,1500,page,high,"
      + "https://example.org/,\"seen, 2024\"\n"
    let organisation = try #require(try town.read(text).organisations.first)
    #expect(
      organisation
        == Organisation(
          id: "o1", name: "One", kind: "cvs", status: "closed", group: "g1",
          site: Site(
            position: Coordinate(x: 530_500, y: 181_500), precision: .postcode,
            source: Self.source(line: 2)),
          remit: .areas(["B1", "W4"]), radius: .metres(1500), capacity: 2.5, functions: [0, 1],
          provenance: Provenance(
            source: "page", confidence: "high", url: "https://example.org/", note: "seen, 2024",
            rows: [Self.source(line: 2)])))
  }

  @Test func `needs no more than an id, a name and the specialisms`() throws {
    let organisation = try #require(
      try town.read("id,name,specialisms\no1,One,advice\n").organisations.first)
    #expect(
      organisation
        == Organisation(
          id: "o1", name: "One", functions: [0],
          provenance: Provenance(rows: [Self.source(line: 2)])))
    #expect(organisation.group == "o1")
    #expect(organisation.status == "active")
  }

  @Test func `gives the same organisations in any order of rows`() throws {
    let rows = ["b,B,B1,530500,181500,advice", "a,A,,531500,180500,space", "c,C,W3,,,advice"]
    // All but the lines that they come from.
    func read(_ rows: [String]) throws -> [Organisation] {
      try town.read(rows: rows).organisations.map { read in
        Organisation(
          id: read.id, name: read.name,
          sites: read.sites.map {
            Site(position: $0.position, precision: $0.precision)
          }, remit: read.remit, functions: read.functions)
      }
    }
    let expected = try read(rows)
    #expect(expected.map(\.id) == ["a", "b", "c"])
    #expect(try read(rows.reversed()) == expected)
  }

  private static func source(line: Int) -> RowSource {
    RowSource(file: "organisations.csv", line: line)
  }

  @Test(arguments: ["pan-london", "Pan-London", " PAN-LONDON "])
  func `knows the word for the whole study area`(word: String) throws {
    let read = try town.read(rows: ["a,A,\(word),530500,181500,advice"])
    #expect(read.organisations[0].remit == .everywhere)
    #expect(read.findings.isEmpty)
  }

  @Test func `takes the word for everywhere from the study`() throws {
    var columns = town.columns
    columns.everywhere = "national"
    let read = try town.read(rows: ["a,A,B1;National,530500,181500,advice"], columns: columns)
    #expect(read.organisations[0].remit == .everywhere)
  }

  @Test func `takes a position without a word on it for a point`() throws {
    let text = TownWithOrganisations.header + "a,A,,530500,181500,advice\n"
    #expect(try town.read(text).organisations[0].site.precision == .point)
  }

  @Test func `keeps the middle of a borough as a point on the map that is no site`() throws {
    let text =
      "id,name,easting,northing,location_precision,serves_gss,specialisms\n"
      + "a,A,530500,181500,borough_point,B1,advice\n"
    let site = try town.read(text).organisations[0].site
    #expect(site.position == Coordinate(x: 530_500, y: 181_500))
    #expect(site.position(knownAtLeast: .postcodeDistrict) == nil)
  }

  @Test func `refuses a precision that it does not know`() throws {
    let text =
      "id,name,easting,northing,location_precision,specialisms\n"
      + "a,A,530500,181500,roughly,advice\n"
    #expect { try town.read(text) } throws: {
      guard case IntakeError.invalidValue(_, 2, "location_precision", "roughly", let expected) = $0
      else { return false }
      return LocationPrecision.allCases.allSatisfy { expected.contains($0.rawValue) }
    }
  }

  @Test func `places a postcode without a position at the middle of its sector`() throws {
    let sectors = try PostcodeDirectoryReader().read([
      InputFile("sector,lat,lon\nSE1 7,51.5,-0.11\n")
    ]).directory
    let middle = LonLat(longitude: -0.11, latitude: 51.5)
    let text =
      "id,name,easting,northing,postcode,specialisms\n"
      + "a,A,,,se17pb,advice\nb,B,530500,181500,SE1 7PB,advice\nc,C,,,SW1A 1AA,advice\n"
    let organisations = try town.read(text, postcodes: sectors).organisations
    #expect(organisations.map(\.site.precision) == [.postcodeSector, .point, .none])
    let expected = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
      .coordinate(of: middle)
    #expect(organisations[0].site.position == expected)
    #expect(try town.read(text).organisations[0].site.position == nil)
  }

  @Test(arguments: ["0", "-5", "NaN", "far"])
  func `refuses a radius below a metre`(radius: String) throws {
    #expect { try town.read("id,name,specialisms,radius_m\na,A,advice,\(radius)\n") } throws: {
      guard case IntakeError.invalidValue(_, 2, "radius_m", radius, _) = $0 else { return false }
      return true
    }
  }

  @Test(arguments: ["-1", "NaN", "large"])
  func `refuses a capacity below 0`(capacity: String) throws {
    #expect { try town.read("id,name,specialisms,capacity\na,A,advice,\(capacity)\n") } throws: {
      guard case IntakeError.invalidValue(_, 2, "capacity", capacity, _) = $0 else {
        return false
      }
      return true
    }
  }

  @Test func `refuses an id that stands twice`() throws {
    #expect(throws: IntakeError.duplicate(file: "organisations.csv", column: "id", value: "a")) {
      try town.read(rows: ["a,A,,530500,181500,advice", "b,B,,,,", "a,C,,531500,180500,space"])
    }
  }

  @Test func `sets half a position aside, and says so`() throws {
    let reading = try town.read(rows: ["a,A,B1,530500,,advice"])
    #expect(reading.organisations[0].sites.isEmpty)
    #expect(reading.findings.map(\.code) == ["W128"])
    #expect(reading.findings[0].occurrences.map(\.line) == [2])
    #expect { try town.read("id,name,easting,specialisms\na,A,530500,advice\n") } throws: {
      guard case IntakeError.missingColumn(_, "northing", _) = $0 else { return false }
      return true
    }
  }

  @Test func `reads metres where degrees should be, if only they fit, and says so`() throws {
    let text = "id,name,lon,lat,specialisms\na,A,-0.1,51.5,advice\nb,B,530500,181500,advice\n"
    let reading = try town.read(text, columns: .init(), system: .wgs84)
    #expect(reading.organisations[1].site.position == Coordinate(x: 530_500, y: 181_500))
    #expect(reading.findings.filter { $0.code == "W127" }.map(\.count) == [1])
    #expect(reading.account.repaired == 1)
  }
}
