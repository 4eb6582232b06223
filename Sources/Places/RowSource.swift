/// The row of an input that a fact was read from, so that whoever told it can be found again.
public struct RowSource: Hashable, Sendable {
  /// The file's name, as the study writes it.
  public let file: String
  /// The sheet of a workbook; empty for a file without sheets.
  public let sheet: String
  /// The line of the file or the row of the sheet, counted from 1.
  public let line: Int

  /// A row from its parts.
  public init(file: String, sheet: String = "", line: Int) {
    self.file = file
    self.sheet = sheet
    self.line = line
  }
}

extension RowSource: CustomStringConvertible {
  /// `organisations.csv:12`, or `partners.xlsx [Offices]:12` in a workbook.
  public var description: String {
    sheet.isEmpty ? "\(file):\(line)" : "\(file) [\(sheet)]:\(line)"
  }
}

extension RowSource: Comparable {
  /// Orders by file, then sheet, both by their bytes, then line.
  public static func < (left: RowSource, right: RowSource) -> Bool {
    if left.file != right.file {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    if left.sheet != right.sheet {
      return left.sheet.utf8.lexicographicallyPrecedes(right.sheet.utf8)
    }
    return left.line < right.line
  }
}
