import FileFormats
import TestSupport
import Testing

@Suite struct `Delimited text` {
  /// The examples of RFC 4180, section 2.
  @Test(arguments: [
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    (
      "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
      [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
    ),
    ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
  ])
  func `reads the examples of the RFC`(text: String, rows: [[String]]) throws {
    #expect(try read(text).grid.rows == rows)
  }

  @Test(arguments: [
    ("\"\"\"\",b", ["\"", "b"]), ("\"a\"\"\",b", ["a\"", "b"]), ("\"\",\"\",c", ["", "", "c"]),
    ("\"a\"b,c", ["ab", "c"]), ("\"a\" ,c", ["a ", "c"]), ("\"a\"b\"c,d", ["ab\"c", "d"]),
    ("a\"b\"\"c,d", ["a\"b\"\"c", "d"]), ("5\" pipe,d", ["5\" pipe", "d"]), (",,", nil),
    ("a,,", ["a", "", ""]), ("\"a,b\",c", ["a,b", "c"]), ("a, \"b,c", ["a", " \"b", "c"]),
  ])
  func `takes quotes as they come`(line: String, cells: [String]?) throws {
    #expect(try read("x,y\n\(line)\n").grid.rows == [["x", "y"]] + (cells.map { [$0] } ?? []))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `counts lines through cells that span several`(lineEnd: String) throws {
    let lines = ["id,note", "1,\"a", "b", "c\"", "", "2,d", ",", "3,e"]
    let text = try read(lines.joined(separator: lineEnd))
    #expect(text.grid.lines == [1, 2, 6, 8])
    #expect(text.grid.text(row: 1, cell: 1) == "a\(lineEnd)b\(lineEnd)c")
    #expect(text.blankRowCount == 2)
  }

  @Test func `passes over rows of nothing but blanks and counts them`() throws {
    let text = try read("\n\na,b\n,\n  , \n\t\n\"\",\"\"\n1,2\n\n,,,,\n")
    #expect(text.grid.rows == [["a", "b"], ["1", "2"]])
    #expect(text.blankRowCount == 8)
    #expect(text.grid.lines == [3, 8])
  }

  @Test func `keeps ragged rows`() throws {
    #expect(
      try read("a,b,c\n1\n1,2,3,4,\n").grid.rows == [
        ["a", "b", "c"], ["1"], ["1", "2", "3", "4", ""],
      ])
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", " ,\n"])
  func `has no rows where nothing stands`(text: String) throws {
    #expect(try read(text).grid.rowCount == 0)
  }

  @Test func `reads what Excel calls Unicode text`() throws {
    let bytes = "\u{FEFF}name\tnote\r\nAbbey\t\"1, 2\"\r\n".utf16.flatMap(\.littleEndianBytes)
    let text = try DelimitedText(bytes)
    #expect(text.grid.rows == [["name", "note"], ["Abbey", "1, 2"]])
    #expect(text.delimiter == .tab)
    #expect(text.encoding == .utf16LittleEndian)
    #expect(text.hasByteOrderMark)
  }

  @Test func `names the lines in another encoding`() throws {
    let text = try DelimitedText(Array("a,é\n1,".utf8) + [0x92, 0x0A])
    #expect(text.grid.rows == [["a", "é"], ["1", "’"]])
    #expect(text.encoding == .mixed)
    #expect(text.foreignLines == [2])
    #expect(text.foreignLineCount == 1)
  }

  @Test func `names the line on which an endless cell begins`() {
    #expect(throws: FormatError.unclosedQuote(line: 4)) {
      try read("a,b\n\"x\ny\",2\n3,\"4\n5,6\n")
    }
  }

  @Test func `keeps to its limits`() throws {
    let text = Array("a,b\n1,2\n3,4\n".utf8)
    let exact = DelimitedText.Limits(cells: 6, rows: 3, cellsInRow: 2)
    #expect(try DelimitedText(text, limits: exact).grid.rowCount == 3)
    #expect(throws: FormatError.limitExceeded(what: "cells", limit: 5)) {
      try DelimitedText(text, limits: DelimitedText.Limits(cells: 5))
    }
    #expect(throws: FormatError.limitExceeded(what: "rows", limit: 2)) {
      try DelimitedText(text, limits: DelimitedText.Limits(rows: 2))
    }
    #expect(throws: FormatError.limitExceeded(what: "cells in one row", limit: 1)) {
      try DelimitedText(text, limits: DelimitedText.Limits(cellsInRow: 1))
    }
  }

  @Test func `keeps only the columns asked for, in that order`() throws {
    var asked: [[String]] = []
    let text = try DelimitedText(Array("\na,\"b\",c,d\n1,2,3,4\n\n5,\"6\"\"\"\n,,,8\n".utf8)) {
      header in
      asked.append(header)
      return [3, 1]
    }
    #expect(asked == [["a", "b", "c", "d"]])
    #expect(text.grid.rows == [["d", "b"], ["4", "2"], ["", "6\""], ["8", ""]])
    #expect(text.grid.lines == [2, 3, 5, 6])
    #expect(text.blankRowCount == 2)
  }

  /// Writing cells with quotes around them and reading them back changes nothing.
  @Test(arguments: UInt64(0)..<100)
  func `reads back whatever is written in quotes`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = ["a", "é", "😀", "\"", ",", ";", "\t", "\n", "\r", " ", "|", "sep="]
    let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      (0..<Int.random(in: 2...5, using: &random)).map { _ in
        "x"
          + (0..<Int.random(in: 0...6, using: &random)).map { _ in
            alphabet.randomElement(using: &random) ?? ""
          }.joined()
      }
    }
    let text =
      "sep=;\r\n"
      + rows.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";") + "\r\n"
      }.joined()
    #expect(try read(text).grid.rows == rows)
  }

  @Test(arguments: UInt64(0)..<300)
  func `ends in a value or an error whatever the bytes`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("\",;|\t\n\r ab".utf8) + [0, 0x92, 0xC3, 0xA9, 0xFF, 0xFE]
    let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? 0
    }
    guard let text = try? DelimitedText(bytes) else { return }
    #expect(text.grid.lines == text.grid.lines.sorted())
    #expect(text.grid.rows.allSatisfy { !$0.isEmpty })
  }

  private func read(_ text: String) throws(FormatError) -> DelimitedText {
    try DelimitedText(Array(text.utf8))
  }
}
