internal import ColdSpotKit
internal import GeoJSON
internal import MapLayers

/// What the script of the page reads: everything it shows, as one JSON document.
///
/// Tables are stored by column, since a name repeated for each of seven hundred wards would double the
/// page.
struct PageData {
  /// The levels that a run may have, the finest first.
  static let levelNames = ["wards", "boroughs"]

  let run: PublishedRun
  let json: JSONValue
  private let areas: [LayerTable]
  private let organisations: PageOrganisations

  init(_ run: PublishedRun, compare other: PublishedRun?) throws(ReportError) {
    let layers = Self.levelNames.compactMap { run.layer($0) }.filter { !$0.features.isEmpty }
    guard !layers.isEmpty else { throw .noAreas }
    let shapes = try MapShapes(layers)
    let tables = layers.map(LayerTable.init)
    let boroughs = run.layer("boroughs")?.features.map(\.id) ?? []
    var levels: [JSONValue.Member] = []
    for (table, shapes) in zip(tables, shapes.levels) {
      try PageLevel.requireColumns(of: table)
      let level = PageLevel(table: table, functions: run.functions, boroughs: boroughs)
      levels.append(.init(table.layer.name, .object(level.measures + level.drawn(shapes))))
    }
    let organisations = PageOrganisations(run, plane: shapes.plane)
    let compared = other.map { Self.comparison(with: $0, like: run) } ?? .null
    self.run = run
    self.organisations = organisations
    areas = tables
    json = .object(
      [
        .init("schema", .string("coldspot/page/1")), .init("study", .string(run.study)),
        .init("frame", shapes.plane.json),
        .init("functions", Self.functions(run)), .init("levels", .object(levels)),
        .init("organisations", organisations.json),
        .init("routes", .array(organisations.routes.map(JSONValue.string))),
        .init("reach", organisations.reach(of: tables)),
        .init("layers", .array(Self.drawnLayers(run).map(JSONValue.string))),
      ] + Self.record(run) + [.init("compare", compared)])
  }

  /// The layers that lie beside the page as GeoJSON.
  private static func drawnLayers(_ run: PublishedRun) -> [String] {
    run.layers.map(\.name).filter { $0 != "reach-wards" }
  }

  private static func functions(_ run: PublishedRun) -> JSONValue {
    .array(
      run.functions.map {
        .object([
          .init("key", .string($0.key)), .init("column", .string($0.column)),
          .init("name", .string($0.name)), .init("share", LayerTable.json($0.share)),
        ])
      })
  }

  /// What the manifest says that readers of a page ask for.
  private static func record(_ run: PublishedRun) -> [JSONValue.Member] {
    let manifest = run.manifest
    let members = ["program", "parameters", "counts", "findings", "inputs", "libraries"].map {
      JSONValue.Member($0, manifest[$0] ?? .null)
    }
    let invariants: [JSONValue] =
      if case .array(let all)? = manifest["invariants"] { all } else { [] }
    let held = invariants.filter { $0["holds"] == .bool(true) }.count
    return members + [
      .init(
        "invariants",
        .object([
          .init("checked", .integer(invariants.count)), .init("held", .integer(held)),
        ])),
      .init("attribution", .array(run.attribution.map(JSONValue.string))),
    ]
  }

  /// The measures of another run, for the areas and functions that the two have in common.
  private static func comparison(with other: PublishedRun, like run: PublishedRun) -> JSONValue {
    let functions = run.functions.map { wanted in
      other.functions.first { $0.key == wanted.key } ?? wanted
    }
    let levels = levelNames.compactMap { name -> JSONValue.Member? in
      guard let layer = run.layer(name), let counterpart = other.layer(name) else { return nil }
      let table = LayerTable(layer.takingValues(from: counterpart))
      let level = PageLevel(table: table, functions: functions, boroughs: [])
      return .init(name, .object(level.comparedMeasures))
    }
    return .object([
      .init("study", .string(other.study)), .init("program", other.manifest["program"] ?? .null),
      .init("parameters", other.manifest["parameters"] ?? .null),
      .init("levels", .object(levels)),
    ])
  }

  /// One line on what the page stands on.
  var facts: String {
    let levels = areas.map { table in
      let edition = table.text("vintage", row: 0)
      return "\(table.rowCount) \(table.layer.name)\(edition.isEmpty ? "" : " (\(edition))")"
    }
    let program = run.manifest["program"]?.text ?? "coldspot"
    return
      (levels + [
        "\(organisations.counted) of \(organisations.count) organisations counted, "
          + "\(organisations.placed) placed on the map",
        "score from need and lack of support", program,
      ]).joined(separator: " · ")
  }

  /// The coldest areas as rows of a table, for readers without JavaScript.
  func firstRows(_ limit: Int) -> [UInt8] {
    let table = areas[0]
    let ranked = (0..<table.rowCount).compactMap { row in
      table.number("rank", row: row).map { (rank: $0, row: row) }
    }
    var html: [UInt8] = []
    for (_, row) in ranked.sorted(by: { ($0.rank, $0.row) < ($1.rank, $1.row) }).prefix(limit) {
      func cell(_ column: String) -> [UInt8] {
        PageTemplate.escaped(table.text(column, row: row))
      }
      html += "<tr><td>".utf8 + cell("rank")
      html += "</td><th scope=\"row\">".utf8 + cell("name")
      html += "</th><td>".utf8 + cell("boro_name")
      html += "</td><td>".utf8
      html += PropertyValue.decimal(table.number("score", row: row) ?? 0, places: 1).plainText.utf8
      html += "</td></tr>\n".utf8
    }
    return html
  }

  /// JSON as it may stand in a script element: no character of it means anything to HTML.
  static func inline(_ json: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    // Outside strings JSON has none of the three, so escaping them everywhere is right.
    for byte in JSONWriter(layout: .compact).write(json) {
      switch byte {
      case UInt8(ascii: "<"): bytes += #"\u003c"#.utf8
      case UInt8(ascii: ">"): bytes += #"\u003e"#.utf8
      case UInt8(ascii: "&"): bytes += #"\u0026"#.utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}

extension Layer {
  /// This layer with the values of another, feature by feature of the same identifier; null where
  /// the other has no such feature.
  fileprivate func takingValues(from other: Layer) -> Layer {
    let values = Dictionary(
      other.features.map { ($0.id, $0.values) }, uniquingKeysWith: { first, _ in first })
    let none = [PropertyValue](repeating: .null, count: other.columns.count)
    return Layer(
      name: name, title: title, columns: other.columns,
      features: features.map {
        LayerFeature(id: $0.id, geometry: nil, values: values[$0.id] ?? none)
      })
  }
}
