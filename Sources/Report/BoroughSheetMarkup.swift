/// HTML in which every text that is put in stands escaped; only markup itself is taken as it is.
struct BoroughSheetMarkup: ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.utf8) }

  init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  /// Several pieces one after the other, each on a line of its own.
  init(lines: [BoroughSheetMarkup]) {
    bytes = Array(lines.map(\.bytes).joined(separator: "\n".utf8))
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }

    mutating func appendInterpolation(_ text: String) { bytes += PageTemplate.escaped(text) }

    mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }

    mutating func appendInterpolation(_ markup: BoroughSheetMarkup) { bytes += markup.bytes }
  }
}
