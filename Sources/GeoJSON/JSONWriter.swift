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
    var output = OutputBytes()
    append(value, to: &output, depth: 0)
    if layout == .pretty { output.append(UInt8(ascii: "\n")) }
    return output.take()
  }

  private func append(_ value: JSONValue, to output: inout OutputBytes, depth: Int) {
    switch value {
    case .null: output.append("null")
    case .bool(let value): output.append(value ? "true" : "false")
    case .integer(let value): output.append(integer: value)
    case .number(let value):
      precondition(value.isFinite, "JSON has no number for \(value)")
      output.append(number: value, keepingFraction: true)
    case .string(let text): output.append(string: text)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        separate(index, depth: depth + 1, in: &output)
        append(element, to: &output, depth: depth + 1)
      }
      if !elements.isEmpty { breakLine(depth: depth, in: &output) }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        separate(index, depth: depth + 1, in: &output)
        output.append(string: member.name)
        output.append(layout == .pretty ? ": " : ":")
        append(member.value, to: &output, depth: depth + 1)
      }
      if !members.isEmpty { breakLine(depth: depth, in: &output) }
      output.append(UInt8(ascii: "}"))
    }
  }

  private func separate(_ index: Int, depth: Int, in output: inout OutputBytes) {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    breakLine(depth: depth, in: &output)
  }

  private func breakLine(depth: Int, in output: inout OutputBytes) {
    guard layout == .pretty else { return }
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { output.append("  ") }
  }
}
