import Intake
import Testing

@Suite struct `Table reader` {
  /// The examples of RFC 4180, section 2, below a header.
  @Test(arguments: [
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    (
      "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
      [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
    ),
    ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
    ("\"a,a\",,\"\"", [["a,a", "", ""]]),
  ])
  func `reads the examples of the RFC`(text: String, rows: [[String]]) throws {
    #expect(try cells("one,two,three\r\n" + text) == rows)
  }

  @Test(arguments: [",", ";", "\t"])
  func `finds the delimiter in the header`(delimiter: String) throws {
    let text = "a|b|c\n1|\"2, 2; 2\"|3\n".replacing("|", with: delimiter)
    #expect(try cells(text) == [["1", "2, 2; 2", "3"]])
  }

  @Test func `takes no delimiter from inside a quoted header cell`() throws {
    let table = try TableReader().read(InputFile("\"Name, first, last\";id\nx;1\n"))
    #expect(table.header == ["Name, first, last", "id"])
  }

  @Test func `finds the delimiter below empty lines`() throws {
    let table = try TableReader().read(InputFile("\n\r\na;b\n1;2\n"))
    #expect(table.header == ["a", "b"])
    #expect(table.line(ofRow: 0) == 4)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `accepts the line ends of every system`(lineEnd: String) throws {
    let text = ["a,b", "1,2", "3,4"].joined(separator: lineEnd)
    #expect(try cells(text) == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `counts lines through cells that span several`(lineEnd: String) throws {
    let lines = ["id,note", "1,\"a", "b", "c\"", "", "2,d", ",", "3,e"]
    let table = try TableReader().read(InputFile(lines.joined(separator: lineEnd)))
    #expect((0..<table.rowCount).map(table.line(ofRow:)) == [2, 6, 8])
    #expect(table.text(row: 0, column: 1) == "a\(lineEnd)b\(lineEnd)c")
  }

  @Test func `skips a byte order mark and white space around cells`() throws {
    let table = try TableReader().read(InputFile("\u{FEFF} id ,name\n  1\t, Abbey \n"))
    #expect(table.header == ["id", "name"])
    #expect(table.text(row: 0, column: 0) == "1")
    #expect(table.text(row: 0, column: 1) == "Abbey")
    #expect(table.column(named: "ID") == 0)
  }

  @Test func `passes over rows without content`() throws {
    #expect(try cells("a,b\n\n1,2\n,\n  , \n\t\n\"\",\"\"\n3,4\n\n") == [["1", "2"], ["3", "4"]])
  }

  @Test func `names the line of a row with more cells than the header`() throws {
    #expect(throws: IntakeError.raggedRow(file: "table.csv", line: 4, cells: 3, expected: 2)) {
      try TableReader().read(InputFile("a,b\n\"x\ny\",2\n1,2,3\n"))
    }
  }

  @Test func `lets a row be longer by empty cells`() throws {
    #expect(try cells("a,b\n1,2,,\n") == [["1", "2"]])
  }

  @Test func `fills a short row with empty cells and says so`() throws {
    let table = try TableReader().read(InputFile("a,b\n1,2\n3\n"))
    #expect(table.text(row: 1, column: 1).isEmpty)
    let finding = try #require(table.findings.first)
    #expect(finding.code == "W145")
    #expect(finding.occurrences.map(\.line) == [3])
  }

  @Test func `names the line on which an endless cell begins`() throws {
    #expect(throws: IntakeError.unclosedQuote(file: "table.csv", line: 3)) {
      try TableReader().read(InputFile("a,b\n1,2\n3,\"4\n5,6\n"))
    }
  }

  @Test(arguments: ["\n", "\n\n  \n", "a,b\n", "a,b", "a,b\n,\n"])
  func `refuses a table without rows`(text: String) throws {
    #expect(throws: IntakeError.empty(file: "table.csv")) {
      try TableReader().read(InputFile(text))
    }
  }

  @Test func `reads Windows-1252 where text is not UTF-8, and says so`() throws {
    // 0x92 is the apostrophe of Windows code page 1252.
    let bytes = Array("id,name\n1,plain\n2,King".utf8) + [0x92] + Array("s\n".utf8)
    let table = try TableReader().read(InputFile(name: "table.csv", bytes: bytes))
    #expect(table.text(row: 1, column: 1) == "King’s")
    #expect(table.findings.map(\.code) == ["N140"])
    #expect(table.findings[0].message.contains("Windows-1252"))
  }

  private func cells(_ text: String) throws -> [[String]] {
    let table = try TableReader().read(InputFile(text))
    return (0..<table.rowCount).map { row in
      table.header.indices.map { table.text(row: row, column: $0) }
    }
  }
}
