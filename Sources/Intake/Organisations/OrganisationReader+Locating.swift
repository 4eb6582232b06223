public import Places

extension OrganisationReader {
  /// A table, and where each of its rows is.
  public struct LocatedTable: Sendable {
    /// The table.
    public let table: Table
    /// The sites of each row; a site without a position where none could be found.
    public let sites: [[Site]]
    /// What was noticed.
    public let findings: [Finding]
  }

  /// Places the rows of any table with coordinates or postcodes; names are not needed.
  ///
  /// - Parameters:
  ///   - file: The table.
  ///   - byPostcode: Whether coordinates are left aside.
  /// - Returns: The table with the sites of each row.
  /// - Throws: ``IntakeError``; ``IntakeError/missingColumn(file:column:present:)`` for a table
  ///   that says nothing of places.
  public func locate(
    _ file: InputFile, byPostcode: Bool = false
  ) throws(IntakeError) -> LocatedTable {
    let table = try TableReader(columns: columns.stated, sheet: columns.sheet).read(file)
    var cells = try SiteColumns(columns, in: table)
    if byPostcode { cells = SiteColumns(postcodeOnly: cells) }
    guard cells.postcode != nil || cells.x != nil else {
      throw .missingColumn(file: file.name, column: "postcode", present: table.header)
    }
    let placement = try SitePlacement(self, table, cells)
    var notes = RowNotes(file: file.name, sheet: table.sheet)
    var sites: [[Site]] = []
    for row in 0..<table.rowCount {
      let source = RowSource(
        file: file.name, sheet: table.sheet, line: table.line(ofRow: row))
      sites.append(try placement.sites(ofRow: row, source: source, notes: &notes).sites)
    }
    return LocatedTable(
      table: table, sites: sites, findings: table.findings + notes.findings())
  }
}
