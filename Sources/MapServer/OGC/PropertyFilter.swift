internal import GeoJSON
internal import MapLayers

/// A parameter that is named as a column: only features with this value are asked for.
///
/// Text must be the same, numbers must be equal as they are sent: `1.50` finds 1.5, and finds
/// 1.4999 in a column of two decimals. What is null is never found.
struct PropertyFilter: Sendable {
  /// Where the column stands in its layer.
  let column: Int
  private let text: String
  private let number: Double?

  /// A filter by the value of a query.
  init(_ column: Column, at index: Int, value: String) throws(Problem) {
    self.column = index
    text = value
    switch column.kind {
    case .text: number = nil
    case .integer, .decimal:
      guard let number = PlainDecimal.number(value) else {
        throw .badValue(parameter: column.name, value: value, expected: "a number")
      }
      self.number = number
    }
  }

  /// Whether a feature is asked for.
  func accepts(_ feature: LayerFeature) -> Bool {
    let value = feature.values[column]
    guard let number else { return value != .null && value.plainText == text }
    return switch value {
    case .integer(let whole): Double(whole) == number
    case .number(let exact): exact == number
    case .decimal(let exact, let places):
      // Writing a number is slow, so it is done only for one that is near enough.
      abs(exact - number) <= Self.unit(of: places) && Double(value.plainText) == number
    case .text, .null: false
    }
  }

  private static func unit(of places: Int) -> Double {
    (0..<places).reduce(1.0) { unit, _ in unit / 10 }
  }
}
