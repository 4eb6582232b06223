/// Which edition of areas a table is of.
enum CodeEdition {
  /// The edition in words: by the year in the name of the column with the codes, and by the years in
  /// which the codes came into use.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  static func description(of table: Table) -> String {
    let roles: [ColumnRole] = [.oaCode, .lsoaCode, .msoaCode, .wardCode, .boroughCode, .anyCode]
    guard let column = roles.lazy.compactMap({ table.recognised.column(for: $0) }).first else {
      return ""
    }
    let codes = (0..<table.rowCount).compactMap { GSSCode(table.text(row: $0, column: column)) }
    guard let level = codes.first?.level else { return "" }
    var parts: [String] = []
    if let year = table.recognised.columns[column].vintage { parts.append("\(year)") }
    let years = Set(codes.compactMap(\.year)).sorted()
    if let last = years.last {
      parts.append(
        "\(level) codes given out in \(years.map(String.init).joined(separator: ", ")), so not "
          + "before \(last)")
    }
    return parts.joined(separator: "; ")
  }
}
