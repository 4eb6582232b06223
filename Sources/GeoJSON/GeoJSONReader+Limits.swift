extension GeoJSONReader {
  /// Bounds that a document must keep to, so that a hostile one cannot exhaust the machine.
  public struct Limits: Hashable, Sendable {
    /// The largest file, in bytes.
    public let bytes: Int
    /// The deepest nesting of arrays and objects; a MultiPolygon in a collection needs 8.
    public let depth: Int
    /// The largest number of positions in all geometries together.
    public let vertices: Int
    /// The longest string, in bytes as written between its quotes.
    public let stringBytes: Int

    /// Makes limits; what is not named keeps its default.
    ///
    /// - Precondition: No limit is negative and `depth` is at most 256, because the reader calls
    ///   itself for each level.
    public init(
      bytes: Int = 1 << 30, depth: Int = 64, vertices: Int = 50_000_000,
      stringBytes: Int = 1 << 24
    ) {
      precondition(bytes >= 0 && vertices >= 0 && stringBytes >= 0, "a limit is negative")
      precondition((0...256).contains(depth), "depth must be 0 to 256")
      self.bytes = bytes
      self.depth = depth
      self.vertices = vertices
      self.stringBytes = stringBytes
    }

    /// One gibibyte, depth 64, 50 million positions, strings of 16 mebibytes.
    public static let `default` = Limits()
  }
}
