extension PropertyValue {
  /// The value as a table shows it: numbers as GeoJSON writes them, text as it is, null as nothing.
  public var plainText: String {
    switch self {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .decimal(let number, let places):
      var bytes: [UInt8] = []
      FixedDecimal(number, places: places).append(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    case .number(let number): return PlainNumber.text(number + 0, keepingFraction: false)
    case .null: return ""
    }
  }
}
