/// Gathers values as a table shows them: numbers as GeoJSON writes them, text as it is, null as
/// nothing.
public struct PlainTextEncoder: Sendable {
  private var output = OutputBytes()

  /// Makes an encoder without any text.
  public init() {}

  /// Appends a value; see ``PropertyValue/plainText``.
  ///
  /// - Precondition: A number is finite.
  public mutating func append(_ value: PropertyValue) {
    switch value {
    case .text(let text): append(text)
    case .integer(let number): output.append(integer: number)
    case .decimal(let number, let count):
      output.append(decimal: number, DecimalPlaces.all[count])
    case .number(let number):
      // Adding 0 makes −0 plain 0.
      output.append(number: number + 0, keepingFraction: false)
    case .null: break
    }
  }

  /// Appends text as it is.
  public mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8Span.span)
  }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    output.append(byte)
  }

  /// All that was appended, UTF-8.
  public consuming func finish() -> [UInt8] {
    output.take()
  }
}
