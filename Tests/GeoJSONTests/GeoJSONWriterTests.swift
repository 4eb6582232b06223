import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `GeoJSON writer` {
  private func text(_ writer: consuming GeoJSONWriter) -> String {
    String(decoding: writer.finish(), as: UTF8.self)
  }

  @Test func `lays a collection out one feature a line`() {
    var writer = GeoJSONWriter(
      name: "wards", decimals: 3,
      foreignMembers: [("licence", .object([JSONValue.Member("id", .string("OGL"))]))])
    writer.append(
      id: "E05000001",
      geometry: .polygon([positions((-0.1, 51.5), (0.25, 51.5), (0.25, 51.75), (-0.1, 51.5))]),
      properties: [
        ("ward", .text("A & \"B\"")), ("orgs", .integer(0)), ("reach", .decimal(0.5, places: 2)),
        ("cold", .null),
      ])
    writer.append(id: "E05000002", geometry: nil, properties: [])
    #expect(
      text(writer) == #"""
        {"type":"FeatureCollection","name":"wards","licence":{"id":"OGL"},"bbox":[-0.1,51.5,0.25,51.75],"features":[
        {"type":"Feature","id":"E05000001","properties":{"ward":"A & \"B\"","orgs":0,"reach":0.5,"cold":null},"geometry":{"type":"Polygon","coordinates":[[[-0.1,51.5],[0.25,51.5],[0.25,51.75],[-0.1,51.5]]]}},
        {"type":"Feature","id":"E05000002","properties":{},"geometry":null}
        ]}

        """#)
  }

  @Test func `omits the bbox where nothing is located`() {
    #expect(
      text(GeoJSONWriter(name: "")) == #"{"type":"FeatureCollection","name":"","features":[]}"#
        + "\n")
    var writer = GeoJSONWriter(name: "x")
    writer.append(id: "1", geometry: nil, properties: [])
    writer.append(id: "2", geometry: .multiPoint([]), properties: [])
    #expect(!text(writer).contains("bbox"))
  }

  @Test func `spans the bbox over all features`() throws {
    // Points on a diagonal from (-7, -14) to (12, 24), in no particular order.
    var writer = GeoJSONWriter(name: "x", decimals: 1)
    for step in [3, -7, 0, 12, 5] {
      let position = Position(x: Double(step), y: Double(2 * step))
      writer.append(
        id: "\(step)", geometry: .geometryCollection([.point(position), .multiPoint([position])]),
        properties: [])
    }
    #expect(text(writer).contains(#""bbox":[-7,-14,12,24]"#))
  }

  @Test(arguments: UInt64(0)..<50)
  func `writes what the reader reads back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let name = String.hostile(using: &random)
    let written = (0..<8).map { _ in WrittenFeature.random(using: &random) }
    var writer = GeoJSONWriter(name: name)
    for feature in written {
      writer.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
    }
    let bytes = writer.finish()
    let collection = try GeoJSONReader().read(bytes)
    #expect(collection.name == name)
    #expect(collection.warnings.isEmpty)
    #expect(collection.features.map(\.geometry) == written.map(\.geometry))
    #expect(collection.features.map { $0.id?.text } == written.map(\.id))
    for (feature, source) in zip(collection.features, written) {
      #expect(feature.properties.keys == source.properties.map(\.0))
      for (value, property) in zip(feature.properties.members.map(\.value), source.properties) {
        switch property.1 {
        case .text(let text): #expect(value == .string(text))
        case .integer(let number): #expect(value == .integer(number))
        case .decimal(let number, _): #expect(abs((value.double ?? .nan) - number) <= 0.000_500_1)
        case .number(let number): #expect(value.double == number)
        case .null: #expect(value == .null)
        }
      }
    }

    var again = GeoJSONWriter(name: collection.name ?? "")
    for (feature, source) in zip(collection.features, written) {
      again.append(
        id: feature.id?.text ?? "", geometry: feature.geometry, properties: source.properties)
    }
    #expect(again.finish() == bytes)
  }

  @Test(arguments: [1, 2, 3, 7, 20])
  func `gives the same bytes however the features are cut into chunks`(size: Int) {
    var random = SeededGenerator(seed: 5)
    let features = (0..<20).map { _ in WrittenFeature.random(using: &random) }
    var whole = GeoJSONWriter(name: "x")
    var joined = GeoJSONWriter(name: "x")
    for start in stride(from: 0, to: features.count, by: size) {
      var chunk = GeoJSONFeatureEncoder()
      for feature in features[start..<min(start + size, features.count)] {
        whole.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
        chunk.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
      }
      joined.append(chunk)
      joined.append(GeoJSONFeatureEncoder())
    }
    #expect(joined.finish() == whole.finish())
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "\"quoted\" \\ back", "line\nbreak\r\n",
    "\u{202E}evil\u{2066}", "\u{2028}\u{2029}", "\u{0}\u{1F}\u{7F}", "''=1+1", "&amp;<b>",
    "e\u{301}",
  ])
  func `makes hostile text harmless and keeps it`(hostile: String) throws {
    var writer = GeoJSONWriter(name: hostile, foreignMembers: [("note", .string(hostile))])
    writer.append(id: hostile, geometry: nil, properties: [(hostile, .text(hostile))])
    let bytes = writer.finish()
    let text = String(decoding: bytes, as: UTF8.self)
    for forbidden in ["</", "<!", "\u{2028}", "\u{2029}", "\u{0}"] {
      #expect(!text.unicodeScalars.contains(sequence: forbidden))
    }
    #expect(text.split(separator: "\n").count == 3)
    let collection = try GeoJSONReader().read(bytes)
    for kept in [
      collection.name, collection.foreignMembers[0].value.text, collection.features[0].id?.text,
      collection.features[0].properties.keys[0], collection.features[0].properties[hostile]?.text,
    ] {
      #expect(kept?.unicodeScalars.elementsEqual(hostile.unicodeScalars) == true)
    }
  }

  @Test func `refuses a foreign member of a reserved name`() async {
    await #expect(processExitsWith: .failure) {
      _ = GeoJSONWriter(name: "x", foreignMembers: [("crs", .null)])
    }
    await #expect(processExitsWith: .failure) {
      _ = GeoJSONWriter(name: "x", foreignMembers: [("a", .null), ("a", .null)])
    }
  }

  @Test func `refuses a decimal that is not finite`() async {
    await #expect(processExitsWith: .failure) {
      var writer = GeoJSONWriter(name: "x")
      writer.append(id: "1", geometry: nil, properties: [("a", .decimal(.nan, places: 2))])
    }
  }
}

extension String.UnicodeScalarView {
  fileprivate func contains(sequence: String) -> Bool {
    let sought = Array(sequence.unicodeScalars)
    return indices.contains { self[$0...].starts(with: sought) }
  }
}
