/// Reads the objects of a table in JSON, one at a time, so that only one is held at once.
///
/// A table is an array of objects, or an object of which one member is such an array, as in the
/// pages that services answer with: `{"page": 1, "contents": [{…}, {…}]}`.
///
/// - SeeAlso: RFC 8259.
public struct JSONRecordReader: Sendable {
  /// Where in the text the objects are.
  public let source: Source
  private var scanner: JSONScanner
  private var isFirst = true
  private var isDone = false

  /// Where the objects of a table can be.
  public enum Source: Hashable, Sendable {
    /// The text is an array.
    case array
    /// The text is an object, and the member of this name is the only array of objects in it; or
    /// the only array, if that is empty.
    case member(String)
    /// The text is an object without an array of objects.
    case none
    /// The text is an object with several arrays of objects.
    case several([String])
  }

  /// A reader that stands before the first object.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8.
  ///   - limits: The bounds on what is read; `vertices` does not apply.
  /// - Throws: ``GeoJSONError``, for a text that is neither array nor object, and for any problem
  ///   in one that is an object.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(
    _ bytes: [UInt8], limits: GeoJSONReader.Limits = .default
  ) throws(GeoJSONError) {
    scanner = try JSONScanner(bytes, limits: limits)
    guard scanner.current == UInt8(ascii: "{") else {
      source = .array
      try scanner.enterArray()
      return
    }
    let arrays = try scanner.arraysOfMembers()
    try scanner.expectEnd()
    let ofObjects = arrays.filter(\.hasObject)
    let chosen = ofObjects.isEmpty ? arrays.filter(\.isEmpty) : ofObjects
    guard let only = chosen.first, chosen.count == 1 else {
      source = ofObjects.isEmpty ? .none : .several(ofObjects.map(\.name))
      isDone = true
      return
    }
    source = .member(only.name)
    scanner.resume(at: only.offset)
    try scanner.enterArray()
  }

  /// The next object; `nil` behind the last, and at once if ``source`` is none or several.
  ///
  /// - Throws: ``GeoJSONError``, also for an element that is not an object.
  public mutating func next() throws(GeoJSONError) -> JSONValue? {
    guard !isDone else { return nil }
    guard try scanner.nextElement(isFirst: &isFirst) else {
      isDone = true
      if source == .array { try scanner.expectEnd() }
      return nil
    }
    guard scanner.current == UInt8(ascii: "{") else { throw scanner.unexpectedValue(.object) }
    return try scanner.value()
  }
}

extension JSONScanner {
  /// An array that is a member of an object.
  fileprivate struct MemberArray {
    let name: String
    /// The offset of its bracket.
    let offset: Int
    let isEmpty: Bool
    /// Whether its first element is an object.
    let hasObject: Bool
  }

  /// The arrays among the members of the object under the cursor, which is passed.
  fileprivate mutating func arraysOfMembers() throws(GeoJSONError) -> [MemberArray] {
    try enterObject()
    var arrays: [MemberArray] = []
    var isFirst = true
    while let name = try nextMember(isFirst: &isFirst) {
      let start = offset
      if current == UInt8(ascii: "[") {
        offset += 1
        skipWhiteSpace()
        arrays.append(
          MemberArray(
            name: name, offset: start, isEmpty: current == UInt8(ascii: "]"),
            hasObject: current == UInt8(ascii: "{")))
        offset = start
      }
      try skipValue()
    }
    return arrays
  }
}
