public import SimpleFeatures

/// A town drawn in text, so that a test shows what it talks about.
///
/// Cells are words separated by white space; rows run from north to south, cells from west to
/// east. Every word but `.` names its cell. The south-west cell lies at (0, 0).
public struct GridTown: Sendable {
  /// Where each name is drawn, row by row from the north-west.
  public let cells: [String: [Coordinate]]

  /// A town from its drawing.
  public init(_ drawing: String, spacing: Distance = .kilometres(1)) {
    var cells: [String: [Coordinate]] = [:]
    let rows = drawing.split(whereSeparator: \.isNewline)
    for (row, line) in rows.enumerated() {
      for (column, name) in line.split(separator: " ").enumerated() where name != "." {
        cells[String(name), default: []].append(
          Coordinate(
            x: Double(column) * spacing.metres,
            y: Double(rows.count - 1 - row) * spacing.metres))
      }
    }
    self.cells = cells
  }

  /// The position of a name that is drawn once.
  public func position(of name: String) throws -> Coordinate {
    guard let positions = cells[name], positions.count == 1 else {
      throw GridTownError.notDrawnOnce(name)
    }
    return positions[0]
  }
}

/// Why a drawing does not say what a test asks of it.
public enum GridTownError: Error {
  /// The name is missing, or drawn in several cells.
  case notDrawnOnce(String)
}
