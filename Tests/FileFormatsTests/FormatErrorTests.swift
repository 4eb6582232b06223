import FileFormats
import Testing

@Suite struct `Format error` {
  @Test(arguments: [
    (
      FormatError.truncated(what: "the text", line: 7),
      "line 7: the text breaks off; the file may be cut off"
    ),
    (
      .truncated(what: "the zip archive", line: nil),
      "the zip archive breaks off; the file may be cut off"
    ),
    (
      .corrupt(what: "the checksum is wrong", where: "xl/workbook.xml"),
      "xl/workbook.xml: the checksum is wrong"
    ),
    (.limitExceeded(what: "cells", limit: 5), "more than 5 cells"),
    (.unsupported(what: "a PDF document", remedy: "Copy it."), "a PDF document is not read"),
    (.encrypted, "the file is locked with a password"),
    (.unclosedQuote(line: 3), "line 3: a quoted cell begins here and never ends"),
  ])
  func `says in words what is wrong and what to do`(error: FormatError, text: String) {
    #expect(error.description == text)
    #expect(error.remedy.hasSuffix("."))
    #expect(error.exceedsLimit == text.hasPrefix("more than"))
  }
}
