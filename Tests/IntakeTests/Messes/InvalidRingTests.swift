import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Boundary files with borders that cross, double corners, and areas that do not fit.
@Suite struct `Broken boundaries` {
  private let projection: StudyProjection

  init() throws {
    projection = try StudyProjection(to: .britishNationalGrid)
  }

  private func read(
    _ wards: String..., repairs: Bool = false
  ) throws -> (boundaries: Boundaries, findings: [Finding]) {
    let features = wards.joined(separator: ",")
    let text =
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:27700"}},"#
      + #""features":[\#(features)]}"#
    let source = try AreaFile(InputFile(text, name: "wards.geojson"))
    return try AreaReader(level: "ward", repairs: repairs)
      .boundariesAndRepairs(of: source, in: projection)
  }

  private static let good = Document.ward("W1", Document.square(530_000, 180_000, 1000))
  /// Two triangles that meet in the middle of a square of a kilometre: each is a quarter of it.
  private static let bad = Document.ward("W2", Document.bowTie(531_000, 180_000, 1000))

  @Test func `are refused, area and place named`() throws {
    #expect(
      throws: IntakeError.selfCrossing(
        file: "wards.geojson", area: "W2", reason: "Self-intersection", x: 531_500, y: 180_500)
    ) { try read(Self.good, Self.bad) }
  }

  @Test func `are mended where asked, the area before and after said`() throws {
    let (wards, findings) = try read(Self.good, Self.bad, repairs: true)
    #expect(wards.areas.map { $0.shape.area } == [1e6, 5e5])
    #expect(findings.map(\.code) == ["W125"])
    let place = try #require(findings.first?.occurrences.first)
    #expect((place.line, place.value) == (2, "W2"))
    // The two triangles run in opposite senses, so that the area as drawn is nothing.
    #expect(place.remark == "0 m² before, 500000 m² after")
    #expect(try read(Self.good, repairs: true).findings == [])
  }

  @Test func `may have corners twice`() throws {
    let ring =
      "[[530000,180000],[531000,180000],[531000,180000],[531000,181000],[530000,181000],"
      + "[530000,181000],[530000,180000]]"
    #expect(try read(Document.ward("W1", ring)).boundaries.areas[0].shape.area == 1e6)
  }

  @Test func `may have rings that are none`() throws {
    let ring = "[[530000,180000],[531000,180000],[530000,180000]]"
    #expect {
      try read(Document.ward("W1", ring))
    } throws: { ($0 as? IntakeError)?.code == "E208" }
  }

  @Test func `may have two areas with one code`() throws {
    #expect(throws: IntakeError.duplicate(file: "wards.geojson", column: "gss_code", value: "W1")) {
      try read(Self.good, Self.good)
    }
  }

  @Test func `are all reported by a check, with what else does not fit`() throws {
    // W1 and W3 overlap by a strip of 10 m; W4 stands half a metre from W1.
    let text = Document.collection(
      Self.good, Self.bad, Document.ward("W3", Document.square(530_000, 180_990, 1000)),
      Document.ward("W4", Document.square(528_999.5, 180_000, 1000)), crs: "EPSG:27700")
    let source = try AreaFile(InputFile(text, name: "wards.geojson"))
    let (rows, problems) = try AreaReader(level: "ward").rows(of: source, in: projection)
    #expect((rows.count, problems.count) == (4, 0))
    let report = BoundaryCheck().report(
      on: rows.map {
        BoundaryCheck.Subject(
          code: AreaCode($0.code), name: $0.name, parent: nil, shape: $0.shape)
      })
    let overlaps = report.faults.filter { $0.kind == .overlap }
    #expect(overlaps.map(\.codes) == [["W1", "W3"]])
    #expect(overlaps[0].patch?.area.agrees(with: 10_000) == true)
    #expect(report.faults.filter { $0.kind == .invalidShape }.map(\.codes) == [["W2"]])
    #expect(report.faults.contains { $0.kind == .openGap && $0.codes.contains("W4") })
  }
}
