internal import MapLayers
internal import SimpleFeatures

/// Which features of a collection are asked for, and which page of them.
struct ItemsQuery: Sendable {
  /// The most features on the page.
  let limit: Int
  /// How many features stand before the page.
  let offset: Int
  /// The part of the world; `nil` for all of it, and for what lies nowhere.
  let box: BoxParameter?
  /// The values that columns must have.
  let filters: [PropertyFilter]

  /// The features of a page where the client does not say.
  static let defaultLimit = 1000
  /// The most features of a page, whatever the client says.
  static let maximumLimit = 10_000
  /// The one reference system of the service: longitude and latitude in degrees, WGS 84.
  static let referenceSystem = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

  /// The parameters that every collection has.
  static let parameters = ["f", "limit", "offset", "bbox", "bbox-crs", "datetime"]

  /// The columns that can be asked for by value, with their places in the layer.
  static func filterable(_ columns: [Column]) -> [(index: Int, column: Column)] {
    columns.enumerated().filter { !parameters.contains($1.name) }
      .map { (index: $0.offset, column: $0.element) }
  }

  /// Reads the parameters of a query.
  init(_ parameters: QueryParameters, columns: [Column]) throws(Problem) {
    limit = min(
      try Self.count("limit", parameters, least: 1) ?? Self.defaultLimit, Self.maximumLimit)
    offset = try Self.count("offset", parameters, least: 0) ?? 0
    if let text = parameters["bbox"] { box = try BoxParameter(text) } else { box = nil }
    if let system = parameters["bbox-crs"], system != Self.referenceSystem {
      throw .badValue(
        parameter: "bbox-crs", value: system, expected: "‘\(Self.referenceSystem)’")
    }
    if let text = parameters["datetime"] { try TimeParameter.check(text) }
    var filters: [PropertyFilter] = []
    for (index, column) in Self.filterable(columns) {
      guard let value = parameters[column.name] else { continue }
      filters.append(try PropertyFilter(column, at: index, value: value))
    }
    self.filters = filters
  }

  private static func count(
    _ name: String, _ parameters: QueryParameters, least: Int
  ) throws(Problem) -> Int? {
    guard let text = parameters[name] else { return nil }
    guard let count = PlainDecimal.count(text), count >= least else {
      throw .badValue(
        parameter: name, value: text, expected: "a whole number from \(least)")
    }
    return count
  }
}
