import Intake
import Testing

@Suite struct `CSV reader` {
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
    let table = try CSVReader().read(InputFile("\"Name, first, last\";id\nx;1\n"))
    #expect(table.header == ["Name, first, last", "id"])
  }

  @Test func `finds the delimiter below empty lines`() throws {
    let table = try CSVReader().read(InputFile("\n\r\na;b\n1;2\n"))
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
    let table = try CSVReader().read(InputFile(lines.joined(separator: lineEnd)))
    #expect((0..<table.rowCount).map(table.line(ofRow:)) == [2, 6, 8])
    #expect(table.text(row: 0, column: 1) == "a\(lineEnd)b\(lineEnd)c")
  }

  @Test func `skips a byte order mark and white space around cells`() throws {
    let table = try CSVReader().read(InputFile("\u{FEFF} id ,name\n  1\t, Abbey \n"))
    #expect(table.header == ["id", "name"])
    #expect(table.text(row: 0, column: 0) == "1")
    #expect(table.text(row: 0, column: 1) == "Abbey")
    #expect(table.column(named: "ID") == 0)
  }

  @Test func `passes over rows without content`() throws {
    #expect(try cells("a,b\n\n1,2\n,\n  , \n\t\n\"\",\"\"\n3,4\n\n") == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: [("1\n", 1), ("1,2,3\n", 3), ("1,2,\n", 3)])
  func `names the line of a row of another length`(row: String, cells: Int) throws {
    #expect(throws: IntakeError.raggedRow(file: "table.csv", line: 4, cells: cells, expected: 2)) {
      try CSVReader().read(InputFile("a,b\n\"x\ny\",2\n" + row))
    }
  }

  @Test func `names the line on which an endless cell begins`() throws {
    #expect(throws: IntakeError.unclosedQuote(file: "table.csv", line: 3)) {
      try CSVReader().read(InputFile("a,b\n1,2\n3,\"4\n5,6\n"))
    }
  }

  @Test(arguments: ["\n", "\n\n  \n", "a,b\n", "a,b", "a,b\n,\n"])
  func `refuses a table without rows`(text: String) throws {
    #expect(throws: IntakeError.empty(file: "table.csv")) {
      try CSVReader().read(InputFile(text))
    }
  }

  @Test func `names the line that is not UTF-8`() throws {
    // 0x92 is the apostrophe of Windows code page 1252.
    let bytes = Array("id,name\n1,plain\n2,King".utf8) + [0x92] + Array("s\n".utf8)
    #expect(throws: IntakeError.notUTF8(file: "table.csv", line: 3)) {
      try CSVReader().read(InputFile(name: "table.csv", bytes: bytes))
    }
  }

  private func cells(_ text: String) throws -> [[String]] {
    let table = try CSVReader().read(InputFile(text))
    return (0..<table.rowCount).map { row in
      table.header.indices.map { table.text(row: row, column: $0) }
    }
  }
}
