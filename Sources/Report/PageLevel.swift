internal import ColdSpotKit
internal import GeoJSON
internal import MapLayers

/// The areas of one level, as columns for the script.
struct PageLevel {
  let table: LayerTable
  let functions: [PublishedRun.Function]
  /// The codes of the boroughs in the order of their layer.
  let boroughs: [String]

  /// The words of the class of firmness, by number.
  private static let classes = ["not_cold", "possible", "likely", "confirmed"]

  /// What the script calls a column, where it is shown as it is.
  private static let common = [
    ("people", "people"), ("need", "need"), ("lack", "lack"), ("score", "score"),
    ("burden", "burden"), ("rank", "rank"), ("orgs", "n_orgs"), ("indep", "n_indep"),
    ("sole", "sole"), ("near", "near_m"), ("why", "why"),
  ]
  private static let ownColumns = [
    ("codes", "code"), ("names", "name"), ("lackMin", "lack_min"), ("lackMax", "lack_max"),
    ("rankLo", "rank_lo"), ("rankHi", "rank_hi"), ("cluster", "cluster"),
    ("sourced", "n_sourced"), ("nearOrg", "near_org"), ("edge", "edge"),
  ]

  /// Refuses a layer without the columns that a ranking cannot do without.
  static func requireColumns(of table: LayerTable) throws(ReportError) {
    for column in ["code", "name", "people", "score", "rank", "need", "lack"]
    where !table.has(column) {
      throw .missingColumn(layer: table.layer.name, column: column)
    }
  }

  /// Everything but the shapes.
  var measures: [JSONValue.Member] {
    let noun = table.text("level", row: 0)
    let borough = Dictionary(
      boroughs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      .init("noun", .string(noun.isEmpty ? "area" : noun)),
      .init("plural", .string(noun.isEmpty ? "areas" : "\(noun)s")),
      .init("vintage", .string(table.text("vintage", row: 0))),
      .init(
        "borough",
        .array(rows.map { .integer(borough[table.text("boro_code", row: $0)] ?? -1) })),
      .init(
        "class",
        .array(
          rows.map { row in
            Self.classes.firstIndex(of: table.text("class", row: row)).map(JSONValue.integer)
              ?? .null
          })),
    ] + columns(Self.common + Self.ownColumns) + [missing, shortfalls]
  }

  /// What a comparison needs of another run.
  var comparedMeasures: [JSONValue.Member] {
    columns(Self.common.filter { $0.0 != "why" && $0.0 != "sole" }) + [missing, shortfalls]
  }

  /// The shapes.
  func drawn(_ shapes: MapShapes.Level) -> [JSONValue.Member] {
    [
      .init("shapes", .array(shapes.paths.map(JSONValue.string))),
      .init("centres", .array(shapes.centres.map { .array([.integer($0.x), .integer($0.y)]) })),
      .init(
        "neighbours",
        .array(shapes.neighbours.map { .array($0.map(JSONValue.integer)) })),
    ]
  }

  private var rows: Range<Int> { 0..<table.rowCount }

  private func columns(_ names: [(String, String)]) -> [JSONValue.Member] {
    names.map { .init($0.0, table.column($0.1)) }
  }

  /// The functions that nobody provides in each area, by their numbers.
  private var missing: JSONValue.Member {
    let numbers = Dictionary(
      functions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    return .init(
      "missing",
      .array(
        rows.map { row in
          .array(
            table.list("missing", row: row).compactMap { numbers[$0] }.map(JSONValue.integer))
        }))
  }

  private var shortfalls: JSONValue.Member {
    .init("shortfalls", .array(functions.map { table.column($0.column) }))
  }
}
