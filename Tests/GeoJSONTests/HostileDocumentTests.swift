import GeoJSON
import TestSupport
import Testing

@Suite struct `Hostile documents` {
  private static let document = Array(
    (#"{"name":"Łódź \u00e9\ud83d\ude00","crs":{"type":"name","properties":{"name":"EPSG:27700"}},"#
      + #""features":[{"geometry":{"coordinates":[[[0,0],[1.5e0,-0.25],[1,1],[0,0]]],"#
      + #""type":"Polygon"},"type":"Feature","id":12,"properties":{"a":null,"b":[true,false,{}],"#
      + #""c":-1e-7,"d":"\"\\\/\b\f\n\r\t","👩‍👧":0.1}},"#
      + #"{"type":"Feature","geometry":null,"properties":null}],"type":"FeatureCollection"}"#).utf8)

  @Test func `are reported as truncated wherever they are cut`() throws {
    #expect(try GeoJSONReader().read(Self.document).features.count == 2)
    for length in 1..<Self.document.count {
      let error = errorReading(Array(Self.document.prefix(length)))
      guard case .truncated(let place)? = error else {
        Issue.record("cut after \(length) bytes: \(String(describing: error))")
        continue
      }
      #expect(place.offset == length)
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `end with a value or an error when bytes are flipped`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var bytes = Self.document
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      if let error = errorReading(bytes) { #expect(!error.description.isEmpty) }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `end with a value or an error when they are made of tokens in any order`(seed: UInt64) {
    let tokens = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "NaN", "-", "1",
      "e", ".", "\"type\":", "\"Point\"", "\"Feature\"", "\"coordinates\":", "\"features\":", " ",
      "\n", "é",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        tokens[Int.random(in: tokens.indices, using: &random)]
      }.joined()
      if let error = errorReading(Array(text.utf8)) { #expect(!error.description.isEmpty) }
    }
  }
}
