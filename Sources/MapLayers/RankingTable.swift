internal import GeoJSON

/// A layer as a table for spreadsheets, without its shapes.
public struct RankingTable: Sendable {
  private let layer: Layer

  /// The table of a layer; its rows keep the layer's order.
  public init(_ layer: Layer) {
    self.layer = layer
  }

  /// The table as CSV with a header (RFC 4180), line ends LF, UTF-8 without a byte order mark.
  ///
  /// A null is an empty cell. Text that a spreadsheet would take for a formula gets an apostrophe
  /// in front.
  public var csv: [UInt8] {
    var text = layer.columns.map { Self.cell($0.name) }.joined(separator: ",") + "\n"
    for feature in layer.features {
      text += feature.values.map(Self.cell).joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func cell(_ value: PropertyValue) -> String {
    guard case .text(let text) = value else { return value.plainText }
    // By scalars: a mark that combines with the sign must not hide it.
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    return cell(isFormula == true ? "'" + text : text)
  }

  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
