/// Chooses among the readings of each column of a header.
struct RoleChooser {
  /// What a column is taken for.
  struct Chosen {
    let role: ColumnRole
    let source: DataSource
    let rank: Int
    let reason: String
  }

  private let source: DataSource
  private let names: [ColumnName]
  private let readings: [[ColumnLexicon.Reading]]
  /// The column, if any, that shows that the rows lie inside boroughs.
  private let boroughColumn: Int?
  private let hasCode: Bool

  init(source: DataSource, names: [ColumnName], readings: [[ColumnLexicon.Reading]]) {
    self.source = source
    self.names = names
    self.readings = readings
    boroughColumn = names.firstIndex { ["lb_gss_cd", "borough_gss", "borough"].contains($0.text) }
    hasCode = names.contains { $0.text == "gss_code" }
  }

  func reading(ofColumn column: Int) -> Chosen? {
    let name = names[column]
    if name.isRemark {
      return Chosen(role: .skip, source: source, rank: 0, reason: "a remark, not a column")
    }
    guard let reading = best(readings[column]) else { return nil }
    return besideCode(reading, name)
      ?? Chosen(
        role: reading.role, source: reading.source, rank: reading.rank,
        reason: "a name of \(reading.source)")
  }

  /// The table's own source first, then anyone's spreadsheet, then whoever has the name.
  private func best(_ readings: [ColumnLexicon.Reading]) -> ColumnLexicon.Reading? {
    readings.first { source.family.contains($0.source) }
      ?? readings.first { $0.source == .anySpreadsheet }
      // A word like "park" is furniture in one publisher's file only; `OBJECTID` is so anywhere.
      ?? readings.first { $0.role != .furniture || $0.source == .onsBoundaries }
  }

  /// `gss_code`, and `name` beside it, are a ward's where the table tells boroughs too; else a
  /// borough's.
  private func besideCode(_ reading: ColumnLexicon.Reading, _ name: ColumnName) -> Chosen? {
    let isCode = name.text == "gss_code"
    let isName = name.text == "name" && hasCode && [.londonDatastore, .coldspot].contains(source)
    guard isCode || isName else { return nil }
    if let boroughColumn {
      return Chosen(
        role: isCode ? .wardCode : .wardName, source: reading.source, rank: reading.rank,
        reason: "a ward, because \(names[boroughColumn].text) is beside it")
    }
    return Chosen(
      role: isCode ? .boroughCode : .boroughName, source: reading.source, rank: reading.rank,
      reason: "a borough, because no column beside it tells boroughs")
  }
}

/// The columns of each role, best first.
struct RoleOrder {
  private(set) var columnsByRole: [ColumnRole: [Int]] = [:]
  private(set) var choices: [ColumnChoice] = []

  init(chosen: [RoleChooser.Chosen?], columns: [RecognisedColumn], source: DataSource) {
    for (index, column) in chosen.enumerated() {
      if let column { columnsByRole[column.role, default: []].append(index) }
    }
    /// The table's own names first, then those of the lexicon in its order.
    func merit(_ index: Int) -> (Int, Int) {
      guard let column = chosen[index] else { return (2, 0) }
      return (source.family.contains(column.source) ? 0 : 1, column.rank)
    }
    for role in ColumnRole.allCases where !role.isList {
      guard let candidates = columnsByRole[role], candidates.count > 1 else { continue }
      let sorted = candidates.sorted { left, right in
        if merit(left) != merit(right) { return merit(left) < merit(right) }
        let years = (columns[left].vintage ?? 0, columns[right].vintage ?? 0)
        return years.0 == years.1 ? left < right : years.0 > years.1
      }
      columnsByRole[role] = sorted
      let reason: ColumnChoice.Reason =
        merit(sorted[0]) != merit(sorted[1])
        ? .bestName
        : columns[sorted[0]].vintage != columns[sorted[1]].vintage ? .latestVintage : .first
      choices.append(
        ColumnChoice(
          role: role, chosen: sorted[0], others: Array(sorted.dropFirst()), reason: reason))
    }
  }
}
