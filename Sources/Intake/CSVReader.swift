/// Reads comma-, semicolon- and tab-separated tables.
///
/// - SeeAlso: RFC 4180, "Common format and MIME type for comma-separated values (CSV) files".
public struct CSVReader: Sendable {
  /// A reader.
  public init() {}

  /// Reads a table whose first row is its header.
  ///
  /// A byte order mark is skipped, both kinds of line end are accepted, and rows without any
  /// content are passed over. The delimiter is the one that the header holds most of.
  ///
  /// - Throws: ``IntakeError`` for text that is not UTF-8, a row with another number of cells than
  ///   the header, a quoted cell that never ends, or a table without rows.
  /// - Complexity: O(*n*) in the number of bytes.
  public func read(_ file: InputFile) throws(IntakeError) -> Table {
    _ = try file.text()
    var scanner = CSVScanner(file.bytes)
    var header: [String] = []
    var lines: [Int] = []
    while let row = try scanner.nextRow(file: file.name) {
      if header.isEmpty {
        header = scanner.lastRowTexts(cells: row.cells)
        try requireUnique(header, file: file.name)
        continue
      }
      guard row.cells == header.count else {
        throw .raggedRow(
          file: file.name, line: row.line, cells: row.cells, expected: header.count)
      }
      lines.append(row.line)
    }
    guard !lines.isEmpty else { throw .empty(file: file.name) }
    return Table(
      file: file.name, header: header, content: scanner.content, ends: scanner.ends, lines: lines)
  }

  /// Of two columns with one name, nobody could say which is meant.
  private func requireUnique(_ header: [String], file: String) throws(IntakeError) {
    var seen: Set<String> = []
    for name in header where !name.isEmpty && !seen.insert(name.lowercased()).inserted {
      throw .duplicate(file: file, column: "the header", value: name)
    }
  }
}

/// Walks the bytes of a table row by row, collecting the cells without their quotes.
private struct CSVScanner {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var offset: Int
  private var line = 1
  private(set) var content: [UInt8] = []
  private(set) var ends: [Int] = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    offset = hasByteOrderMark ? 3 : 0
    let isLineEnd = { (byte: UInt8) in byte == Self.lineFeed || byte == Self.carriageReturn }
    // What stands in quotes delimits nothing: every other part between the quotes is left out.
    let header = bytes[offset...].drop(while: isLineEnd).prefix { !isLineEnd($0) }
      .split(separator: Self.quote, omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.flatMap(\.element)
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    func count(_ byte: UInt8) -> Int { header.count { $0 == byte } }
    // On a tie the earlier candidate wins.
    delimiter = candidates.dropFirst().reduce(candidates[0]) { count($1) > count($0) ? $1 : $0 }
    content.reserveCapacity(bytes.count)
  }

  /// The next row that has any content: its line and its number of cells.
  mutating func nextRow(file: String) throws(IntakeError) -> (line: Int, cells: Int)? {
    while offset < bytes.count {
      let (firstLine, contentStart, endsStart) = (line, content.count, ends.count)
      repeat { try scanCell(file: file) } while !endOfRow()
      let isBlank = content[contentStart...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !isBlank { return (firstLine, ends.count - endsStart) }
      content.removeLast(content.count - contentStart)
      ends.removeLast(ends.count - endsStart)
    }
    return nil
  }

  /// The cells of the row just read, white space around them removed.
  func lastRowTexts(cells: Int) -> [String] {
    var start = ends.count > cells ? ends[ends.count - cells - 1] : 0
    return ends.suffix(cells).map { end in
      defer { start = end }
      return String(decoding: content[start..<end], as: UTF8.self).trimmed
    }
  }

  private mutating func scanCell(file: String) throws(IntakeError) {
    if offset < bytes.count, bytes[offset] == Self.quote {
      try scanQuotedPart(file: file)
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      content.append(byte)
      offset += 1
    }
    ends.append(content.count)
  }

  private mutating func scanQuotedPart(file: String) throws(IntakeError) {
    let firstLine = line
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == Self.quote {
        guard offset < bytes.count, bytes[offset] == Self.quote else { return }
        offset += 1
      } else if byte == Self.lineFeed {
        line += 1
      }
      content.append(byte)
    }
    throw .unclosedQuote(file: file, line: firstLine)
  }

  /// Steps over the delimiter (the row goes on) or the line end (it is complete).
  private mutating func endOfRow() -> Bool {
    guard offset < bytes.count else { return true }
    if bytes[offset] == delimiter {
      offset += 1
      return false
    }
    if bytes[offset] == Self.carriageReturn { offset += 1 }
    if offset < bytes.count, bytes[offset] == Self.lineFeed { offset += 1 }
    line += 1
    return true
  }
}
