/// Where a cell lies in a text.
struct RawCell {
  /// The bytes of the cell; without the quotes around it if it is plain.
  let range: Range<Int>
  /// Whether the bytes are the cell as they stand: it has no doubled quotes, and nothing behind a
  /// closing quote.
  let isPlain: Bool
}

/// Finds the rows of a delimited text and where the cells of each lie, quotes included.
struct RowSplitter {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let end: Int
  private let maximumCellCount: Int
  /// Where the next row begins.
  private(set) var offset: Int
  /// The line on which the next row begins, counted from 1.
  private(set) var line: Int

  static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// A splitter of part of a text that begins on a line.
  init(
    _ bytes: [UInt8], delimiter: Delimiter, range: Range<Int>, line: Int = 1,
    maximumCellCount: Int = DelimitedText.Limits.default.cellsInRow
  ) {
    self.bytes = bytes
    self.delimiter = delimiter.byte
    self.maximumCellCount = maximumCellCount
    self.line = line
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Finds the cells of the next row, and returns the line on which it begins; `nil` at the end.
  ///
  /// - Throws: ``FormatError/unclosedQuote(line:)`` or ``FormatError/limitExceeded(what:limit:)``.
  mutating func nextRow(into cells: inout [RawCell]) throws(FormatError) -> Int? {
    cells.removeAll(keepingCapacity: true)
    guard offset < end else { return nil }
    let firstLine = line
    let bytes = bytes
    let span = bytes.span
    while true {
      let start = offset
      var index = start
      var cell: RawCell?
      if index < end, span[index] == Self.quote {
        let quoted = try quotedCell(at: index)
        index = quoted.range.upperBound + 1
        if quoted.isPlain, index == end || endsCell(span[index]) { cell = quoted }
      }
      while index < end, !endsCell(span[index]) { index += 1 }
      guard cells.count < maximumCellCount else {
        throw .limitExceeded(what: "cells in one row", limit: maximumCellCount)
      }
      cells.append(
        cell ?? RawCell(range: start..<index, isPlain: index == start || span[start] != Self.quote))
      offset = index + 1
      guard index < end, span[index] == delimiter else { break }
    }
    if offset < end, span[offset - 1] == Self.carriageReturn, span[offset] == Self.lineFeed {
      offset += 1
    }
    offset = min(offset, end)
    line += 1
    return firstLine
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// What lies between two quotes.
  private mutating func quotedCell(at start: Int) throws(FormatError) -> RawCell {
    let firstLine = line
    let bytes = bytes
    let span = bytes.span
    var isPlain = true
    var index = start + 1
    while index < end {
      switch span[index] {
      case Self.quote:
        guard index + 1 < end, span[index + 1] == Self.quote else {
          return RawCell(range: (start + 1)..<index, isPlain: isPlain)
        }
        isPlain = false
        index += 1
      case Self.lineFeed: line += 1
      case Self.carriageReturn:
        if index + 1 == end || span[index + 1] != Self.lineFeed { line += 1 }
      default: break
      }
      index += 1
    }
    throw .unclosedQuote(line: firstLine)
  }

  /// Whether there is nothing in the cells but blanks and quotes.
  func isBlank(_ cells: [RawCell]) -> Bool {
    let span = bytes.span
    return cells.allSatisfy { cell in
      cell.range.allSatisfy { span[$0] == 0x20 || span[$0] == 0x09 || span[$0] == Self.quote }
    }
  }

  /// The texts of cells, without their quotes.
  func texts(_ cells: [RawCell]) -> [String] {
    var row = TextGrid.Builder()
    for cell in cells {
      append(cell, to: &row)
      row.endCell()
    }
    row.endRow(line: 1)
    let grid = row.finished()
    return cells.indices.map { grid.text(row: 0, cell: $0) }
  }

  /// Adds a cell to a grid, without the quotes around it and with those inside it undoubled.
  func append(_ cell: RawCell, to grid: inout TextGrid.Builder) {
    guard !cell.isPlain else {
      grid.append(contentsOf: bytes[cell.range])
      return
    }
    var rest = bytes[cell.range].dropFirst()
    while let next = rest.firstIndex(of: Self.quote) {
      grid.append(contentsOf: rest[..<next])
      rest = rest[(next + 1)...]
      // Behind the closing quote everything stands for itself.
      guard rest.first == Self.quote else { break }
      grid.append(Self.quote)
      rest = rest.dropFirst()
    }
    grid.append(contentsOf: rest)
  }
}
