internal import FileFormats

/// Makes a table of rows of cells: settles the header, and sorts out the rows that are no data.
struct TableAssembly {
  private let source: TableReader.Source
  private let file: String
  private let headerRow: Int
  private let header: [String]
  private static let totalsReason = "a row of totals"

  init(_ source: TableReader.Source, header row: Int, file: String) throws(IntakeError) {
    let grid = source.grid
    guard row < grid.rowCount else { throw .empty(file: file) }
    self.source = source
    self.file = file
    headerRow = row
    var header = (0..<grid.cellCount(ofRow: row)).map { grid.text(row: row, cell: $0).trimmed }
    // Spreadsheets leave empty columns at the end.
    while header.last?.isEmpty == true { header.removeLast() }
    self.header = header
  }

  /// The table, and what is wrong with the rows that are left out.
  func table() throws(IntakeError) -> (table: Table, problems: [IntakeError]) {
    var rows: [Int] = []
    var problems: [IntakeError] = []
    var setAside: [Table.SetAside] = []
    var short: [Finding.Occurrence] = []
    let grid = source.grid
    let recognised = RecognisedTable(header: header)
    let key = [.id, .postcode, .orgID].lazy.compactMap { recognised.column(for: $0) }.first
    let totals = Set(TotalsRow.trailing(in: grid, below: headerRow, key: key))
    for row in (headerRow + 1)..<max(headerRow + 1, grid.rowCount) {
      if filledCount(row) == 0 { continue }
      if totals.contains(row) {
        setAside.append(Table.SetAside(line: grid.lines[row], reason: Self.totalsReason))
        continue
      }
      let count = filledCount(row)
      guard count <= header.count else {
        problems.append(
          .raggedRow(
            file: file, line: grid.lines[row], cells: grid.cellCount(ofRow: row),
            expected: header.count))
        setAside.append(Table.SetAside(line: grid.lines[row], reason: "more cells than the header"))
        continue
      }
      if grid.cellCount(ofRow: row) < header.count {
        short.append(
          Finding.Occurrence(
            line: grid.lines[row], value: "",
            remark: "\(grid.cellCount(ofRow: row)) of \(counted(header.count, "cell"))"))
      }
      rows.append(row)
    }
    guard !rows.isEmpty else {
      if let first = problems.first { throw first }
      throw .empty(file: file)
    }
    let table = Table(
      file: file, sheet: source.sheet, grid: grid, header: header, rows: rows,
      findings: source.findings + findings(short: short, setAside: setAside), setAside: setAside)
    return (table, problems)
  }

  private func findings(
    short: [Finding.Occurrence], setAside: [Table.SetAside]
  ) -> [Finding] {
    var findings: [Finding] = []
    if headerRow > 0 {
      findings.append(
        Finding(
          "N141", .note, file: file, count: 1,
          message: "\(file): the header was found on row \(source.grid.lines[headerRow])."))
    }
    let totals = setAside.filter { $0.reason == Self.totalsReason }
    if !totals.isEmpty {
      findings.append(
        Finding(
          "N144", file: file, sheet: source.sheet,
          at: totals.map { Finding.Occurrence(line: $0.line, value: "") },
          message: "\(file): rows of totals, left out."))
    }
    // Workbooks and JSON leave out empty cells as a matter of course.
    if source.isText, !short.isEmpty {
      findings.append(
        Finding(
          "W145", file: file, at: short,
          message: "\(file): rows with fewer cells than the header; the missing ones are empty.",
          suggestion: "If it is the last row, the file may be cut off."))
    }
    return findings
  }

  /// The number of cells up to the last that has content.
  private func filledCount(_ row: Int) -> Int {
    var count = source.grid.cellCount(ofRow: row)
    while count > 0,
      source.grid.bytes(row: row, cell: count - 1).allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      count -= 1
    }
    return count
  }
}
