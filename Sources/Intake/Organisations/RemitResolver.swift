internal import Places
internal import SimpleFeatures

/// Makes remits of what rows say of the areas served.
struct RemitResolver {
  private let reader: OrganisationReader
  private let table: Table
  private let cells: OrganisationColumns
  private let gazetteer: Gazetteer
  /// Codes and whose they are, by column, to be judged for their edition.
  private var codes: [Int: [VintageCheck.Entry]] = [:]

  init(_ reader: OrganisationReader, _ table: Table, _ cells: OrganisationColumns) {
    self.reader = reader
    self.table = table
    self.cells = cells
    let ground = reader.ground
    gazetteer = Gazetteer(
      boroughs: ground.boroughs?.areas.map { (code: $0.code, name: $0.name) } ?? [],
      wards: ground.wards.areas.map { (code: $0.code, name: $0.name, borough: $0.parent) },
      regions: reader.regions, everywhere: [reader.columns.everywhere],
      lookup: (reader.crosswalk?.bestFits ?? [:]).merging(
        ground.wards.mergedInto.mapValues { [$0] }, uniquingKeysWith: { $1 }))
  }

  /// The remit of a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - owner: Who it is about, for messages.
  ///   - keys: The identifiers under which another table may list its areas.
  ///   - notes: Takes what cannot be resolved.
  /// - Returns: The areas, or all of them; none where nothing is understood.
  mutating func remit(
    ofRow row: Int, owner: String, keys: [String], notes: inout RowNotes
  ) -> Remit {
    var areas: Set<AreaCode> = []
    var isEverywhere = false
    let borough = table.text(row: row, optionalColumn: cells.borough)
    func take(_ text: String, type: String, column: Int?, notes: inout RowNotes) {
      let reading = gazetteer.read(text, borough: borough, type: type)
      isEverywhere = isEverywhere || reading.isEverywhere
      areas.formUnion(reading.areas)
      for open in reading.unresolved {
        notes.add(
          .unresolvedRemit,
          Finding.Occurrence(
            line: table.line(ofRow: row), column: column.map { $0 + 1 },
            field: column.map { table.header[$0] } ?? "", value: "\(owner): \(open.text)",
            remark: open.description))
      }
    }
    for column in columns(ofRow: row) {
      let text = table.text(row: row, column: column)
      collectCodes(text, column: column, owner: owner, borough: borough)
      take(text, type: type(ofRow: row, besideColumn: column), column: column, notes: &notes)
    }
    if let column = cells.scope {
      let text = table.text(row: row, column: column)
      // "GLS030 National" says the same twice.
      let code = String(text.prefix { $0.isLetter || $0.isNumber })
      let scope = RemitScope.codes.contains { $0.code == code.uppercased() } ? code : text
      if !scope.isEmpty { take(scope, type: "", column: column, notes: &notes) }
    }
    for entry in keys.flatMap({ reader.remits?.entries(of: $0) ?? [] }) {
      take(entry.text, type: entry.type, column: nil, notes: &notes)
    }
    if isEverywhere { return .everywhere }
    return areas.isEmpty ? .none : .areas(areas.sorted())
  }

  /// The filled columns of areas: those with codes, and those with names whose code is missing.
  private func columns(ofRow row: Int) -> [Int] {
    func isFilled(_ column: Int) -> Bool { !table.text(row: row, column: column).isEmpty }
    let codes = cells.serves.filter(isFilled)
    let names = cells.servesByName.filter(isFilled).filter { name in
      let entry = table.recognised.columns[name].entry
      let beside = cells.serves.filter { table.recognised.columns[$0].entry == entry }
      return beside.isEmpty ? codes.isEmpty : !beside.contains(where: isFilled)
    }
    return codes + names
  }

  /// Where many codes are of another edition than the boundaries, and nobody named a lookup.
  func problems() -> [IntakeError] {
    guard reader.crosswalk == nil else { return [] }
    return codes.sorted { $0.key < $1.key }.compactMap { column, entries in
      reader.ground.vintageCheck.mismatch(
        of: entries, file: table.file, column: table.header[column]
      ).map(IntakeError.vintages)
    }
  }

  /// The kind of area that the column beside says, as in 360Giving.
  private func type(ofRow row: Int, besideColumn column: Int) -> String {
    let entry = table.recognised.columns[column].entry
    let beside = table.recognised.columns(for: .remitType).first {
      table.recognised.columns[$0].entry == entry
    }
    return table.text(row: row, optionalColumn: beside)
  }

  private mutating func collectCodes(
    _ text: String, column: Int, owner: String, borough: String
  ) {
    let ground = reader.ground
    let words = text.split { !($0.isLetter || $0.isNumber) }
    for code in words.compactMap({ GSSCode(String($0)) }) where code.level == "ward" {
      let home = ground.boroughs?.areas.first {
        $0.code.description == borough || $0.name == borough
      }
      codes[column, default: []].append(
        VintageCheck.Entry(
          code: code.text, owner: owner, borough: home?.name ?? borough))
    }
  }
}
