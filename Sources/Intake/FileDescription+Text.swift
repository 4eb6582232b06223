internal import GeoJSON

extension FileDescription: CustomStringConvertible {
  /// The description, line by line.
  public var description: String {
    let sheet = sheet.isEmpty ? "" : " [\(sheet)]"
    var lines = ["\(file)\(sheet): \(kind), \(bytes / 1000) kB"]
    lines.append("  \(hasShapes ? "features" : "rows    ")    \(rows)")
    if columns.contains(where: { !$0.role.isEmpty }) { lines.append("  source      \(source)") }
    if !edition.isEmpty { lines.append("  edition     \(edition)") }
    lines.append("  columns")
    let width = columns.map { min($0.name.count, Self.widest) }.max() ?? 0
    for column in columns {
      let space = String(repeating: " ", count: max(0, width - column.name.count))
      lines.append("    \(column.name)\(space)  \(Self.meaning(of: column))")
    }
    if !geometries.isEmpty {
      lines.append(
        "  geometry    " + geometries.map { "\($0.count) \($0.type)" }.joined(separator: ", "))
    }
    if !system.isEmpty { lines.append("  system      \(system)") }
    if let extent {
      let numbers = [extent.west, extent.south, extent.east, extent.north]
      let texts = numbers.map { PropertyValue.decimal($0, places: 6).plainText }
      lines.append("  extent      west, south, east, north: \(texts.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  /// Longer names are not lined up with the others.
  private static let widest = 40

  private static func meaning(of column: Column) -> String {
    guard !column.role.isEmpty else { return "–" }
    let year = column.vintage.map { " (\($0))" } ?? ""
    return "\(column.role)\(year): \(column.reason)"
  }

  /// Descriptions as one JSON document.
  public static func json(of descriptions: [FileDescription]) -> [UInt8] {
    JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/info/2")),
        .init("files", .array(descriptions.map(\.json))),
      ]))
  }

  private var json: JSONValue {
    let extent = extent.map { [$0.west, $0.south, $0.east, $0.north] }
    return .object([
      .init("file", .string(file)), .init("kind", .string(kind)),
      .init("sheet", sheet.isEmpty ? .null : .string(sheet)),
      .init("bytes", .integer(bytes)), .init("rows", .integer(rows)),
      .init("source", .string(source)), .init("edition", .string(edition)),
      .init("columns", .array(columns.map(Self.json(of:)))),
      .init(
        "geometries", .object(geometries.map { .init($0.type, .integer($0.count)) })),
      .init("system", system.isEmpty ? .null : .string(system)),
      .init("extent", extent.map { .array($0.map(JSONValue.number)) } ?? .null),
      .init("findings", .array(findings.map(\.json))),
    ])
  }

  private static func json(of column: Column) -> JSONValue {
    .object([
      .init("name", .string(column.name)),
      .init("role", column.role.isEmpty ? .null : .string(column.role)),
      .init("vintage", column.vintage.map(JSONValue.integer) ?? .null),
      .init("reason", .string(column.reason)),
    ])
  }
}
