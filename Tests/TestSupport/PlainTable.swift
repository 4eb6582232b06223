import Foundation

/// A table of comma-separated values without quotes, as the reference cases are stored.
public struct PlainTable: Sendable {
  /// One line of the table.
  public struct Row: Sendable {
    private let values: [String: String]

    fileprivate init(_ values: [String: String]) {
      self.values = values
    }

    /// The text in a column.
    public func text(_ column: String) throws -> String {
      guard let text = values[column] else { throw PlainTableError.noColumn(column) }
      return text
    }

    /// The number in a column; `NaN` and `inf` are numbers too.
    public func number(_ column: String) throws -> Double {
      let text = try text(column)
      guard let number = Double(text) else {
        throw PlainTableError.notANumber(text, column: column)
      }
      return number
    }
  }

  /// The lines below the header.
  public let rows: [Row]

  /// Reads a table.
  public init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { throw PlainTableError.noHeader }
    rows = lines.dropFirst().map { line in
      Row(Dictionary(uniqueKeysWithValues: zip(header, line)))
    }
  }
}

/// Why a table does not say what a test asks of it.
public enum PlainTableError: Error {
  /// The file is empty.
  case noHeader
  /// No column has this name.
  case noColumn(String)
  /// The text in the column is no number.
  case notANumber(String, column: String)
}
