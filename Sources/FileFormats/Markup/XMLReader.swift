internal import CExpat

/// Expat, fed piece by piece.
///
/// A document type is refused before it can define anything, so there are no entities but the five
/// of XML itself and nothing is ever fetched.
@safe final class XMLReader {
  private let parser: XML_Parser
  private let visitor: any XMLVisitor
  private let part: String
  private var attributes = XMLAttributes()
  private var text: [UInt8] = []
  private var depth = 0
  private var bytesSinceEvent = 0
  private var failure: FormatError?

  /// The deepest nesting of elements.
  private static let maximumDepth = 100
  /// The longest tag or comment, in bytes.
  ///
  /// Expat begins anew with an unfinished one at each piece,
  /// which without a bound would take quadratic time.
  private static let maximumTokenSize = 1 << 20

  /// A reader of a part of a file, named for its messages.
  init(part: String, visitor: any XMLVisitor) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      preconditionFailure("Expat has memory")
    }
    unsafe self.parser = parser
    self.visitor = visitor
    self.part = part
    setHandlers()
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads the next piece.
  ///
  /// - Throws: ``FormatError`` if the document is not well formed, has a document type, is nested
  ///   too deeply or has an overlong tag, and whatever the visitor throws.
  func read(_ bytes: ArraySlice<UInt8>) throws(FormatError) {
    bytesSinceEvent += bytes.count
    // Pieces are far smaller than 2 GiB, the most that Expat's type for a length can say.
    let status = unsafe bytes.withUnsafeBytes {
      unsafe $0.withMemoryRebound(to: CChar.self) {
        unsafe XML_Parse(parser, $0.baseAddress, CInt($0.count), 0)
      }
    }
    try check(status)
    guard bytesSinceEvent <= Self.maximumTokenSize else {
      throw .limitExceeded(what: "bytes in one tag of \(part)", limit: Self.maximumTokenSize)
    }
  }

  /// Tells that there are no more pieces.
  ///
  /// - Throws: ``FormatError`` if the document is not complete.
  func finish() throws(FormatError) {
    try check(unsafe XML_Parse(parser, nil, 0, 1))
  }

  private func check(_ status: XML_Status) throws(FormatError) {
    if let failure { throw failure }
    guard status != XML_STATUS_OK else { return }
    let code = unsafe XML_GetErrorCode(parser)
    switch code {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      throw .truncated(what: part, line: nil)
    default:
      let message = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
      let line = unsafe XML_GetCurrentLineNumber(parser)
      throw .corrupt(what: message ?? "this is not XML", where: "\(part), line \(line)")
    }
  }
}

// MARK: - Events

extension XMLReader {
  private func setHandlers() {
    // The parser lives no longer than the reader, so an unretained pointer to it is enough.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes else { return }
        unsafe XMLReader.of(reader)?.start(name, attributes)
      },
      { reader, name in
        guard let name = unsafe name else { return }
        unsafe XMLReader.of(reader)?.end(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { reader, bytes, count in
      let characters = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
      unsafe XMLReader.of(reader)?.take(characters)
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      unsafe XMLReader.of(reader)?.refuseDoctype()
    }
    // Comments and instructions are only counted.
    unsafe XML_SetCommentHandler(parser) { reader, _ in
      unsafe XMLReader.of(reader)?.bytesSinceEvent = 0
    }
    unsafe XML_SetProcessingInstructionHandler(parser) { reader, _, _ in
      unsafe XMLReader.of(reader)?.bytesSinceEvent = 0
    }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
    unsafe pointer.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Attributes come as names and values in turn, closed by a null pointer.
  private func start(
    _ name: UnsafePointer<XML_Char>, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    attributes.removeAll()
    var index = 0
    while let key = unsafe list[index], let value = unsafe list[index + 1] {
      unsafe attributes.append(name: String(cString: key), value: String(cString: value))
      index += 2
    }
    text = []
    depth += 1
    let name = unsafe Self.localName(String(cString: name))
    report { () throws(FormatError) in
      guard depth <= Self.maximumDepth else {
        throw .limitExceeded(what: "nested elements in \(part)", limit: Self.maximumDepth)
      }
      try visitor.start(name, attributes)
    }
  }

  private func end(_ name: UnsafePointer<XML_Char>) {
    depth -= 1
    let name = unsafe Self.localName(String(cString: name))
    report { () throws(FormatError) in try visitor.end(name, text: text) }
    text = []
  }

  private func take(_ characters: UnsafeRawBufferPointer) {
    bytesSinceEvent = 0
    unsafe text.append(contentsOf: characters)
  }

  private func refuseDoctype() {
    report { () throws(FormatError) in
      throw .unsupported(
        what: "\(part) with a document type", remedy: "Save the workbook again in Excel.")
    }
  }

  /// Runs a visit; an error cannot pass through Expat, so it is kept until the piece is done.
  private func report(_ visit: () throws(FormatError) -> Void) {
    bytesSinceEvent = 0
    guard failure == nil else { return }
    do {
      try visit()
    } catch {
      failure = error
      unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
  }

  private static func localName(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }
}
