/// A cursor over a JSON text that reads one token at a time.
///
/// Behind the text stand NULs as far as anyone looks, so that looking at the byte under the cursor
/// is always allowed: no token begins with NUL and every loop stops there. The cursor never passes
/// the end of the text.
struct JSONScanner {
  /// The text; not a copy, so that a file is held once.
  let bytes: [UInt8]
  let limits: GeoJSONReader.Limits
  /// The byte under the cursor.
  var offset = 0
  /// Arrays and objects entered and not left.
  private(set) var depth = 0
  /// Whether the text began with a byte order mark, which is skipped.
  let hasByteOrderMark: Bool
  /// How many members the last object had that was kept, within reason.
  var usualMembers = 0
  /// Names met twice in an object since last asked.
  var repeatedNames: [String] = []

  init(_ text: [UInt8], limits: GeoJSONReader.Limits) throws(GeoJSONError) {
    guard text.count <= limits.bytes else {
      throw .limitExceeded(at: nil, kind: .bytes, value: limits.bytes)
    }
    bytes = text
    self.limits = limits
    hasByteOrderMark = text.starts(with: [0xEF, 0xBB, 0xBF])
    if hasByteOrderMark { offset = 3 }
    skipWhiteSpace()
    if offset == end { throw .emptyFile }
  }

  /// The length of the text.
  var end: Int { bytes.count }

  /// The byte at an offset; NUL behind the text.
  subscript(offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// The byte under the cursor; NUL at the end.
  var current: UInt8 { self[offset] }

  mutating func skipWhiteSpace() {
    var index = offset
    while true {
      switch self[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        index += 1
      default:
        offset = index
        return
      }
    }
  }

  /// Gives up on the value being read and goes on elsewhere.
  mutating func resume(at offset: Int) {
    self.offset = offset
    depth = 0
  }

  /// Refuses anything but white space after the document.
  mutating func expectEnd() throws(GeoJSONError) {
    skipWhiteSpace()
    guard offset == end else { throw unexpected(.endOfText) }
  }
}

// MARK: - Objects and arrays

extension JSONScanner {
  mutating func enterObject(
    expecting expected: GeoJSONError.Expected = .object
  ) throws(GeoJSONError) {
    try enter(UInt8(ascii: "{"), expecting: expected)
  }

  mutating func enterArray(
    expecting expected: GeoJSONError.Expected = .array
  ) throws(GeoJSONError) {
    try enter(UInt8(ascii: "["), expecting: expected)
  }

  private mutating func enter(
    _ bracket: UInt8, expecting expected: GeoJSONError.Expected
  ) throws(GeoJSONError) {
    skipWhiteSpace()
    guard current == bracket else { throw unexpected(expected) }
    depth += 1
    guard depth <= limits.depth else {
      throw .depthExceeded(at: position, limit: limits.depth)
    }
    offset += 1
  }

  /// The name of the next member, with the cursor moved to its value; `nil` at the end of the
  /// object, which is left.
  ///
  /// `isFirst` says whether no member has been read, and is set to `false`.
  mutating func nextMember(isFirst: inout Bool) throws(GeoJSONError) -> String? {
    skipWhiteSpace()
    if current == UInt8(ascii: "}") {
      leave()
      return nil
    }
    if !isFirst {
      guard current == UInt8(ascii: ",") else { throw unexpected(.commaOrEndOfObject) }
      offset += 1
      skipWhiteSpace()
    }
    isFirst = false
    guard current == UInt8(ascii: "\"") else { throw unexpected(.memberName) }
    let name = try string()
    skipWhiteSpace()
    guard current == UInt8(ascii: ":") else { throw unexpected(.colon) }
    offset += 1
    skipWhiteSpace()
    return name
  }

  /// Whether the cursor has been moved to another element; `false` at the end of the array, which
  /// is left.
  ///
  /// `isFirst` says whether no element has been read, and is set to `false`.
  mutating func nextElement(isFirst: inout Bool) throws(GeoJSONError) -> Bool {
    skipWhiteSpace()
    if current == UInt8(ascii: "]") {
      leave()
      return false
    }
    if !isFirst {
      guard current == UInt8(ascii: ",") else { throw unexpected(.commaOrEndOfArray) }
      offset += 1
      skipWhiteSpace()
      // A comma promises an element.
      guard current != UInt8(ascii: "]") else { throw unexpected(.value) }
    }
    isFirst = false
    return true
  }

  private mutating func leave() {
    offset += 1
    depth -= 1
  }

  /// The `type` of the object under the cursor, which does not move; `nil` if it has none.
  ///
  /// - Complexity: O(1) if `type` comes first, else O(*n*) in the members before it.
  mutating func typeAhead() throws(GeoJSONError) -> String? {
    let start = (offset: offset, depth: depth)
    defer { (offset, depth) = start }
    try enterObject()
    var isFirst = true
    while let name = try nextMember(isFirst: &isFirst) {
      if name == "type" {
        guard current == UInt8(ascii: "\"") else { throw unexpected(.string) }
        return try string()
      }
      try skipValue()
    }
    return nil
  }
}
