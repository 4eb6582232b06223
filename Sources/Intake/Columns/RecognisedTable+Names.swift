extension RecognisedTable {
  /// The year that the name of a column carries: 2024 for "WD24CD".
  static func vintage(ofColumn name: String) -> Int? { ColumnName(name).year }
}
