/// A table of text read from a file, with the line on which each row began.
///
/// Cells are kept as bytes in one buffer and become text or numbers only when asked for.
public struct Table: Sendable {
  /// The file's name, for messages.
  public let file: String
  /// The header cells, white space around them removed.
  public let header: [String]

  /// Numbers nearer to 0 than this, which no source has, lose their digits in products.
  private static let leastMagnitude = 1e-100

  private let content: [UInt8]
  /// Where each cell ends in `content`, row by row, the header first.
  private let ends: [Int]
  /// The line of the file on which each row begins, counted from 1, without the header.
  private let lines: [Int]

  init(file: String, header: [String], content: [UInt8], ends: [Int], lines: [Int]) {
    self.file = file
    self.header = header
    self.content = content
    self.ends = ends
    self.lines = lines
  }

  /// The number of rows below the header.
  public var rowCount: Int { lines.count }

  /// The line of the file on which a row begins, counted from 1.
  public func line(ofRow row: Int) -> Int { lines[row] }

  /// The index of a column by its name, case ignored.
  public func column(named name: String) -> Int? {
    header.firstIndex { $0.lowercased() == name.lowercased() }
  }

  /// The index of a column that must be there.
  ///
  /// - Throws: ``IntakeError/missingColumn(file:column:present:)``.
  public func requiredColumn(named name: String) throws(IntakeError) -> Int {
    guard let column = column(named: name) else {
      throw .missingColumn(file: file, column: name, present: header)
    }
    return column
  }

  /// The text of a cell, white space around it removed.
  public func text(row: Int, column: Int) -> String {
    let cell = (row + 1) * header.count + column
    let start = cell == 0 ? 0 : ends[cell - 1]
    return String(decoding: content[start..<ends[cell]], as: UTF8.self).trimmed
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
