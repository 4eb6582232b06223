/// A published index of need, by area code.
public struct NeedTable: Sendable {
  /// Which way an index points.
  public typealias Direction = NeedDirection

  /// Which column holds what.
  public struct Columns: Sendable {
    /// The code of the area; `nil` to go by the names of the columns.
    public var code: String?
    /// The index.
    public var index: String
    /// Which way the index points; `nil` to go by its name, as those of the Indices of Deprivation
    /// tell it.
    public var direction: Direction?
    /// The sheet or layer; `nil` for the first that fits.
    public var sheet: String?

    /// Columns by their names.
    public init(
      code: String? = nil, index: String, direction: Direction? = nil, sheet: String? = nil
    ) {
      self.code = code
      self.index = index
      self.direction = direction
      self.sheet = sheet
    }
  }

  /// The file's name, for messages.
  public let file: String
  /// The column with the index.
  public let column: String
  /// The column with the codes.
  public let codeColumn: String
  /// Which way the index points.
  public let direction: Direction
  /// The figures, turned so that higher means more need.
  public let figures: [String: Double]
  /// What became of the rows.
  public let account: RowAccount
  /// What was noticed.
  public let findings: [Finding]

  /// Reads one column of a table.
  ///
  /// - Parameters:
  ///   - file: A table.
  ///   - columns: Which column holds what.
  ///   - roles: What the column of codes may be known as, the best first.
  ///   - crosswalk: Brings the figures to areas of another edition: the mean of the old areas,
  ///     weighted by the shares of people.
  /// - Throws: ``IntakeError``; ``IntakeError/unknownDirection(file:column:)`` where neither the
  ///   study nor the column's name tells which way the index points, because a rank read as a score
  ///   would call the best-off places the neediest.
  public init(
    _ file: InputFile, columns: Columns, roles: [ColumnRole] = [],
    crosswalk: AreaCrosswalk? = nil
  ) throws(IntakeError) {
    let named = [columns.code, columns.index].compactMap(\.self)
    let table = try TableReader(columns: named, sheet: columns.sheet).read(file)
    let (code, index) = try Self.columns(columns, roles: roles, in: table)
    direction = try Self.direction(of: index, in: table, stated: columns.direction)
    var figures: [String: Double] = [:]
    var empty: [String] = table.setAside.map(\.reason)
    for row in 0..<table.rowCount {
      let key = try table.requiredText(row: row, column: code)
      // An empty figure is a missing one; whether it is needed shows when it is looked up.
      guard !table.text(row: row, column: index).isEmpty else {
        empty.append("no figure")
        continue
      }
      let figure = try table.number(row: row, column: index)
      guard figures[key] == nil else {
        throw .duplicate(file: table.file, column: table.header[code], value: key)
      }
      figures[key] = direction == .higher ? figure : -figure
    }
    self.file = file.name
    column = table.header[index]
    codeColumn = table.header[code]
    self.figures = crosswalk?.means(of: figures) ?? figures
    account = RowAccount(rows: table.rowCount + table.setAside.count, setAside: empty)
    findings = table.findings
  }

  /// The columns of the code and of the index.
  static func columns(
    _ columns: Columns, roles: [ColumnRole], in table: Table
  ) throws(IntakeError) -> (code: Int, index: Int) {
    (
      try table.requiredColumn(
        stated: columns.code, usual: ["gss_code", "code", "id"], roles: roles),
      try table.requiredColumn(named: columns.index)
    )
  }

  /// Which way an index points: as the study says, else as its name tells.
  static func direction(
    of column: Int, in table: Table, stated: Direction?
  ) throws(IntakeError) -> Direction {
    if let stated { return stated }
    guard let direction = table.recognised.needDirection(ofColumn: column) else {
      throw .unknownDirection(file: table.file, column: table.header[column])
    }
    return direction
  }
}
