/// Writes one FeatureCollection that keeps to RFC 7946.
///
/// The order is `type`, `name`, foreign members, `bbox`, `features` with one feature a line. The
/// same calls always give the same bytes. The text can be placed inside a `script` element.
///
/// - SeeAlso: RFC 7946, sections 3.3, 4, 5 and 6.1.
public struct GeoJSONWriter: Sendable {
  /// Member names that RFC 7946 forbids to reuse, and those the writer gives a meaning itself.
  private static let reservedNames: Set<String> = [
    "coordinates", "geometries", "geometry", "properties", "features", "crs",
    "type", "name", "bbox",
  ]

  private let name: String
  private let foreignMembers: [(String, JSONValue)]
  private var features: GeoJSONFeatureEncoder

  /// Makes a writer without features.
  ///
  /// - Parameters:
  ///   - name: The layer's name, as GDAL and QGIS show it.
  ///   - decimals: Of every ordinate, 0 to 15; 7 is about a centimetre in degrees.
  ///   - foreignMembers: Further members of the collection, for instance an attribution.
  /// - Precondition: No foreign member occurs twice or is called `coordinates`, `geometries`,
  ///   `geometry`, `properties`, `features`, `crs`, `type`, `name` or `bbox`; their numbers are
  ///   finite.
  public init(
    name: String, decimals: Int = 7, foreignMembers: [(String, JSONValue)] = []
  ) {
    var names = Self.reservedNames
    for (name, _) in foreignMembers {
      precondition(names.insert(name).inserted, "\"\(name)\" cannot be a foreign member")
    }
    self.name = name
    self.foreignMembers = foreignMembers
    features = GeoJSONFeatureEncoder(decimals: decimals)
  }

  /// Appends one feature; see ``GeoJSONFeatureEncoder/append(id:geometry:properties:)``.
  public mutating func append(
    id: String, geometry: Geometry?, properties: [(String, PropertyValue)]
  ) {
    features.append(id: id, geometry: geometry, properties: properties)
  }

  /// Appends features encoded elsewhere.
  ///
  /// - Precondition: The chunk has the decimals of this writer.
  public mutating func append(_ chunk: GeoJSONFeatureEncoder) {
    features.append(chunk)
  }

  /// The whole document, UTF-8, with a line feed at its end.
  ///
  /// - Complexity: O(*n*) in the size of the document, which is copied once.
  public consuming func finish() -> [UInt8] {
    var bytes = Array(#"{"type":"FeatureCollection","name":"#.utf8)
    bytes.reserveCapacity(features.bytes.count + 1024)
    JSONText.append(name, to: &bytes)
    for (name, value) in foreignMembers {
      bytes.append(UInt8(ascii: ","))
      JSONText.append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes += JSONWriter(layout: .compact).write(value)
    }
    if let bounds = features.bounds {
      bytes += #","bbox":"#.utf8
      bounds.append(to: &bytes, decimals: features.decimals)
    }
    bytes += #","features":["#.utf8
    if features.count > 0 {
      bytes.append(UInt8(ascii: "\n"))
      bytes += features.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += "]}\n".utf8
    return bytes
  }
}
