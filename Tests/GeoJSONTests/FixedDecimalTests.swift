import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `Fixed decimals` {
  /// A number as the writer writes it in a property.
  private func written(_ value: Double, places: Int) -> String {
    var encoder = GeoJSONFeatureEncoder()
    encoder.append(id: "", geometry: nil, properties: [("v", .decimal(value, places: places))])
    let text = String(decoding: encoder.bytes, as: UTF8.self)
    return String(
      text.dropFirst(#"{"type":"Feature","id":"","properties":{"v":"#.count)
        .prefix { $0 != "}" })
  }

  /// What `printf` writes, without trailing zeros and without a negative zero.
  private func reference(_ value: Double, places: Int) -> String {
    var text = String(format: "%.\(places)f", value)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  @Test(arguments: UInt64(0)..<20)
  func `equal printf at every count of decimals`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let exponent = Double(Int.random(in: -12...18, using: &random))
      let values = [
        Double.random(in: -180...180, using: &random),
        Double.random(in: -1...1, using: &random) * pow(10, exponent),
        // Exact ties at some count of decimals.
        Double(Int.random(in: -4096...4096, using: &random)) / 64,
        // Decimal ties that are none in binary.
        Double(Int.random(in: -99999...99999, using: &random)) / 1e7 + 5e-8,
      ]
      for value in values {
        for places in [0, 1, 2, 5, 6, 7, 9, 15] {
          #expect(
            written(value, places: places) == reference(value, places: places),
            "\(value) at \(places)")
        }
      }
    }
  }

  @Test(arguments: 0...15)
  func `equal printf near ties, where digits begin and where they end`(places: Int) {
    var random = SeededGenerator(seed: UInt64(places))
    let scale = pow(10, Double(places))
    var values: [Double] = []
    for _ in 0..<200 {
      // Within some units in the last place of a tie between two decimals, and of a decimal.
      let units = Double(Int.random(in: 0..<1_000_000_000, using: &random))
      for part in [0.5, 0] {
        var value = (units + part) / scale
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          value = Bool.random(using: &random) ? value.nextUp : value.nextDown
        }
        values.append(value)
      }
      // A count of digits before the point that goes from 1 to 17.
      values.append(pow(10, Double.random(in: 0...17, using: &random)))
    }
    // Where the short way ends: at 2³⁶ of the last decimal.
    let limit = 0x1p36 / scale
    values += [limit, limit.nextDown, limit.nextUp, limit / 2, 9.5, 9.999_999_999, 99.95, 999.5]
    values += [9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999_999, 100_000_000, 0x1p62]
    for value in values {
      for value in [value, -value] {
        #expect(
          written(value, places: places) == reference(value, places: places),
          "\(value) at \(places)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `equal printf for any number below 2⁶³`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let value = Double(bitPattern: random.next())
      guard value.magnitude < 0x1p63 else { continue }
      let places = Int.random(in: 0...15, using: &random)
      #expect(
        written(value, places: places) == reference(value, places: places), "\(value) at \(places)")
    }
  }

  @Test(arguments: [
    (0.0, 7, "0"), (-0.0, 7, "0"), (-0.000_000_04, 7, "0"), (0.000_000_06, 7, "0.0000001"),
    (1.005, 2, "1"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"),
    (0.999_999_99, 7, "1"), (-179.999_999_96, 7, "-180"), (530_000, 2, "530000"),
    (9_007_199_254_740_991, 7, "9007199254740991"), (0x1p62, 3, "4611686018427387904"),
  ])
  func `round to nearest and drop trailing zeros`(value: Double, places: Int, expected: String) {
    #expect(written(value, places: places) == expected)
  }

  @Test(arguments: [0x1p63, -1e19, 1.5e20])
  func `write numbers beyond 64 bits without exponent`(value: Double) {
    let text = written(value, places: 3)
    #expect(Double(text) == value)
    #expect(!text.contains("e") && !text.contains("."))
  }

  @Test(arguments: UInt64(0)..<10)
  func `read back within half a unit of the last place`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let value = Double.random(in: -180...180, using: &random)
      let text = written(value, places: 7)
      // Half a unit, and the spacing of Double near 180 twice.
      #expect(abs(try #require(Double(text)) - value) <= 0.5e-7 + 2 * 180.0.ulp)
      #expect(!text.contains("e"))
      #expect(!text.contains(".") || !text.hasSuffix("0"))
      #expect(text.drop { $0 != "." }.count <= 8)
    }
  }
}
