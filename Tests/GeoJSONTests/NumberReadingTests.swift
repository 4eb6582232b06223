import GeoJSON
import TestSupport
import Testing

@Suite struct `Number reading` {
  private func number(_ text: String) throws -> Double? {
    try JSONReader().read(Array(text.utf8)).double
  }

  /// The standard library reads digits of any number with correct rounding.
  private func expectNearest(_ text: String) throws {
    let expected = try #require(Double(text))
    let found = try #require(try number(text))
    #expect(found.bitPattern == expected.bitPattern || found == 0, "\(text)")
    // Among coordinates, in the middle of a text and at its end.
    let point = try position("[\(text), \(text)]")
    #expect(point.x.bitPattern == expected.bitPattern, "\(text)")
    #expect(point.y.bitPattern == expected.bitPattern, "\(text)")
  }

  private func position(_ point: String) throws -> Position {
    let text = "{\"type\":\"MultiPoint\",\"coordinates\":[[7,8],\(point)]}"
    let features = try GeoJSONReader().read(Array(text.utf8)).features
    guard case .multiPoint(let positions) = features[0].geometry else { throw NoPosition() }
    return positions[1]
  }

  private struct NoPosition: Error {}

  private static func digits(_ count: Int, using random: inout SeededGenerator) -> String {
    String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &random))) })
  }

  @Test(arguments: UInt64(0)..<20)
  func `gives the nearest number whatever the digits`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let sign = Bool.random(using: &random) ? "-" : ""
      let first = Int.random(in: 0...9, using: &random)
      let whole =
        first == 0
        ? "0" : "\(first)" + Self.digits(.random(in: 0...12, using: &random), using: &random)
      let behind = Int.random(in: 0...20, using: &random)
      let fraction = behind == 0 ? "" : "." + Self.digits(behind, using: &random)
      let hasExponent = Int.random(in: 0...3, using: &random) == 0
      let exponent = hasExponent ? "e\(Int.random(in: -30...30, using: &random))" : ""
      try expectNearest(sign + whole + fraction + exponent)
    }
  }

  // Between 2⁵³ and 2⁶³ neighbours are 2ᵏ apart, k = 1 to 10: a number 2ᵏ⁻¹ above one of them is
  // exactly half way, and one unit of the last digit decides.
  @Test(arguments: 1...10)
  func `rounds what is half way to even, and what is beside it to its side`(k: Int) throws {
    var random = SeededGenerator(seed: UInt64(k))
    for _ in 0..<50 {
      let significand = UInt64.random(in: 1 << 52..<1 << 53, using: &random)
      let middle = (significand << UInt64(k)) + 1 << UInt64(k - 1)
      for text in ["\(middle).0", "\(middle)", "\(middle - 1)", "\(middle + 1)"] {
        try expectNearest(text)
      }
      let nearest = Double(sign: .plus, exponent: k, significand: Double(significand))
      #expect(
        try number("\(middle).0") == (significand % 2 == 0 ? nearest : nearest.nextUp))
      #expect(try number("\(middle).1") == nearest.nextUp)
      #expect(try number("\(middle - 1).9") == nearest)
    }
  }

  @Test(arguments: [
    "0.27881109193245146", "-0.27881109193245146", "51.50368977977528", "0.0012345678901234567",
    "9007199254740993", "9007199254740993.0", "0.9007199254740993", "9223372036854775807",
    "9223372036854775808", "9999999999999999999", "18446744073709551615", "18446744073709551616",
    "0.0000000000000000001", "1e22", "1e23", "-0", "-0.0", "0e0", "0.000e-400",
    "1.7976931348623157e308",
    "5e-324", "2.2250738585072011e-308", "123456789012345678901234567890", "12345678.12345678",
    "1234567.1234567", "123456789.123456789", "0.1", "8.5e1",
  ])
  func `gives the nearest number of hard cases`(text: String) throws {
    try expectNearest(text)
  }

  @Test(arguments: [
    ("01", "01"), ("-", "-"), ("-.5", "-"), (".5", nil), ("1.", "1."), ("1.e5", "1."),
    ("1e", "1e"),
    ("1e+", "1e+"), ("00.5", "00"), ("-01.25", "-01"), ("1.5.5", nil), ("+1", nil),
  ])
  func `refuses what JSON does not allow, among coordinates as elsewhere`(
    text: String, shown: String?
  ) throws {
    for document in [
      "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,\(text)]]}",
      "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":\(text)}}",
    ] {
      let error = try #require(errorReading(Array(document.utf8)))
      guard case .invalidNumber(let place, let found) = error else {
        #expect(shown == nil, "\(error)")
        continue
      }
      #expect(found == shown)
      #expect(document.utf8.dropFirst(place.offset).starts(with: text.utf8))
    }
  }
}
