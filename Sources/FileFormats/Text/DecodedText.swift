/// A text as UTF-8, and what it was before.
///
/// No character is lost or replaced by a placeholder: bytes that are not UTF-8 are read as
/// Windows-1252, in which every byte is a character.
public struct DecodedText: Sendable {
  /// The text as valid UTF-8, without a byte order mark.
  public let utf8: [UInt8]
  /// The encoding it was in.
  public let encoding: TextEncoding
  /// Whether it began with a byte order mark.
  public let hasByteOrderMark: Bool
  /// The first lines of a ``TextEncoding/mixed`` text that are not UTF-8, counted from 1; at most
  /// ``maximumForeignLineCount``.
  public let foreignLines: [Int]
  /// How many such lines there are.
  public let foreignLineCount: Int

  /// How many lines ``foreignLines`` names.
  public static let maximumForeignLineCount = 10

  /// Decodes a text whose encoding nobody says.
  ///
  /// A byte order mark decides; else the text is UTF-16 if its zero bytes say so, else UTF-8 if it
  /// is valid, else ``TextEncoding/mixed`` if part of it is certainly UTF-8, else Windows-1252.
  /// UTF-8 without a mark is not copied.
  ///
  /// - Throws: ``FormatError/unsupported(what:remedy:)`` for UTF-32 and, for UTF-16,
  ///   ``FormatError/truncated(what:line:)`` if half a unit is left over and
  ///   ``FormatError/corrupt(what:where:)`` for half a surrogate pair.
  /// - Complexity: O(*n*).
  public init(_ bytes: [UInt8]) throws(FormatError) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .unsupported(what: "text in UTF-32", remedy: "Save it as UTF-8.")
    }
    let mark = ByteOrderMark.of(bytes)
    let body = bytes.dropFirst(mark?.byteCount ?? 0)
    let utf16 = mark.map(\.encoding) ?? TextEncoding.utf16WithoutMark(body)
    switch utf16 {
    case .utf16LittleEndian, .utf16BigEndian:
      let order: UTF16Bytes.Order = utf16 == .utf16LittleEndian ? .littleEndian : .bigEndian
      try self.init(
        utf8: UTF16Bytes.utf8(body, order: order), encoding: utf16 ?? .utf8, mark: mark)
    default:
      if Self.isUTF8(bytes) {
        self.init(utf8: mark == nil ? bytes : Array(body), encoding: .utf8, mark: mark)
      } else {
        self.init(joining: body, mark: mark)
      }
    }
  }

  private init(utf8: [UInt8], encoding: TextEncoding, mark: ByteOrderMark?) {
    self.utf8 = utf8
    self.encoding = encoding
    hasByteOrderMark = mark != nil
    foreignLines = []
    foreignLineCount = 0
  }

  /// Decodes bytes that are not all UTF-8.
  private init(joining body: ArraySlice<UInt8>, mark: ByteOrderMark?) {
    let foreign = ForeignBytes(in: body)
    let isMixed = mark != nil || foreign.isPartlyUTF8
    utf8 = isMixed ? foreign.utf8 : Windows1252.utf8(body)
    encoding = isMixed ? .mixed : .windows1252
    hasByteOrderMark = mark != nil
    foreignLines = isMixed ? foreign.firstLines : []
    foreignLineCount = isMixed ? foreign.lineCount : 0
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}
