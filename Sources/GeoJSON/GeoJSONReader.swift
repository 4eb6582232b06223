/// Reads GeoJSON documents: a FeatureCollection, a Feature or a bare geometry.
///
/// Members may stand in any order. The reader is strict where software disagrees about a broken
/// document (syntax, UTF-8, numbers, nesting, closure of rings) and tolerant where RFC 7946 tells
/// it to be: winding is not judged, a byte order mark and an old `crs` member are reported in
/// ``FeatureCollection/warnings``. Whatever the bytes, reading ends with a value or an error.
///
/// - SeeAlso: RFC 7946; RFC 8259.
public struct GeoJSONReader: Sendable {
  /// The bounds on what is read.
  public let limits: Limits

  /// Makes a reader that keeps to the given limits.
  public init(limits: Limits = .default) {
    self.limits = limits
  }

  /// The content of a document.
  ///
  /// Numbers are the nearest `Double` to what is written. An empty `coordinates` array of a Point
  /// is read as no geometry; in the other types it is an empty geometry.
  ///
  /// - Parameter bytes: The whole file, UTF-8.
  /// - Returns: The features in the order of the file, and what was noticed.
  /// - Throws: ``GeoJSONError``, for the first problem met.
  /// - Complexity: O(*n*) in the number of bytes; objects whose `type` does not come first are
  ///   passed over twice.
  public func read(_ bytes: [UInt8]) throws(GeoJSONError) -> FeatureCollection {
    var reader = DocumentReader(try JSONScanner(bytes, limits: limits))
    return try reader.document()
  }
}

/// Reads any JSON text as a value.
///
/// - SeeAlso: RFC 8259.
public struct JSONReader: Sendable {
  /// The bounds on what is read; `vertices` does not apply.
  public let limits: GeoJSONReader.Limits

  /// Makes a reader that keeps to the given limits.
  public init(limits: GeoJSONReader.Limits = .default) {
    self.limits = limits
  }

  /// The value of a text; of members with the same name the last counts.
  ///
  /// - Parameter bytes: The whole text, UTF-8.
  /// - Returns: The value, members in the order of the text.
  /// - Throws: ``GeoJSONError``, for the first problem met.
  /// - Complexity: O(*n*) in the number of bytes.
  public func read(_ bytes: [UInt8]) throws(GeoJSONError) -> JSONValue {
    var scanner = try JSONScanner(bytes, limits: limits)
    let value = try scanner.value()
    try scanner.expectEnd()
    return value
  }
}
