extension PropertyValue {
  /// The value as a table shows it: numbers as GeoJSON writes them, text as it is, null as nothing.
  public var plainText: String {
    if case .text(let text) = self { return text }
    var encoder = PlainTextEncoder()
    encoder.append(self)
    return String(decoding: encoder.finish(), as: UTF8.self)
  }
}
