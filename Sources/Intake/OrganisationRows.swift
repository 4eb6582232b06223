internal import GeometryEngine
internal import Places
internal import SimpleFeatures

/// The rows of a table of organisations, column by column.
struct OrganisationRows {
  let table: Table
  let id: Int
  let name: Int
  private let specialismsColumn: Int
  private let servesColumn: Int?
  private let xColumn: Int?
  private let yColumn: Int?
  private let ordinates: Ordinates

  init(
    _ table: Table, columns: OrganisationReader.Columns, system: ReferenceSystem
  ) throws(IntakeError) {
    self.table = table
    ordinates = Ordinates(of: system, in: table.file)
    id = try table.requiredColumn(named: columns.id)
    name = try table.requiredColumn(named: columns.name)
    specialismsColumn = try table.requiredColumn(named: columns.specialisms)
    let usual = OrganisationReader.Columns()
    servesColumn = try Self.column(columns.serves, in: table, usual: usual.serves)
    xColumn = try Self.column(columns.x, in: table, usual: usual.x)
    yColumn = try Self.column(columns.y, in: table, usual: usual.y)
    // Half a position would be taken for none.
    if xColumn != nil { _ = try table.requiredColumn(named: columns.y) }
    if yColumn != nil { _ = try table.requiredColumn(named: columns.x) }
  }

  /// A column that may be missing under its usual name; one that the study names must be there.
  private static func column(
    _ name: String, in table: Table, usual: String
  ) throws(IntakeError) -> Int? {
    name == usual ? table.column(named: name) : try table.requiredColumn(named: name)
  }

  func text(_ row: Int, _ column: String) -> String {
    table.text(row: row, optionalColumn: table.column(named: column))
  }

  func specialisms(_ row: Int) -> [String] {
    table.text(row: row, column: specialismsColumn).semicolonSeparated
  }

  func serves(_ row: Int) -> [String] {
    table.text(row: row, optionalColumn: servesColumn).semicolonSeparated
  }

  /// The coordinates of a row; `nil` where both are empty.
  func position(_ row: Int) throws(IntakeError) -> (Double, Double)? {
    guard let xColumn, let yColumn else { return nil }
    if table.text(row: row, column: xColumn).isEmpty, table.text(row: row, column: yColumn).isEmpty
    {
      return nil
    }
    return try table.position(row: row, x: xColumn, y: yColumn, ordinates)
  }

  /// How well the position is known; a position without a word on it counts as a point.
  func precision(_ row: Int) throws(IntakeError) -> LocationPrecision {
    let text = text(row, "location_precision")
    guard !text.isEmpty else { return .point }
    guard let precision = LocationPrecision(rawValue: text.lowercased()) else {
      let known = LocationPrecision.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalidValue(
        file: table.file, line: table.line(ofRow: row), column: "location_precision", value: text,
        expected: "one of \(known)")
    }
    return precision
  }

  func capacity(_ row: Int) throws(IntakeError) -> Double {
    try table.optionalNumber(
      row: row, column: "capacity", in: 0...1e12, expected: "a capacity of 0 or more") ?? 1
  }

  func radius(_ row: Int) throws(IntakeError) -> Distance? {
    try table.optionalNumber(
      row: row, column: "radius_m", in: 1...1e6, expected: "a radius from 1 to 1000000 m"
    ).map { .metres($0) }
  }

  func provenance(_ row: Int) -> Provenance {
    Provenance(
      source: text(row, "source"), confidence: text(row, "confidence"), url: text(row, "url"),
      note: text(row, "note"))
  }
}
