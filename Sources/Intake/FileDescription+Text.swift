internal import GeoJSON

extension FileDescription: CustomStringConvertible {
  /// The description, line by line.
  public var description: String {
    var lines = ["\(file): \(kind.rawValue), \(bytes / 1000) kB"]
    lines.append("  \(kind == .table ? "rows" : "features")    \(rows)")
    lines.append("  columns     \(columns.joined(separator: ", "))")
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

  /// Descriptions as one JSON document.
  public static func json(of descriptions: [FileDescription]) -> [UInt8] {
    JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/info/1")),
        .init("files", .array(descriptions.map(\.json))),
      ]))
  }

  private var json: JSONValue {
    let extent = extent.map { [$0.west, $0.south, $0.east, $0.north] }
    return .object([
      .init("file", .string(file)), .init("kind", .string(kind.rawValue)),
      .init("bytes", .integer(bytes)), .init("rows", .integer(rows)),
      .init("columns", .array(columns.map(JSONValue.string))),
      .init(
        "geometries", .object(geometries.map { .init($0.type, .integer($0.count)) })),
      .init("system", system.isEmpty ? .null : .string(system)),
      .init("extent", extent.map { .array($0.map(JSONValue.number)) } ?? .null),
      .init("findings", .array(findings.map(\.json))),
    ])
  }
}
