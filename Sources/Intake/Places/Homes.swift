internal import Places
internal import SimpleFeatures
internal import SpatialIndex

/// The ward and borough of each place of a table, and where codes and positions disagree.
struct Homes {
  private(set) var wards: [Int?] = []
  private(set) var boroughs: [Int?] = []
  /// Rows whose code names no ward of the study; they were placed by position.
  private var unknownCodes: [Int] = []
  /// Rows whose position lies outside the ward that their code names.
  private var displaced: [Int] = []

  init(
    _ table: Table, _ cells: PlaceColumns, positions: [Coordinate], wards: Boundaries,
    boroughs: Boundaries?, crosswalk: AreaCrosswalk?
  ) {
    for (row, position) in positions.enumerated() {
      var ward: Int?
      let stated = table.text(row: row, optionalColumn: cells.ward)
      if !stated.isEmpty {
        let code = crosswalk?.bestFit(for: stated) ?? stated
        ward = wards.index(of: AreaCode(code))
        if let ward {
          if wards.locator.location(of: position, inArea: ward) == .exterior {
            displaced.append(row)
          }
        } else {
          unknownCodes.append(row)
        }
      }
      ward = ward ?? wards.locator.area(at: position)
      self.wards.append(ward)
      let boroughCode = table.text(row: row, optionalColumn: cells.borough)
      self.boroughs.append(
        Self.borough(
          ofWard: ward.map { wards.areas[$0] }, code: boroughCode, position: position, in: boroughs)
      )
    }
  }

  /// The ward codes as the table has them, and where their rows lie.
  func entries(
    _ table: Table, ids: [String], column: Int, wards: Boundaries, boroughs: Boundaries?
  ) -> [VintageCheck.Entry] {
    // Rows whose code is known say nothing of another edition.
    unknownCodes.isEmpty
      ? []
      : (0..<table.rowCount).map { row in
        VintageCheck.Entry(
          code: table.text(row: row, column: column), owner: ids[row],
          borough: self.boroughs[row].flatMap { boroughs?.areas[$0].name } ?? "",
          isInside: self.wards[row] != nil)
      }
  }

  /// The ward's own borough, so that wards always add up to boroughs; else by code, else by
  /// position.
  private static func borough(
    ofWard ward: Area?, code: String, position: Coordinate, in boroughs: Boundaries?
  ) -> Int? {
    guard let boroughs else { return nil }
    if let parent = ward?.parent, let index = boroughs.index(of: parent) { return index }
    if !code.isEmpty, let index = boroughs.index(of: AreaCode(code)) { return index }
    return boroughs.locator.area(at: position)
  }

  func findings(
    _ table: Table, rows: [PlaceTable.Row], level: AreaLevel
  ) -> [Finding] {
    var findings: [Finding] = []
    func lines(_ rows: [Int]) -> [String] {
      rows.prefix(Finding.exampleLimit).map { "line \(table.line(ofRow: $0))" }
    }
    let outside = rows.indices.filter { rows[$0].ward == nil }
    if !outside.isEmpty {
      let people = outside.reduce(0) { $0 + rows[$1].people }
      findings.append(
        Finding(
          "W102", file: table.file, count: outside.count,
          message: "\(table.file): \(counted(outside.count, "place")) with "
            + "\(counted(Int(people.rounded()), "resident")) outside every \(level): scored, but "
            + "belonging to none.",
          examples: lines(outside)))
    }
    if !unknownCodes.isEmpty {
      findings.append(
        Finding(
          "W105", file: table.file, count: unknownCodes.count,
          message: "\(table.file): \(counted(unknownCodes.count, "place")) naming a \(level) that "
            + "the boundaries do not have, placed by position.",
          examples: lines(unknownCodes),
          suggestion: "Check that places and boundaries are of the same vintage."))
    }
    if !displaced.isEmpty {
      findings.append(
        Finding(
          "N107", .note, file: table.file, count: displaced.count,
          message: "\(table.file): \(counted(displaced.count, "place")) with a point outside the "
            + "outline of the stated \(level); the code was believed.",
          examples: lines(displaced)))
    }
    return findings
  }
}
