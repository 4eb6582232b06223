import GeometryEngine
import Intake
import SimpleFeatures
import Testing

@Suite struct `Area file` {
  private static let degrees = Document.collection(
    Document.ward("W1", Document.square(-0.1, 51, 1)))
  private static let metres = Document.square(530_000, 180_000, 1000)

  @Test func `is in longitude and latitude when it says nothing`() throws {
    let file = try AreaFile(InputFile(Self.degrees))
    #expect(file.system == .wgs84)
    #expect(file.findings.isEmpty)
    #expect(file.bounds == BoundingBox(minX: -0.1, minY: 51, maxX: 0.9, maxY: 52))
  }

  @Test func `honours an old crs member and says so`() throws {
    let text = Document.collection(
      Document.ward("W1", Self.metres), crs: "urn:ogc:def:crs:EPSG::27700")
    let file = try AreaFile(InputFile(text, name: "wards.geojson"))
    #expect(file.system == .britishNationalGrid)
    #expect(file.findings.map(\.code) == ["W108"])
    #expect(file.findings[0].severity == .warning)
    #expect(file.findings[0].message.contains("EPSG:27700"))
    #expect(try file.metricSystem() == .britishNationalGrid)
  }

  @Test func `says nothing of an old crs member that names WGS 84`() throws {
    let text = Self.degrees.replacing(
      #""features""#,
      with:
        #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features""#)
    let file = try AreaFile(InputFile(text))
    #expect(file.system == .wgs84)
    #expect(file.findings.isEmpty)
  }

  @Test func `believes the study before the file`() throws {
    let text = Document.collection(Document.ward("W1", Self.metres), crs: "EPSG:3857")
    let file = try AreaFile(InputFile(text), declared: .britishNationalGrid)
    #expect(file.system == .britishNationalGrid)
    #expect(file.findings.isEmpty)
  }

  @Test func `refuses a reference system that nobody knows`() throws {
    let text = Document.collection(Document.ward("W1", Self.metres), crs: "EPSG:999999")
    #expect { try AreaFile(InputFile(text)) } throws: {
      guard case IntakeError.referenceSystem(_, let reason) = $0 else { return false }
      return reason.contains("EPSG:999999")
    }
  }

  @Test func `refuses metres that pass for degrees and guesses what they are`() throws {
    let good = Document.ward("W1", Document.square(-0.1, 51, 1))
    let text = Document.collection(good, Document.ward("W2", Self.metres))
    let error = IntakeError.wrongReferenceSystem(
      file: "wards.geojson", where: "feature 1", x: 530_000, y: 180_000,
      expected: "longitude and latitude")
    #expect(throws: error) { try AreaFile(InputFile(text, name: "wards.geojson")) }
    #expect(error.suggestion.contains("EPSG:27700"))
  }

  @Test func `refuses degrees that pass for metres`() throws {
    #expect { try AreaFile(InputFile(Self.degrees), declared: .britishNationalGrid) } throws: {
      guard case IntakeError.wrongReferenceSystem(_, _, -0.1, 51, let expected) = $0 else {
        return false
      }
      return expected.contains("degrees")
    }
  }

  @Test(arguments: ["EPSG:4258", "EPSG:4277", "EPSG:4326"])
  func `accepts degrees of every geographic system`(code: String) throws {
    let file = try AreaFile(InputFile(Self.degrees), declared: ReferenceSystem(code))
    // The middle lies at 0.4° E: zone 31 begins at the meridian of Greenwich.
    #expect(try file.metricSystem().code == "EPSG:32631")
  }

  /// Web Mercator is R·λ east and R·ln tan(π/4 + φ/2) north, with R = 6 378 137 m: 13.4° E and
  /// 52.5° N, in zone 33, are 1 491 681 m and 6 891 042 m.
  @Test func `finds the UTM zone of a map that is not in true metres`() throws {
    let ring = Document.square(1_491_000, 6_891_000, 1000)
    let text = Document.collection(Document.ward("W1", ring), crs: "EPSG:3857")
    #expect(try AreaFile(InputFile(text)).metricSystem().code == "EPSG:32633")
  }

  @Test func `has no metric system without any geometry`() throws {
    let text = Document.collection(Document.feature(#""gss_code":"W1""#, "null"))
    let file = try AreaFile(InputFile(text))
    #expect {
      try file.metricSystem()
    } throws: { error in
      guard case IntakeError.notAnArea(_, 0, _) = error else { return false }
      return true
    }
  }

  @Test func `refuses a document without features`() throws {
    #expect(throws: IntakeError.empty(file: "wards.geojson")) {
      try AreaFile(InputFile(Document.collection(), name: "wards.geojson"))
    }
  }

  @Test func `names line and column where JSON breaks off`() throws {
    let text = "{\n  \"type\": \"FeatureCollection\",\n  \"features\": [{"
    #expect { try AreaFile(InputFile(text)) } throws: {
      guard case IntakeError.malformedJSON(_, 3, 17, _) = $0 else { return false }
      return true
    }
  }

  @Test func `names the feature whose ring is not closed`() throws {
    let open = Document.ward("W2", "[[0,0],[1,0],[1,1],[0,1]]")
    let text = Document.collection(Document.ward("W1", Document.square(0, 0, 1)), open)
    #expect { try AreaFile(InputFile(text)) } throws: {
      guard case IntakeError.invalidRing(_, "feature 1", let reason) = $0 else { return false }
      return reason.contains("differs")
    }
  }

  @Test func `passes on what the reader tolerated`() throws {
    let file = try AreaFile(InputFile("\u{FEFF}" + Self.degrees))
    #expect(file.findings.map(\.code) == ["W106"])
  }
}
