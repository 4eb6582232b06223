internal import FileFormats

/// A table of text read from a file: a header, and rows that know their line.
///
/// Cells are kept as bytes in one buffer and become text or numbers only when asked for. A row that
/// is shorter than the header has empty cells at its end.
public struct Table: Sendable {
  /// The file's name, for messages.
  public let file: String
  /// The sheet or layer that was read; empty where the file has but one.
  public let sheet: String
  /// The header cells, white space around them removed.
  public let header: [String]
  /// What the columns mean, by their names.
  public let recognised: RecognisedTable
  /// What was noticed while the file was read: its encoding, its sheets, its odd rows.
  public let findings: [Finding]
  /// The rows that are no data, such as totals, and why.
  public let setAside: [SetAside]

  /// A row that was left out, and why.
  public struct SetAside: Hashable, Sendable {
    /// The line of the file, or the row of the sheet.
    public let line: Int
    /// Why, in a few words: "a row of totals".
    public let reason: String
  }

  /// Numbers nearer to 0 than this, which no source has, lose their digits in products.
  private static let leastMagnitude = 1e-100

  private let grid: TextGrid
  /// The rows of the grid that hold data.
  private let rows: [Int]

  /// A table in rows of text.
  ///
  /// - Parameters:
  ///   - file: The file's name.
  ///   - sheet: The sheet or layer.
  ///   - grid: The cells.
  ///   - header: The names of the columns.
  ///   - rows: The rows of the grid that hold data.
  ///   - findings: What was noticed.
  ///   - setAside: The rows left out.
  init(
    file: String, sheet: String = "", grid: TextGrid, header: [String], rows: [Int],
    findings: [Finding] = [], setAside: [SetAside] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.grid = grid
    self.header = header
    recognised = RecognisedTable(header: header)
    self.rows = rows
    self.findings = findings
    self.setAside = setAside
  }

  /// The number of rows below the header.
  public var rowCount: Int { rows.count }

  /// The line of the file, or the row of the sheet, on which a row begins, counted from 1.
  public func line(ofRow row: Int) -> Int { grid.lines[rows[row]] }

  /// The index of a column by its name, case ignored; of several the first.
  public func column(named name: String) -> Int? {
    let wanted = name.lowercased()
    return header.firstIndex { $0.lowercased() == wanted }
  }

  /// The index of a column that must be there, and once.
  ///
  /// - Throws: ``IntakeError/missingColumn(file:column:present:)``, or
  ///   ``IntakeError/duplicate(file:column:value:)``: of two columns with one name, nobody could
  ///   say which is meant.
  public func requiredColumn(named name: String) throws(IntakeError) -> Int {
    guard let column = column(named: name) else {
      throw .missingColumn(file: file, column: name, present: header)
    }
    let wanted = name.lowercased()
    guard !header[(column + 1)...].contains(where: { $0.lowercased() == wanted }) else {
      throw .duplicate(file: file, column: "the header", value: header[column])
    }
    return column
  }

  /// The text of a cell, white space around it removed.
  public func text(row: Int, column: Int) -> String {
    grid.text(row: rows[row], cell: column).trimmed
  }

  /// The text of a cell in a column that may be missing; empty then.
  public func text(row: Int, optionalColumn column: Int?) -> String {
    column.map { text(row: row, column: $0) } ?? ""
  }

  /// The text of a cell that must not be empty.
  ///
  /// - Throws: ``IntakeError/missingValue(file:line:column:)``.
  public func requiredText(row: Int, column: Int) throws(IntakeError) -> String {
    let text = text(row: row, column: column)
    guard !text.isEmpty else {
      throw .missingValue(file: file, line: line(ofRow: row), column: header[column])
    }
    return text
  }

  private static func isNextToZero(_ text: String) -> Bool {
    Double(text).map { $0 != 0 && abs($0) < leastMagnitude } ?? false
  }

  /// The finite number in a cell.
  ///
  /// - Throws: ``IntakeError/missingValue(file:line:column:)`` for an empty cell,
  ///   ``IntakeError/invalidValue(file:line:column:value:expected:)`` for text, NaN, an infinity
  ///   or a number outside `range` or next to 0.
  public func number(
    row: Int, column: Int, in range: ClosedRange<Double>? = nil, expected: String = "a number"
  ) throws(IntakeError) -> Double {
    let text = try requiredText(row: row, column: column)
    // `Double` would read "0x10" too, which in a spreadsheet is no number.
    let isDecimal = text.utf8.allSatisfy { $0 != 0x78 && $0 != 0x58 }
    guard isDecimal, let value = Double(text), value.isFinite, range?.contains(value) ?? true,
      value == 0 || abs(value) >= Self.leastMagnitude
    else {
      throw .invalidValue(
        file: file, line: line(ofRow: row), column: header[column], value: text,
        expected: Self.isNextToZero(text) ? expected + " that is 0 or not next to it" : expected)
    }
    return value
  }
}
