internal import GeometryEngine
internal import Places
internal import SimpleFeatures
internal import SpatialIndex

/// The rows of a table of organisations, column by column.
struct OrganisationRows {
  let table: Table
  let id: Int
  let name: Int
  private let specialismsColumn: Int
  private let servesColumn: Int?
  private let xColumn: Int?
  private let yColumn: Int?

  init(_ table: Table, columns: OrganisationReader.Columns) throws(IntakeError) {
    self.table = table
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
  func position(_ row: Int, system: ReferenceSystem) throws(IntakeError) -> (Double, Double)? {
    guard let xColumn, let yColumn else { return nil }
    if table.text(row: row, column: xColumn).isEmpty, table.text(row: row, column: yColumn).isEmpty
    {
      return nil
    }
    let x = try table.number(row: row, column: xColumn)
    let y = try table.number(row: row, column: yColumn)
    if system == .wgs84, !LonLat(longitude: x, latitude: y).isOnEarth {
      throw .wrongReferenceSystem(
        file: table.file, where: "line \(table.line(ofRow: row))", x: x, y: y,
        expected: "longitude and latitude")
    }
    return (x, y)
  }

  /// How well the position is known; a position without a word on it counts as a point.
  func precision(_ row: Int) throws(IntakeError) -> LocationPrecision {
    let text = text(row, "location_precision")
    guard !text.isEmpty else { return .point }
    guard let precision = LocationPrecision(rawValue: text.lowercased()) else {
      let known = LocationPrecision.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalidNumber(
        file: table.file, line: table.line(ofRow: row), column: "location_precision", value: text,
        expected: "one of \(known)")
    }
    return precision
  }

  func capacity(_ row: Int) throws(IntakeError) -> Double {
    guard let column = table.column(named: "capacity"),
      !table.text(row: row, column: column).isEmpty
    else { return 1 }
    return try table.number(
      row: row, column: column, in: 0...1e12, expected: "a capacity of 0 or more")
  }

  func radius(_ row: Int) throws(IntakeError) -> Distance? {
    guard let column = table.column(named: "radius_m"),
      !table.text(row: row, column: column).isEmpty
    else { return nil }
    return .metres(
      try table.number(
        row: row, column: column, in: 1...1e7, expected: "a radius of 1 m or more"))
  }

  func provenance(_ row: Int) -> Provenance {
    Provenance(
      source: text(row, "source"), confidence: text(row, "confidence"), url: text(row, "url"),
      note: text(row, "note"))
  }
}

/// What was noticed about the organisations of a file, gathered row by row.
struct OrganisationNotes {
  let file: String
  private var unmappedSpecialisms: [String: Int] = [:]
  private var unresolvedRemits: [String] = []
  private var outside: [String] = []
  private var withoutFunction: [String] = []
  private var withoutReach: [String] = []

  init(file: String) {
    self.file = file
  }

  mutating func unmapped(_ specialism: String) {
    unmappedSpecialisms[specialism, default: 0] += 1
  }

  mutating func unresolved(_ code: AreaCode, of id: String) {
    unresolvedRemits.append("\(id): \(code)")
  }

  mutating func take(_ organisation: Organisation, wards: Boundaries) {
    if let position = organisation.site.position, wards.locator.area(at: position) == nil {
      outside.append(organisation.id)
    }
    if organisation.functions.isEmpty { withoutFunction.append(organisation.id) }
    if organisation.site.measurablePosition == nil, organisation.remit == .none,
      organisation.areaOfBenefit == nil
    {
      withoutReach.append(organisation.id)
    }
  }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    func add(
      _ code: String, _ severity: Finding.Severity, _ who: [String], _ noun: String,
      _ message: String
    ) {
      guard !who.isEmpty else { return }
      findings.append(
        Finding(
          code, severity, file: file, message: "\(file): \(counted(who.count, noun)) \(message)",
          examples: who.sorted()))
    }
    add(
      "W101", .warning, outside, "organisation",
      "outside every area, serving those inside who are within reach.")
    add(
      "W103", .warning, unresolvedRemits, "remit entry",
      "naming an area that the boundaries do not have, left out.")
    add(
      "N104", .note, unmappedSpecialisms.map { "\($0) (\($1))" }, "specialism",
      "missing from the table of functions, counting for nothing.")
    add(
      "N109", .note, withoutFunction, "organisation",
      "without any of the functions: drawn, but supporting nobody.")
    add(
      "W110", .warning, withoutReach, "organisation",
      "with neither a usable location nor a remit, reaching nobody.")
    return findings
  }
}
