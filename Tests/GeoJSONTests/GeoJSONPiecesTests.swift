import GeoJSON
import TestSupport
import Testing

@Suite struct `GeoJSON piece by piece` {
  private let features: [WrittenFeature]

  init() {
    var random = SeededGenerator(seed: 11)
    features = (0..<40).map { _ in WrittenFeature.random(using: &random) }
  }

  private func bounds(_ features: [WrittenFeature]) -> GeoJSONBounds {
    features.reduce(into: GeoJSONBounds()) { bounds, feature in
      if let geometry = feature.geometry { bounds.include(geometry) }
    }
  }

  private func whole(_ features: [WrittenFeature]) -> [UInt8] {
    var writer = GeoJSONWriter(name: "x", foreignMembers: [("note", .integer(1))])
    for feature in features {
      writer.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
    }
    return writer.finish()
  }

  private func told(_ features: [WrittenFeature]) -> GeoJSONWriter {
    GeoJSONWriter(name: "x", foreignMembers: [("note", .integer(1))], bounds: bounds(features))
  }

  @Test(arguments: [0, 1, 2, 40])
  func `gives the bytes that it gives as a whole`(count: Int) {
    let features = Array(features.prefix(count))
    var writer = told(features)
    var pieces: [UInt8] = []
    for feature in features {
      writer.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
      writer.flush { pieces.append(contentsOf: $0) }
    }
    let copy = writer
    writer.finish { pieces.append(contentsOf: $0) }
    #expect(pieces == whole(features))
    #expect(copy.finish() == whole(features))
  }

  @Test func `hands over a piece once it has gathered, and no more than a feature beyond`() {
    // A ring of 40,000 positions of at least 20 bytes is more than a piece.
    let ring = (0...40_000).map { Position(x: Double($0 % 40_000) / 1e3, y: 51.123_456_7) }
    let long = WrittenFeature(id: "long", geometry: .polygon([ring]), properties: [])
    let features = [long] + features + [long, long]
    var writer = told(features)
    var pieces: [[UInt8]] = []
    for feature in features {
      writer.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
      writer.flush { pieces.append(Array($0)) }
    }
    #expect(pieces.count == 3)
    #expect(pieces.allSatisfy { $0.count >= GeoJSONFeatureEncoder.pieceBytes })
    writer.finish { pieces.append(Array($0)) }
    #expect(Array(pieces.joined()) == whole(features))
  }

  @Test(arguments: [1, 100, 10_000])
  func `gives the same lines however often they are handed over`(size: Int) {
    var encoder = GeoJSONFeatureEncoder(separator: .line)
    var pieces: [UInt8] = []
    var single: [[UInt8]] = []
    for feature in features {
      encoder.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
      encoder.flush(atLeast: size) { pieces.append(contentsOf: $0) }
      var one = GeoJSONFeatureEncoder()
      one.append(id: feature.id, geometry: feature.geometry, properties: feature.properties)
      single.append(one.bytes)
    }
    encoder.flush(atLeast: 0) { pieces.append(contentsOf: $0) }
    #expect(pieces == Array(single.joined(separator: [0x0A])))
  }

  @Test func `ends with the error of the one who takes the bytes`() {
    struct Full: Error {}
    var encoder = GeoJSONFeatureEncoder()
    encoder.append(id: "1", geometry: nil, properties: [])
    let before = encoder.bytes
    #expect(throws: Full.self) {
      try encoder.flush(atLeast: 0) { _ throws(Full) in throw Full() }
    }
    #expect(encoder.bytes == before)
  }

  @Test func `encodes names once for all features`() {
    // More columns and longer texts than there is room for at first.
    let names = (0..<300).map { "name \"\($0)\" </" + String(repeating: "x", count: $0) }
    var random = SeededGenerator(seed: 3)
    let texts = [0, 1, 5, 100, 4000].map { String(repeating: "<!é\n", count: $0) }
    let values = names.indices.map { index -> PropertyValue in
      switch index % 5 {
      case 0: .text(texts[index / 5 % 5])
      case 1: .integer(.random(in: .min ... .max, using: &random))
      case 2: .number(Double.random(in: -1e300...1e300, using: &random))
      case 3: .decimal(Double.random(in: -1e18...1e18, using: &random), places: 15)
      default: .null
      }
    }
    var one = GeoJSONFeatureEncoder()
    var other = GeoJSONFeatureEncoder()
    let encoded = PropertyNames(names)
    for id in ["1", texts[4]] {
      one.append(id: id, geometry: nil, properties: Array(zip(names, values)))
      other.append(id: id, geometry: nil, names: encoded, values: values)
    }
    #expect(one.bytes == other.bytes)
    let text = [UInt8]("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
    let read = try? GeoJSONReader().read(text + other.bytes + [UInt8]("]}".utf8))
    #expect(read?.features.last?.properties.keys == names)
    #expect(read?.features.last?.id == .string(texts[4]))
  }

  @Test func `refuses what cannot be written`() async {
    await #expect(processExitsWith: .failure) {
      var encoder = GeoJSONFeatureEncoder()
      encoder.append(id: "", geometry: nil, names: PropertyNames(["a"]), values: [])
    }
    await #expect(processExitsWith: .failure) {
      var encoder = GeoJSONFeatureEncoder()
      encoder.append(id: "", geometry: .point(Position(x: .infinity, y: 0)), properties: [])
    }
    await #expect(processExitsWith: .failure) {
      var writer = GeoJSONWriter(name: "x")
      writer.flush { _ in }
    }
    await #expect(processExitsWith: .failure) {
      var encoder = GeoJSONFeatureEncoder()
      encoder.append(GeoJSONFeatureEncoder(separator: .line))
    }
  }
}

extension [UInt8] {
  fileprivate init(_ span: Span<UInt8>) {
    self = span.indices.map { span[$0] }
  }

  fileprivate mutating func append(contentsOf span: Span<UInt8>) {
    for index in span.indices { append(span[index]) }
  }
}
