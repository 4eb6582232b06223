public import Places

/// Reads the table of support functions and the specialisms that provide them.
///
/// Columns: `function` (key), `column` (in the layers, at most ten characters), `name`, `weight`
/// (optional, 1 where missing) and `specialisms`, separated by semicolons.
public struct FunctionReader: Sendable {
  /// A reader.
  public init() {}

  /// The functions in the order of the rows.
  ///
  /// - Throws: ``IntakeError``.
  public func read(_ file: InputFile) throws(IntakeError) -> FunctionTable {
    let table = try TableReader(columns: ["function", "column", "specialisms"]).read(file)
    let key = try table.requiredColumn(named: "function")
    let column = try table.requiredColumn(named: "column")
    let name = try table.requiredColumn(named: "name")
    let specialisms = try table.requiredColumn(named: "specialisms")
    let weight = table.column(named: "weight")
    var functions: [SupportFunction] = []
    for row in 0..<table.rowCount {
      let function = SupportFunction(
        key: try table.requiredText(row: row, column: key),
        column: try outputColumn(table, row: row, column: column),
        name: try table.requiredText(row: row, column: name),
        weight: try self.weight(table, row: row, column: weight),
        specialisms: table.text(row: row, column: specialisms).semicolonSeparated)
      if functions.contains(where: { $0.key == function.key }) {
        throw .duplicate(file: table.file, column: "function", value: function.key)
      }
      if functions.contains(where: { $0.column == function.column }) {
        throw .duplicate(file: table.file, column: "column", value: function.column)
      }
      functions.append(function)
    }
    guard functions.contains(where: { $0.weight > 0 }) else {
      throw .invalidValue(
        file: table.file, line: table.line(ofRow: 0), column: "weight", value: "0",
        expected: "more than 0 for at least one function")
    }
    return FunctionTable(functions)
  }

  private func weight(
    _ table: Table, row: Int, column: Int?
  ) throws(IntakeError) -> Double {
    guard let column, !table.text(row: row, column: column).isEmpty else { return 1 }
    return try table.number(
      row: row, column: column, in: 0...1e6, expected: "a weight of 0 or more")
  }

  /// Shapefiles cut names at ten characters, and QGIS wants plain ones.
  private func outputColumn(
    _ table: Table, row: Int, column: Int
  ) throws(IntakeError) -> String {
    let text = try table.requiredText(row: row, column: column)
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    guard isPlain, text.utf8.count <= 10 else {
      throw .invalidValue(
        file: table.file, line: table.line(ofRow: row), column: table.header[column], value: text,
        expected: "a name of at most ten lower-case letters, digits and underscores")
    }
    guard !Self.reservedColumns.contains(text) else {
      throw .invalidValue(
        file: table.file, line: table.line(ofRow: row), column: table.header[column], value: text,
        expected: "a name that is free in the layers, such as s_\(text.prefix(4))")
    }
    return text
  }

  /// The columns that the layers of areas and places have anyway, and the names that map software
  /// keeps for itself; with two columns of one name, one would be lost.
  package static let reservedColumns: Set<String> = [
    "code", "name", "level", "ward_code", "boro_code", "boro_name", "vintage", "people", "need",
    "lack", "lack_min", "lack_max", "score", "burden", "rank", "n_orgs", "n_indep", "sole",
    "n_sourced", "near_m", "near_org", "missing", "why", "edge", "fid", "id", "geometry", "geom",
    "ogc_fid", "objectid", "shape", "gid",
  ]
}
