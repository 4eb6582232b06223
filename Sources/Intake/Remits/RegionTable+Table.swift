internal import Places

extension RegionTable {
  /// Reads the regions of a table with the columns `name`, `aliases`, `codes`, `source` and `note`, of
  /// which only the first and the third are needed.
  ///
  /// - Throws: ``IntakeError`` for a missing column or cell, and for a name with two meanings.
  public init(_ table: Table) throws(IntakeError) {
    let name = try table.requiredColumn(named: "name")
    let codes = try table.requiredColumn(named: "codes")
    func text(_ row: Int, _ column: String) -> String {
      table.text(row: row, optionalColumn: table.column(named: column))
    }
    var regions: [Region] = []
    for row in 0..<table.rowCount {
      regions.append(
        Region(
          name: try table.requiredText(row: row, column: name),
          aliases: text(row, "aliases").semicolonSeparated,
          codes: try table.requiredText(row: row, column: codes).semicolonSeparated
            .map { AreaCode($0) },
          source: text(row, "source"), note: text(row, "note")))
    }
    do {
      try self.init(regions)
    } catch {
      throw .duplicate(file: table.file, column: "name", value: "\(error)")
    }
  }
}
