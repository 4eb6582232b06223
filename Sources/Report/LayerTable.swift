internal import GeoJSON
internal import MapLayers

/// A layer read column by column.
struct LayerTable {
  let layer: Layer
  private let columns: [String: Int]

  init(_ layer: Layer) {
    self.layer = layer
    columns = Dictionary(
      layer.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of features.
  var rowCount: Int { layer.features.count }

  /// Whether there is a column of this name; one that is null throughout is left out of a layer.
  func has(_ column: String) -> Bool { columns[column] != nil }

  /// A value; null where there is no such column.
  func value(_ column: String, row: Int) -> PropertyValue {
    columns[column].map { layer.features[row].values[$0] } ?? .null
  }

  /// A value as text; empty for null.
  func text(_ column: String, row: Int) -> String { value(column, row: row).plainText }

  /// A value as a number; `nil` for null and for text that is none.
  func number(_ column: String, row: Int) -> Double? {
    switch value(column, row: row) {
    case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
    // Rounded as in the file, so that a run gives the same page before and after it is written.
    case let value: Double(value.plainText)
    }
  }

  /// The parts of a list, which semicolons separate.
  func list(_ column: String, row: Int) -> [String] {
    text(column, row: row).split(separator: ";").map(String.init)
  }

  /// A column as JSON, null where it has no value.
  func column(_ name: String) -> JSONValue {
    .array(layer.features.indices.map { Self.json(value(name, row: $0)) })
  }

  /// A value as JSON, whole numbers without a fraction.
  static func json(_ value: PropertyValue) -> JSONValue {
    switch value {
    case .null: .null
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .decimal, .number: Double(value.plainText).map(json) ?? .null
    }
  }

  /// A number as JSON, without a fraction where it is whole.
  static func json(_ number: Double) -> JSONValue {
    Int(exactly: number).map(JSONValue.integer) ?? .number(number)
  }
}
