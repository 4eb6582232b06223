internal import GeoJSON
internal import SimpleFeatures

/// Numbers as people read them, the same in every locale.
enum NumberText {
  /// A number with exactly so many decimals, and thousands set apart by commas.
  static func text(_ number: Double, decimals: Int = 0) -> String {
    let plain = PropertyValue.decimal(number, places: decimals).plainText
    let parts = plain.split(separator: ".", maxSplits: 1)
    var digits = String(parts[0].drop { $0 == "-" })
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    let whole = (plain.hasPrefix("-") ? "-" : "") + groups.joined(separator: ",")
    guard decimals > 0 else { return whole }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return whole + "." + fraction + String(repeating: "0", count: decimals - fraction.count)
  }

  /// A distance in kilometres to a tenth.
  static func kilometres(_ distance: Distance) -> String {
    text(distance.metres / 1000, decimals: 1) + " km"
  }

  /// A text with spaces after it, to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A text with spaces before it, to a width.
  static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A share as a percentage.
  static func percent(_ share: Double) -> String { text(share * 100) + " %" }
}
