import GeoJSON
import TestSupport
import Testing

@Suite struct `Validator and reader agree` {
  private static func expectErrorIfRefused(_ bytes: [UInt8]) {
    guard let refusal = errorReading(bytes) else { return }
    let report = GeoJSONValidator().faults(in: bytes)
    #expect(
      !report.isValid,
      "the reader says \(refusal) of \(String(decoding: bytes, as: UTF8.self))")
  }

  static let documents =
    `A valid document`.documents
    + FaultyDocument.all.map { String(decoding: $0.bytes, as: UTF8.self) }

  @Test(arguments: documents)
  func `about a document cut anywhere`(text: String) {
    let bytes = Array(text.utf8)
    for length in 0...bytes.count { Self.expectErrorIfRefused(Array(bytes.prefix(length))) }
  }

  @Test(arguments: documents)
  func `about a document with bytes flipped`(text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return }
    var random = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<150 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: bytes.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      Self.expectErrorIfRefused(changed)
    }
  }

  @Test(arguments: documents)
  func `about a document with its pieces dropped, doubled and exchanged`(text: String) {
    let pieces = Self.pieces(of: text)
    guard pieces.count > 1 else { return }
    var random = SeededGenerator(seed: UInt64(text.utf8.count))
    for _ in 0..<150 {
      var changed = pieces
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: changed.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where changed.count > 1: changed.remove(at: place)
        case 1: changed.insert(changed[place], at: place)
        case 2: changed[place] = Self.values[Int.random(in: Self.values.indices, using: &random)]
        default: changed.swapAt(place, Int.random(in: changed.indices, using: &random))
        }
      }
      Self.expectErrorIfRefused(Array(changed.joined().utf8))
    }
  }

  private static let values = [
    "null", "true", "1", "-0.5", "[]", "{}", "\"\"", "[0,51]", "NaN", "1e999", "\"type\"",
    "\"Feature\"", "\"Polygon\"", "\"coordinates\"", "\"geometry\"", "\"bbox\"",
  ]

  /// The text cut before and after every punctuation mark of JSON, strings or not.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = [""]
    for character in text {
      if "{}[],:".contains(character) {
        pieces += [String(character), ""]
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
