/// The texts that cells of a workbook refer to by number.
struct SharedStrings: Sendable {
  private var content: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// The text of a number, which must be less than ``count``.
  subscript(index: Int) -> ArraySlice<UInt8> {
    content[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  mutating func append(_ text: RichText) {
    content += text.utf8
    ends.append(content.count)
  }
}

/// The part that holds the shared strings.
final class SharedStringsPart: XMLVisitor {
  private(set) var strings = SharedStrings()
  private var item = RichText()
  private let limits: Workbook.Limits

  init(limits: Workbook.Limits) {
    self.limits = limits
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { item = RichText() } else { item.start(name, attributes) }
  }

  func end(_ name: String, text: [UInt8]) throws(FormatError) {
    guard name == "si" else {
      item.end(name, text: text)
      return
    }
    guard strings.count < limits.sharedStrings else {
      throw .limitExceeded(what: "shared strings", limit: limits.sharedStrings)
    }
    strings.append(item)
  }
}
