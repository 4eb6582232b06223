internal import Places
internal import SimpleFeatures

/// Reads the rows of a table of organisations one by one.
struct OrganisationRowBuilder {
  private let reader: OrganisationReader
  private let table: Table
  private let cells: OrganisationColumns
  private let placements: [SitePlacement]
  private var remits: RemitResolver
  private var withAddress = 0
  private var placed = 0

  init(
    _ reader: OrganisationReader, _ table: Table, _ cells: OrganisationColumns
  ) throws(IntakeError) {
    self.reader = reader
    self.table = table
    self.cells = cells
    var placements: [SitePlacement] = []
    for site in cells.sites { placements.append(try SitePlacement(reader, table, site)) }
    self.placements = placements
    remits = RemitResolver(reader, table, cells)
  }

  /// The number of the charity that a row belongs to as a linked one; `nil` for any other row.
  func linkedParent(ofRow row: Int) -> String? {
    let linked = text(row, cells.linkedCharity)
    guard !linked.isEmpty, linked != "0" else { return nil }
    return text(row, cells.charity ?? cells.id)
  }

  /// What a row says.
  mutating func row(_ row: Int, notes: inout RowNotes) throws(IntakeError) -> OrganisationRow {
    let line = table.line(ofRow: row)
    let id =
      try cells.id.map { (column) throws(IntakeError) in
        try table.requiredText(row: row, column: column)
      } ?? ""
    let name = try table.requiredText(row: row, column: cells.name)
    let registrations = registrations(row, notes: &notes)
    let source = RowSource(file: table.file, sheet: table.sheet, line: line)
    var sites: [Site] = []
    var isRepaired = registrations.isRepaired
    for placement in placements {
      let found = try placement.sites(ofRow: row, source: source, notes: &notes)
      sites += found.sites
      isRepaired = isRepaired || found.isRepaired
    }
    if placements.contains(where: { $0.hasAddress(row) }) {
      withAddress += 1
      placed += sites.contains { $0.position != nil } ? 1 : 0
    }
    let owner = id.isEmpty ? name : id
    let keys = [id] + registrations.keys
    return OrganisationRow(
      row: row, line: line, id: id, registrations: registrations.keys, name: name,
      kind: text(row, cells.kind), status: status(row), group: text(row, cells.group),
      sites: sites,
      remit: remits.remit(
        ofRow: row, owner: owner, keys: keys, notes: &notes),
      functions: functions(row, keys: keys, notes: &notes),
      radius: try radius(row), capacity: try capacity(row),
      provenance: Provenance(
        source: text(row, cells.source), confidence: text(row, cells.confidence),
        url: text(row, cells.url), note: text(row, cells.note), date: text(row, cells.date),
        rows: [source]),
      isRepaired: isRepaired)
  }

  /// Codes of another edition, unless a lookup was named.
  func problems() -> [IntakeError] { remits.problems() }

  /// Too few of the rows with an address could be placed.
  func placementShortfall(least: Double) -> IntakeError? {
    guard withAddress > 0, Double(placed) < least * Double(withAddress) else { return nil }
    return .tooFewPlaced(file: table.file, placed: placed, of: withAddress, least: least)
  }

  private func text(_ row: Int, _ column: Int?) -> String {
    table.text(row: row, optionalColumn: column)
  }

  /// The registered numbers of a row, in their canonical form.
  private func registrations(
    _ row: Int, notes: inout RowNotes
  ) -> (keys: [String], isRepaired: Bool) {
    var keys: [String] = []
    var isRepaired = false
    for column in [cells.charity, cells.company].compactMap(\.self) {
      let cell = text(row, column)
      guard !Self.isNone(cell) else { continue }
      var occurrence = Finding.Occurrence(
        line: table.line(ofRow: row), column: column + 1, field: table.header[column], value: cell)
      do {
        let identifier =
          column == cells.charity
          ? try OrganisationIdentifier(charityNumber: cell)
          : try OrganisationIdentifier(companyNumber: cell)
        if !identifier.repairs.isEmpty {
          occurrence.fix = identifier.number
          occurrence.remark = identifier.repairs.map(\.rawValue).joined(separator: ", ")
          notes.add(.repairedIdentifier, occurrence)
          isRepaired = true
        }
        keys.append(identifier.description)
      } catch {
        occurrence.remark = error.description
        notes.add(.unreadableIdentifier, occurrence)
      }
    }
    // The identifiers of 360Giving name a register themselves.
    if let id = cells.id, let identifier = try? OrganisationIdentifier(text(row, id)) {
      keys.append(identifier.description)
    }
    return (Array(Set(keys)).sorted(), isRepaired)
  }

  /// Whether a cell says that there is no number.
  private static func isNone(_ cell: String) -> Bool {
    ["", "-", "–", "n/a", "na", "none", "nil", "not registered", "exempt"]
      .contains(cell.lowercased())
  }

  private func status(_ row: Int) -> String {
    let status = text(row, cells.status)
    // The words of the Charity Commission.
    switch status.lowercased() {
    case "registered": return "active"
    case "removed": return "closed"
    default: return status
    }
  }

  private func functions(
    _ row: Int, keys: [String], notes: inout RowNotes
  ) -> [Int] {
    var specialisms = text(row, cells.specialisms).semicolonSeparated
    specialisms += keys.flatMap { reader.classifications?.specialisms(of: $0) ?? [] }
    if specialisms.isEmpty { specialisms = reader.usualSpecialisms }
    return specialisms.flatMap { specialism in
      let found = reader.functions.functions(providedBy: specialism)
      if found.isEmpty {
        notes.add(
          .unmappedSpecialism,
          Finding.Occurrence(
            line: table.line(ofRow: row), column: cells.specialisms.map { $0 + 1 },
            value: specialism))
      }
      return found
    }
  }

  private func capacity(_ row: Int) throws(IntakeError) -> Double? {
    guard let column = cells.capacity, !text(row, column).isEmpty else { return nil }
    return try table.number(
      row: row, column: column, in: 0...1e12, expected: "a capacity of 0 or more")
  }

  private func radius(_ row: Int) throws(IntakeError) -> Distance? {
    guard let column = cells.radius, !text(row, column).isEmpty else { return nil }
    return .metres(
      try table.number(
        row: row, column: column, in: 1...1e6, expected: "a radius from 1 to 1000000 m"))
  }
}
