/// A published index of need, by area code.
public struct NeedTable: Sendable {
  /// Which way an index points.
  public enum Direction: String, Sendable, CaseIterable {
    /// A higher figure means more need: a deprivation score.
    case higher = "higher-is-more-need"
    /// A lower figure means more need: a deprivation rank or decile, where 1 is most deprived.
    case lower = "lower-is-more-need"
  }

  /// The file's name, for messages.
  public let file: String
  /// The column with the index.
  public let column: String
  /// The figures, turned so that higher means more need.
  public let figures: [String: Double]
  /// The number of rows, those without a figure included.
  public let rowCount: Int

  /// Reads one column of a table.
  ///
  /// - Parameters:
  ///   - file: A table.
  ///   - codeColumn: The column with the area's code.
  ///   - column: The column with the index.
  ///   - direction: Which way the index points; it has no default, because a rank read as a score
  ///     would call the best-off places the neediest.
  /// - Throws: ``IntakeError``.
  public init(
    _ file: InputFile, codeColumn: String, column: String, direction: Direction
  ) throws(IntakeError) {
    let table = try CSVReader().read(file)
    let code = try table.requiredColumn(named: codeColumn)
    let index = try table.requiredColumn(named: column)
    var figures: [String: Double] = [:]
    for row in 0..<table.rowCount {
      let key = try table.requiredText(row: row, column: code)
      // An empty figure is a missing one; whether it is needed shows when it is looked up.
      guard !table.text(row: row, column: index).isEmpty else { continue }
      let figure = try table.number(row: row, column: index)
      guard figures[key] == nil else {
        throw .duplicate(file: table.file, column: codeColumn, value: key)
      }
      figures[key] = direction == .higher ? figure : -figure
    }
    self.file = file.name
    self.column = column
    self.figures = figures
    rowCount = table.rowCount
  }
}
