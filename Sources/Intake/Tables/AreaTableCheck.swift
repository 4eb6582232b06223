internal import Places

/// What is wrong with a table of figures by area: codes given twice, codes of another edition than
/// the study's, figures that are none.
public struct AreaTableCheck: Sendable {
  /// What is wrong.
  public let problems: [IntakeError]
  /// What would become of the rows.
  public let account: RowAccount

  /// Judges a table by what its columns are known to mean.
  ///
  /// - Complexity: O(*n*) in the number of cells of known columns.
  public init(_ table: Table, ground: StudyGround) {
    var problems: [IntakeError] = []
    let recognised = table.recognised
    let roles: [ColumnRole] = [.oaCode, .lsoaCode, .msoaCode, .wardCode, .boroughCode]
    if let key = roles.lazy.compactMap({ recognised.column(for: $0) }).first {
      problems += Self.repeated(in: table, key: key)
    }
    if let ward = recognised.column(for: .wardCode) {
      let entries = (0..<table.rowCount).map { row in
        VintageCheck.Entry(
          code: table.text(row: row, column: ward), owner: "line \(table.line(ofRow: row))")
      }
      if let mismatch = ground.vintageCheck.mismatch(
        of: entries, file: table.file, column: table.header[ward])
      {
        problems.append(.vintages(mismatch))
      }
    }
    let numeric: [ColumnRole] = [.people, .population, .imdScore, .imdRank, .imdDecile]
    for column in numeric.flatMap({ recognised.columns(for: $0) }) {
      for row in 0..<table.rowCount where !table.text(row: row, column: column).isEmpty {
        do throws(IntakeError) {
          _ = try table.number(row: row, column: column, in: 0...1e12, expected: "0 or more")
        } catch {
          problems.append(error)
        }
      }
    }
    self.problems = problems
    account = RowAccount(
      rows: table.rowCount + table.setAside.count, setAside: table.setAside.map(\.reason))
  }

  /// The codes given twice in a table with a row an area; one in which they repeat as a rule has
  /// several rows an area.
  private static func repeated(in table: Table, key: Int) -> [IntakeError] {
    var seen: Set<String> = []
    let repeated = (0..<table.rowCount).map { table.text(row: $0, column: key) }
      .filter { !$0.isEmpty && !seen.insert($0).inserted }
    guard repeated.count * 10 <= table.rowCount else { return [] }
    return repeated.map {
      .duplicate(file: table.file, column: table.header[key], value: $0)
    }
  }
}
