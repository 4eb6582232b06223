/// Writes one FeatureCollection that keeps to RFC 7946.
///
/// The order is `type`, `name`, foreign members, `bbox`, `features` with one feature a line. The
/// same calls always give the same bytes. The text can be placed inside a `script` element.
///
/// A writer that is told the bounds beforehand can hand its bytes over piece by piece, and then
/// needs no more memory than a piece and the largest feature.
///
/// - SeeAlso: RFC 7946, sections 3.3, 4, 5 and 6.1.
public struct GeoJSONWriter: Sendable {
  /// Member names that RFC 7946 forbids to reuse, and those the writer gives a meaning itself.
  private static let reservedNames: Set<String> = [
    "coordinates", "geometries", "geometry", "properties", "features", "crs",
    "type", "name", "bbox",
  ]

  /// Everything before the `bbox`; `nil` once it is among the bytes of the features.
  private var head: OutputBytes?
  private var features: GeoJSONFeatureEncoder

  /// Makes a writer without features.
  ///
  /// - Parameters:
  ///   - name: The layer's name, as GDAL and QGIS show it.
  ///   - decimals: Of every ordinate, 0 to 15; 7 is about a centimetre in degrees.
  ///   - foreignMembers: Further members of the collection, for instance an attribution.
  ///   - bounds: Those of all geometries that will be appended, which stand before them; without
  ///     them, the writer has to keep all features until it knows.
  /// - Precondition: No foreign member occurs twice or is called `coordinates`, `geometries`,
  ///   `geometry`, `properties`, `features`, `crs`, `type`, `name` or `bbox`; their numbers are
  ///   finite.
  public init(
    name: String, decimals: Int = 7, foreignMembers: [(String, JSONValue)] = [],
    bounds: GeoJSONBounds? = nil
  ) {
    features = GeoJSONFeatureEncoder(decimals: decimals)
    var head = OutputBytes()
    head.append(#"{"type":"FeatureCollection","name":"#)
    head.append(string: name)
    var names = Self.reservedNames
    for (name, value) in foreignMembers {
      precondition(names.insert(name).inserted, "\"\(name)\" cannot be a foreign member")
      head.append(",")
      head.append(string: name)
      head.append(":")
      head.append(contentsOf: JSONWriter(layout: .compact).write(value).span)
    }
    guard let bounds else {
      self.head = head
      return
    }
    Self.open(bounds, features.places, &head)
    features.output = head
    features.tracksBounds = false
  }

  /// Makes room for the features of a layer, which spares moving a large document as it grows.
  ///
  /// - Parameters:
  ///   - count: The number of features.
  ///   - names: The names of their properties.
  ///   - positions: The number of all positions.
  public mutating func reserve(features count: Int, names: PropertyNames, positions: Int) {
    // Twelve bytes for a value, four digits before a point: a guess that may
    // be wrong either way.
    let feature = 64 + names.room + 12 * names.names.count
    features.output.reserve(count * feature + positions * 2 * (features.decimals + 6))
  }

  /// Appends one feature; see ``GeoJSONFeatureEncoder/append(id:geometry:properties:)``.
  public mutating func append(
    id: String, geometry: Geometry?, properties: [(String, PropertyValue)]
  ) {
    beginLine()
    features.append(id: id, geometry: geometry, properties: properties)
  }

  /// Appends one feature of a layer; see
  /// ``GeoJSONFeatureEncoder/append(id:geometry:names:values:)``.
  public mutating func append(
    id: String, geometry: Geometry?, names: PropertyNames, values: [PropertyValue]
  ) {
    beginLine()
    features.append(id: id, geometry: geometry, names: names, values: values)
  }

  /// Appends features encoded elsewhere.
  ///
  /// - Precondition: The chunk has the decimals of this writer, and comes with all its bytes.
  public mutating func append(_ chunk: GeoJSONFeatureEncoder) {
    guard chunk.count > 0 else { return }
    beginLine()
    features.append(chunk)
  }

  /// Hands over the bytes so far, and forgets them, once a piece has gathered.
  ///
  /// - Parameter sink: Takes the bytes.
  /// - Throws: What the sink throws.
  /// - Precondition: The bounds were told.
  public mutating func flush<Failure: Error>(
    to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(head == nil, "the bounds stand before the features")
    try features.flush(to: sink)
  }

  /// Ends the document and hands over what is left of it.
  ///
  /// - Parameter sink: Takes the bytes.
  /// - Throws: What the sink throws.
  /// - Precondition: The bounds were told.
  public consuming func finish<Failure: Error>(
    to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(head == nil, "the bounds stand before the features")
    Self.close(features.count, &features.output)
    try features.flush(atLeast: 0, to: sink)
  }

  /// The whole document, UTF-8, with a line feed at its end.
  ///
  /// - Precondition: Nothing has been handed over.
  /// - Complexity: O(*n*) in the size of the document, which is copied once unless the bounds were
  ///   told.
  public consuming func finish() -> [UInt8] {
    guard var document = head else {
      Self.close(features.count, &features.output)
      return features.output.take()
    }
    document.reserve(features.byteCount + 256)
    Self.open(features.bounds, features.places, &document)
    if features.count > 0 { document.append(UInt8(ascii: "\n")) }
    features.output.withSpan { document.append(contentsOf: $0) }
    Self.close(features.count, &document)
    return document.take()
  }

  /// Puts the first feature on a line of its own.
  private mutating func beginLine() {
    if head == nil, features.count == 0 { features.output.append(UInt8(ascii: "\n")) }
  }

  /// Writes the `bbox`, if there is one, and the bracket before the features.
  private static func open(
    _ bounds: GeoJSONBounds, _ places: DecimalPlaces, _ output: inout OutputBytes
  ) {
    if !bounds.isEmpty {
      output.append(#","bbox":"#)
      bounds.append(to: &output, places)
    }
    output.append(#","features":["#)
  }

  private static func close(_ count: Int, _ output: inout OutputBytes) {
    output.append(count > 0 ? "\n]}\n" : "]}\n")
  }
}
