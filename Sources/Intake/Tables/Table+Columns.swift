extension Table {
  /// The column for a purpose.
  ///
  /// It is the one that the study names, which must be there; else the one with a usual name; else
  /// the one that the names of columns tell.
  ///
  /// - Parameters:
  ///   - stated: The name that the study gives, if it gives one.
  ///   - usual: The names that it has in files made for this program.
  ///   - roles: What the column may be known as in files of others, the best first.
  /// - Returns: Its index; `nil` if there is none.
  /// - Throws: ``IntakeError/missingColumn(file:column:present:)``.
  func column(
    stated: String?, usual: [String], roles: [ColumnRole] = []
  ) throws(IntakeError) -> Int? {
    if let stated { return try requiredColumn(named: stated) }
    for name in usual where column(named: name) != nil { return try requiredColumn(named: name) }
    return roles.lazy.compactMap { recognised.column(for: $0) }.first
  }

  /// The column for a purpose, which must be there.
  ///
  /// - Throws: ``IntakeError/missingColumn(file:column:present:)`` under the first usual name.
  func requiredColumn(
    stated: String?, usual: [String], roles: [ColumnRole] = []
  ) throws(IntakeError) -> Int {
    guard let column = try column(stated: stated, usual: usual, roles: roles) else {
      throw .missingColumn(file: file, column: usual[0], present: header)
    }
    return column
  }

  /// The texts in a column; empty where a cell is.
  func optionalTexts(_ column: Int?) -> [String] {
    (0..<rowCount).map { text(row: $0, optionalColumn: column) }
  }
}
