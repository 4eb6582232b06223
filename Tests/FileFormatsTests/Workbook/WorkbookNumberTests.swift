import FileFormats
import TestSupport
import Testing

@Suite struct `Numbers of a workbook` {
  @Test(arguments: [
    ("113000", "113000"), ("1.13E5", "113000"), ("1.13E+05", "113000"), ("-2.5e1", "-25"),
    ("51.507399999999997", "51.5074"), ("0.25", "0.25"), ("1E-05", "0.00001"), ("-0", "-0"),
    ("-0.0", "0"), ("1.5E3", "1500"), ("1E21", "1000000000000000000000"), ("1.25E-3", "0.00125"),
    ("12345678901234567890", "12345678901234567890"), ("007", "007"), ("530047.0", "530047"),
    ("1.7976931348623157E308", "1.7976931348623157e+308"), ("nan", "nan"), ("0x1F", "0x1F"),
    ("1e999", "1e999"), ("1 2", "1 2"), ("-", "-"),
  ])
  func `are plain decimal text`(stored: String, text: String) throws {
    let dates = try read([stored], formatCode: "General").dates
    #expect(try read([stored], formatCode: "General").cells == [text])
    #expect(dates.count == 0)
  }

  @Test func `are left alone in text`() throws {
    let sample = SampleWorkbook(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>1.13E+05</v></c></row>")
    #expect(try Workbook(sample.bytes).sheet(at: 0).grid.rows == [["1.13E+05"]])
  }

  /// 45,292 is 1 January 2024 in Excel, and 2024 is a leap year.
  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("36526", "2000-01-01"),
    ("45292", "2024-01-01"), ("45351", "2024-02-29"), ("45382", "2024-03-31"),
    ("2958465", "9999-12-31"), ("45382.5", "2024-03-31T12:00:00"),
    ("45382.604166666664", "2024-03-31T14:30:00"), ("45382.999999999", "2024-04-01"),
    // A day that never was, and what Excel does not show as a date.
    ("60", "60"), ("0", "0"), ("-1", "-1"), ("2958466", "2958466"),
    ("2958465.9999999999", "2958466"),
  ])
  func `are dates where they are shown as dates`(stored: String, text: String) throws {
    let (cells, dates) = try read([stored], formatCode: "dd/mm/yyyy")
    #expect(cells == [text])
    #expect(dates.count == (text.contains("-") && !text.hasPrefix("-") ? 1 : 0))
  }

  /// Both systems show the same day 1,462 days apart.
  @Test(arguments: [
    ("0", "1904-01-01"), ("43920", "2024-03-31"), ("43920.25", "2024-03-31T06:00:00"),
  ])
  func `count from 1904 where the workbook says so`(stored: String, text: String) throws {
    #expect(try read([stored], formatCode: "yyyy-mm-dd", countsFrom1904: true).cells == [text])
  }

  @Test(arguments: [
    ("h:mm", "0.604166666666667", "14:30:00"), ("h:mm:ss AM/PM", "0.5", "12:00:00"),
    ("h:mm", "0", "00:00:00"), ("[h]:mm", "1.5", "36:00:00"),
    ("[mm]:ss", "0.0104282407407407", "00:15:01"),
    ("mm:ss.0", "0.00001736111111", "00:00:01.500"), ("h:mm", "45382.25", "2024-03-31T06:00:00"),
  ])
  func `are times where they are shown as times`(code: String, stored: String, text: String) throws
  {
    #expect(try read([stored], formatCode: code).cells == [text])
  }

  @Test(arguments: [
    ("yyyy", true), ("mmm-yy", true), ("d. mmmm", true), ("[$-809]dd mmmm yyyy;@", true),
    ("mmm", true),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", true), ("[Red]yyyy", true), ("\"on\" d", true),
    ("General", false), ("0.00", false), ("0%", false), ("#,##0.00", false), ("0.00E+00", false),
    ("\"£\"#,##0;[Red]-\"£\"#,##0", false), ("[$£-809]#,##0.00", false), ("0 \"days\"", false),
    ("#,##0\\d", false), ("0_d", false), ("*y0", false), ("[Magenta]0", false), ("@", false),
    ("0;yyyy", false), ("\"unclosed yyyy", false), ("[yyyy", false), ("", false), ("\\", false),
  ])
  func `are dates by the letters of the format`(code: String, isDate: Bool) throws {
    let (cells, dates) = try read(["45382"], formatCode: code)
    #expect(cells == [isDate ? "2024-03-31" : "45382"])
    #expect(dates.count == (isDate ? 1 : 0))
    #expect(dates.first == (isDate ? "A1" : nil))
  }

  /// ISO/IEC 29500-1, clause 18.8.30, lists the formats that need no code.
  @Test func `are dates by the number of a format that is built in`() throws {
    var sample = SampleWorkbook(
      rows: "<row r=\"1\">"
        + (0...49).map { "<c s=\"\($0)\"><v>45382.5</v></c>" }.joined() + "</row>")
    sample.styles = Array(0...49)
    let cells = try Workbook(sample.bytes).sheet(at: 0).grid.rows[0]
    let dates = cells.indices.filter { cells[$0] == "2024-03-31T12:00:00" }
    #expect(dates == Array(14...22) + [45, 47])
    #expect(cells[46] == "1089180:00:00")
    #expect(cells[0...13].allSatisfy { $0 == "45382.5" })
  }

  @Test func `have no format where the style is missing`() throws {
    let sample = SampleWorkbook(
      rows:
        "<row r=\"1\"><c s=\"9\"><v>45382</v></c><c s=\"-1\"><v>1</v></c><c s=\"x\"><v>2</v></c></row>"
    )
    #expect(try Workbook(sample.bytes).sheet(at: 0).grid.rows == [["45382", "1", "2"]])
  }

  @Test(arguments: [
    ("2024-03-31", "2024-03-31"), ("2024-03-31T00:00:00", "2024-03-31"),
    ("2024-03-31T00:00:00.000Z", "2024-03-31"), ("2024-03-31T10:00:00", "2024-03-31T10:00:00"),
  ])
  func `are dates where a strict workbook stores them as text`(stored: String, text: String) throws
  {
    let sample = SampleWorkbook(rows: "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>\(stored)</v></c></row>")
    let sheet = try Workbook(sample.bytes).sheet(at: 0)
    #expect(sheet.grid.rows == [[text]])
    #expect(sheet.dates.count == 1)
  }

  /// One day follows another: month ends and leap years counted by the rules of the calendar.
  @Test(arguments: [(61, 1900, 3), (36_526, 2000, 1), (73_051, 2100, 1), (767_011, 4000, 1)])
  func `run through the calendar day by day`(serial: Int, year: Int, month: Int) throws {
    var (year, month, day) = (year, month, 1)
    let texts = try read((serial..<(serial + 1_600)).map(String.init), formatCode: "d/m/yy").cells
    for text in texts {
      let expected = [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
      #expect(text == expected)
      let isLeapYear =
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  /// The first column of rows of numbers under one format.
  private func read(
    _ stored: [String], formatCode: String, countsFrom1904: Bool = false
  ) throws -> (cells: [String], dates: Workbook.CellTally) {
    var sample = SampleWorkbook(
      rows: stored.enumerated().map { index, value in
        "<row r=\"\(index + 1)\"><c r=\"A\(index + 1)\" s=\"1\"><v>\(value)</v></c></row>"
      }.joined())
    sample.formatCodes = [formatCode]
    sample.styles = [0, 164]
    sample.countsFrom1904 = countsFrom1904
    let sheet = try Workbook(sample.bytes).sheet(at: 0)
    return (sheet.grid.rows.map { $0[0] }, sheet.dates)
  }
}
