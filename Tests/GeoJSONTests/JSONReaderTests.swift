import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `JSON reader` {
  private func number(_ text: String) throws -> Double? {
    try JSONReader().read(Array(text.utf8)).double
  }

  @Test(arguments: UInt64(0)..<20)
  func `reads numbers as the standard library does`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let any = Double(bitPattern: random.next())
      let ordinate = Double.random(in: -180...180, using: &random)
      let large = Double.random(in: -1e12...1e12, using: &random)
      let digits = "\(random.next())\(random.next())"
      let point = digits.index(
        digits.startIndex, offsetBy: Int.random(in: 1..<digits.count, using: &random))
      let exponent = Int.random(in: -340...290, using: &random)
      let texts = [
        any.isFinite ? any.description : "0", ordinate.description,
        String(format: "%.7f", ordinate), String(format: "%.3f", large),
        String(format: "%.17e", ordinate), "1.\(digits)e\(exponent)",
        "9\(digits[..<point]).\(digits[point...])",
      ]
      for text in texts {
        #expect(try number(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
      }
    }
  }

  @Test(arguments: [
    "9007199254740993", "9007199254740993.0", "9007199254740992e22", "9007199254740993e1",
    "1e22", "1e23", "123456789012345678e-22", "9999999999999999999", "18446744073709551616",
    "5e-324", "2.4703282292062327e-324", "1e-400", "1.7976931348623157e308", "-0.0", "0e9999999",
    "0.000000000000000000000000000000000000001", "1E5", "1e+05", "8.5e-1",
  ])
  func `rounds at the edges of the fast path as the standard library does`(text: String) throws {
    #expect(try number(text)?.bitPattern == Double(text)?.bitPattern)
  }

  @Test func `keeps whole numbers apart`() throws {
    func value(_ text: String) throws -> JSONValue { try JSONReader().read(Array(text.utf8)) }
    #expect(try value("9223372036854775807") == .integer(.max))
    #expect(try value("-9223372036854775808") == .integer(.min))
    #expect(try value("9223372036854775808") == .number(0x1p63))
    #expect(try value("0") == .integer(0))
    #expect(try value("1.0") == .number(1))
    #expect(try value("1e2") == .number(100))
    #expect(try value("-0").double?.sign == .minus)
  }

  @Test func `shows values as a cell would`() {
    #expect(JSONValue.integer(7).text == "7")
    #expect(JSONValue.number(7).text == "7")
    #expect(JSONValue.number(0.00001).text == "0.00001")
    #expect(JSONValue.number(1.25e20).text == "125000000000000000000")
    #expect(JSONValue.string("SE1 7PB").text == "SE1 7PB")
    #expect(JSONValue.string("7").double == nil)
    #expect(JSONValue.bool(true).text == nil)
    #expect(JSONValue.null.text == nil)
    #expect(JSONValue.integer(7).double == 7)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u20AC""#, "Aé€"),
    (#""\ud83d\ude00\uD834\udd1e""#, "😀𝄞"),
    (#""\u0000a""#, "\u{0}a"),
    (#""é\u00e9é""#, "ééé"),
    (#""""#, ""),
  ])
  func `resolves escapes and surrogate pairs`(text: String, expected: String) throws {
    let value = try JSONReader().read(Array(text.utf8))
    #expect(value.text?.unicodeScalars.elementsEqual(expected.unicodeScalars) == true)
  }

  @Test(arguments: [
    #""\x""#, #""\u12g4""#, #""\ud800""#, #""\udc00""#, #""\ud800\ud800""#, #""\ud800x""#,
    #""\ud800\n""#, #""\U0041""#, #""\u+041""#,
  ])
  func `refuses escapes that JSON does not have`(text: String) {
    let error = #expect(throws: GeoJSONError.self) { try JSONReader().read(Array(text.utf8)) }
    #expect(error == .invalidEscape(at: TextPosition(offset: 1, line: 1, column: 2)))
  }
}
