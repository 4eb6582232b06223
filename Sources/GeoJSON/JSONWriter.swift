/// Writes JSON values, for manifests and other small documents.
///
/// The same value always gives the same bytes. Integers stay integers, other numbers are the
/// shortest that read back the same, and strings are safe inside a `script` element of a page.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Hashable, Sendable {
    /// Without any white space.
    case compact
    /// A line for each member and element, indented by two spaces, and a line feed at the end.
    case pretty
  }

  /// How the text is laid out.
  public let layout: Layout

  /// Makes a writer of one layout.
  public init(layout: Layout = .pretty) {
    self.layout = layout
  }

  /// The value as JSON text, UTF-8.
  ///
  /// - Precondition: Every number is finite.
  /// - Complexity: O(*n*) in the size of the value.
  public func write(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes, depth: 0)
    if layout == .pretty { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  private func append(_ value: JSONValue, to bytes: inout [UInt8], depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value):
      precondition(value.isFinite, "JSON has no number for \(value)")
      bytes += PlainNumber.text(value, keepingFraction: true).utf8
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        separate(index, depth: depth + 1, in: &bytes)
        append(element, to: &bytes, depth: depth + 1)
      }
      if !elements.isEmpty { breakLine(depth: depth, in: &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        separate(index, depth: depth + 1, in: &bytes)
        JSONText.append(member.name, to: &bytes)
        bytes += (layout == .pretty ? ": " : ":").utf8
        append(member.value, to: &bytes, depth: depth + 1)
      }
      if !members.isEmpty { breakLine(depth: depth, in: &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func separate(_ index: Int, depth: Int, in bytes: inout [UInt8]) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    breakLine(depth: depth, in: &bytes)
  }

  private func breakLine(depth: Int, in bytes: inout [UInt8]) {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}
