import GeoJSON
import TestSupport
import Testing

@Suite struct `JSON writer` {
  private func text(_ value: JSONValue, _ layout: JSONWriter.Layout = .compact) -> String {
    String(decoding: JSONWriter(layout: layout).write(value), as: UTF8.self)
  }

  private static let manifest = JSONValue.object([
    JSONValue.Member("name", .string("coldspot")),
    JSONValue.Member("rows", .array([.integer(1), .number(0.5), .null, .bool(true)])),
    JSONValue.Member("none", .array([])),
    JSONValue.Member("nothing", .object([])),
  ])

  @Test func `indents by two spaces`() {
    #expect(
      text(Self.manifest, .pretty) == """
        {
          "name": "coldspot",
          "rows": [
            1,
            0.5,
            null,
            true
          ],
          "none": [],
          "nothing": {}
        }

        """)
  }

  @Test func `writes no white space when compact`() {
    #expect(
      text(Self.manifest)
        == #"{"name":"coldspot","rows":[1,0.5,null,true],"none":[],"nothing":{}}"#)
  }

  @Test(arguments: [
    (0.1, "0.1"), (5, "5.0"), (-0.00001, "-0.00001"), (1.5e-7, "0.00000015"),
    (1e16, "1\(zeros(16)).0"),
    (1.25e21, "125\(zeros(19)).0"), (1e22, "1e+22"), (-2.5e-300, "-2.5e-300"),
    (.leastNonzeroMagnitude, "5e-324"),
    (123_456_789.125, "123456789.125"), (-0.0, "-0.0"),
  ])
  func `writes numbers in plain digits where that stays readable`(value: Double, expected: String) {
    #expect(text(.number(value)) == expected)
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  @Test(arguments: UInt64(0)..<50, [JSONWriter.Layout.compact, .pretty])
  func `writes what the reader reads back`(seed: UInt64, layout: JSONWriter.Layout) throws {
    var random = SeededGenerator(seed: seed)
    let value = JSONValue.random(using: &random)
    let bytes = JSONWriter(layout: layout).write(value)
    #expect(try JSONReader().read(bytes) == value)
    #expect(JSONWriter(layout: layout).write(try JSONReader().read(bytes)) == bytes)
  }
}

extension JSONValue {
  fileprivate static func random(using random: inout SeededGenerator, depth: Int = 0) -> JSONValue {
    switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .integer(.random(in: .min ... .max, using: &random))
    case 3:
      let number = Double(bitPattern: random.next())
      return .number(number.isFinite ? number : 0.5)
    case 4: return .number(.random(in: -1e9...1e9, using: &random))
    case 5: return .string(.hostile(using: &random))
    case 6:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          .random(using: &random, depth: depth + 1)
        })
    default:
      return .object(
        (0..<Int.random(in: 0...20, using: &random)).map { index in
          Member("\(index)" + .hostile(using: &random), .random(using: &random, depth: depth + 1))
        })
    }
  }
}
