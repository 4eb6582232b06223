import ColdSpots
import GeoJSON
import MapLayers
import Testing

@Suite struct `Manifest of a run` {
  private let manifest = Manifest(
    program: "coldspot 1", libraries: [("geos", .string("3.11"))], study: "A \"study\"",
    settings: "name = \"study\"\n",
    parameters: [("radius_m", .number(3000)), ("decay", .string("step"))],
    referenceSystem: [("computation", .string("EPSG:27700"))],
    inputs: [Manifest.File(name: "wards.geojson", content: Array("abc".utf8), rows: 4)],
    outputs: [
      Manifest.File(
        name: "wards.geojson", content: [], columns: [Column("code", .text, "code of the area")])
    ],
    counts: [("wards", .integer(4))], standards: [("advice", .number(0.001))],
    findings: [.string("W101")],
    invariants: [Invariant("a law", expected: 2, found: 2)], attribution: ["Contains OS data."])

  @Test func `is one JSON document that says what it is`() throws {
    let json = try JSONReader().read(manifest.json)
    #expect(json["schema"] == .string("coldspot/manifest/1"))
    #expect(json["study"] == .string("A \"study\""))
    #expect(json["parameters"]?["radius_m"]?.double == 3000)
    #expect(json["attribution"] == .array([.string("Contains OS data.")]))
  }

  @Test func `identifies each file by its size and its SHA-256`() throws {
    let json = try JSONReader().read(manifest.json)
    guard case .array(let inputs) = json["inputs"], case .array(let outputs) = json["outputs"]
    else {
      Issue.record("files are missing")
      return
    }
    #expect(inputs.count == 1)
    #expect(inputs[0]["bytes"] == .integer(3))
    #expect(inputs[0]["rows"] == .integer(4))
    // The example "abc" of the Secure Hash Standard.
    #expect(
      inputs[0]["sha256"]
        == .string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    #expect(outputs[0]["rows"] == nil)
    #expect(outputs[0]["columns"]?["code"] == .string("code of the area"))
  }

  @Test func `shows each law with both of its sides`() throws {
    guard case .array(let laws) = try JSONReader().read(manifest.json)["invariants"] else {
      Issue.record("no laws")
      return
    }
    #expect(laws[0]["what"] == .string("a law"))
    #expect(laws[0]["holds"] == .bool(true))
    #expect(laws[0]["expected"]?.double == laws[0]["found"]?.double)
  }

  @Test func `is the same every time and ends with one line feed`() {
    #expect(manifest.json == manifest.json)
    #expect(manifest.json.suffix(2) == [UInt8(ascii: "}"), 0x0A])
  }

  @Test func `has no member for a time or a path`() throws {
    guard case .object(let members) = try JSONReader().read(manifest.json) else {
      Issue.record("no object")
      return
    }
    #expect(
      members.map(\.name) == [
        "schema", "program", "libraries", "study", "settings", "parameters", "reference_system",
        "inputs", "outputs", "counts", "functions", "standards", "findings", "invariants",
        "attribution",
      ])
  }
}
