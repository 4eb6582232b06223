import GeoJSON
import TestSupport
import Testing

@Suite struct `Numbers and texts as they are written` {
  @Test func `integers have the digits that Swift gives them`() {
    var random = SeededGenerator(seed: 1)
    var numbers = [0, 9, 10, 9_999, 10_000, 99_999_999, 100_000_000, .max, .min]
    for digits in 1...62 {
      for _ in 0..<20 { numbers.append(Int.random(in: 0..<(1 << digits), using: &random)) }
    }
    for number in numbers {
      for number in [number, 0 &- number] {
        #expect(PropertyValue.integer(number).plainText == String(number))
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `numbers have the shortest digits that read back the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let numbers = [
        // Decimals of a table, of 0 to 9 places; full digits; any number.
        Double(Int.random(in: -9_999_999_999...9_999_999_999, using: &random))
          / [1, 10, 100, 1e3, 1e4, 1e6, 1e7, 1e9][Int.random(in: 0..<8, using: &random)],
        Double.random(in: -70_000...70_000, using: &random),
        Double(bitPattern: random.next()),
      ]
      for number in numbers where number.isFinite {
        let text = PropertyValue.number(number).plainText
        let value = try #require(Double(text))
        #expect(value == number)
        #expect(significant(text) == significant(number.description), "\(number)")
        #expect(!text.hasSuffix(".0") && text != "-0")
      }
    }
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1e-6, "0.000001"), (-1e-6, "-0.000001"), (1e-7, "0.0000001"),
    (0.1 + 0.2, "0.30000000000000004"), (65_536.5, "65536.5"), (68_719.476_736, "68719.476736"),
    (1e22, "1e+22"), (1e21, "1000000000000000000000"), (.leastNonzeroMagnitude, "5e-324"),
    (8025, "8025"),
    (0x1p36, "68719476736"),
  ])
  func `numbers are plain where that is readable`(number: Double, text: String) {
    #expect(PropertyValue.number(number).plainText == text)
  }

  @Test func `whole numbers of JSON keep their fraction`() {
    let writer = JSONWriter(layout: .compact)
    let numbers: [(Double, String)] = [
      (0, "0.0"), (-0.0, "-0.0"), (7, "7.0"), (-7.5, "-7.5"), (1e9, "1000000000.0"),
      (1e11, "100000000000.0"),
    ]
    for (number, text) in numbers {
      #expect(String(decoding: writer.write(.number(number)), as: UTF8.self) == text)
    }
  }

  /// Every length around the words in which text is copied, with a character that needs care at
  /// each place of it.
  @Test(arguments: [
    "", "\"", "\\", "\n", "\u{1F}", "\u{7F}", "</", "<!", "<", "/", "é", "\u{2028}", "“", "👩‍👩‍👧",
  ])
  func `texts are escaped wherever the character stands`(special: String) {
    for length in 0..<27 {
      for place in 0...length {
        let text =
          String(repeating: "a", count: place) + special
          + String(repeating: "b", count: length - place)
        let written = String(
          decoding: JSONWriter(layout: .compact).write(.string(text)), as: UTF8.self)
        #expect(written == "\"\(escaped(text))\"")
      }
    }
  }

  /// The digits without point, exponent and zeros at either end.
  private func significant(_ text: String) -> String {
    let digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    return String(digits.reversed().drop { $0 == "0" }.reversed())
  }

  /// The rules of RFC 8259 and of pages, scalar by scalar.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case "\u{1F}": escaped += "\\u001f"
      case "/" where previous == "<": escaped += "\\/"
      case "!" where previous == "<": escaped = escaped.dropLast() + "\\u003c!"
      case "\u{2028}": escaped += "\\u2028"
      default: escaped.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return escaped
  }
}
