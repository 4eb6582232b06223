public import FileFormats

/// The row of a grid that names its columns.
///
/// People put titles, notes and blank rows above it.
public struct HeaderRow: Hashable, Sendable {
  /// The row of the grid.
  public let row: Int
  /// The share of its filled cells whose names are known, 0 to 1.
  public let score: Double
  /// How many different names in it are known.
  public let knownNames: Int

  /// The rows that are looked at.
  public static let rowLimit = 100
  /// The cells of each row that are looked at.
  public static let cellLimit = 2_000

  /// Finds the header.
  ///
  /// It is the first of the rows with the most known names. Where no row has two, it is the first
  /// of the rows with the most words: cells that are filled, differ from each other and have
  /// letters. A lone `x` or `y` is no name, but a tick in a box.
  ///
  /// - Returns: `nil` for a grid without a filled cell, and for Code-Point Open, which begins with
  ///   its data.
  /// - Complexity: O(*n*) in the content of the rows looked at.
  public static func find(
    in grid: TextGrid, lexicon: ColumnLexicon = .standard
  ) -> HeaderRow? {
    var best: (header: HeaderRow, words: Int)?
    for row in 0..<min(grid.rowCount, rowLimit) {
      let cells = Cells(grid, row: row, lexicon: lexicon)
      guard cells.filled > 0 else { continue }
      if best == nil, CodePointOpenRow.isOne(cells.texts) { return nil }
      let header = HeaderRow(
        row: row, score: Double(cells.known) / Double(cells.filled), knownNames: cells.known)
      guard let (leader, words) = best else {
        best = (header, cells.words)
        continue
      }
      let isBetter =
        max(header.knownNames, leader.knownNames) > 1
        ? header.knownNames > leader.knownNames : cells.words > words
      if isBetter { best = (header, cells.words) }
    }
    return best?.header
  }

  /// What the cells of a row look like.
  private struct Cells {
    var texts: [String] = []
    var filled = 0
    var known = 0
    var words = 0

    init(_ grid: TextGrid, row: Int, lexicon: ColumnLexicon) {
      var names: Set<String> = []
      for cell in 0..<min(grid.cellCount(ofRow: row), cellLimit) {
        guard grid.bytes(row: row, cell: cell).count <= ColumnName.byteLimit else {
          filled += 1
          texts.append("")
          continue
        }
        let text = grid.text(row: row, cell: cell)
        texts.append(text)
        let name = ColumnName(text)
        guard !name.text.isEmpty else { continue }
        filled += 1
        guard names.insert(name.text).inserted else { continue }
        if name.text.contains(where: \.isLetter) { words += 1 }
        if name.isRemark || !lexicon.readings(of: name).isEmpty { known += 1 }
      }
      if names.contains("x") != names.contains("y") { known -= 1 }
    }
  }
}
