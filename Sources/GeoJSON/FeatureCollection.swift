// The module reads and writes GeoJSON (RFC 7946): bytes in, values out, and back. It opens no
// files and knows nothing of wards or organisations.

/// What a GeoJSON document holds, and what about it was out of the ordinary.
public struct FeatureCollection: Hashable, Sendable {
  /// The layer's name, as GDAL and QGIS write it; `nil` if there is none.
  public var name: String?
  /// The name in an old `crs` member, for instance `"urn:ogc:def:crs:EPSG::27700"`.
  ///
  /// `nil` means the WGS 84 longitude and latitude of RFC 7946. It need not be true: some software
  /// writes projected positions and no `crs` member.
  public var crs: String?
  /// The features in the order of the file.
  public var features: [Feature]
  /// Members of the document that GeoJSON does not define, in the order of the file.
  public var foreignMembers: [JSONValue.Member]
  /// What was tolerated, or dropped, while reading.
  public var warnings: [GeoJSONWarning]

  /// Makes a collection.
  public init(
    name: String? = nil, crs: String? = nil, features: [Feature],
    foreignMembers: [JSONValue.Member] = [], warnings: [GeoJSONWarning] = []
  ) {
    self.name = name
    self.crs = crs
    self.features = features
    self.foreignMembers = foreignMembers
    self.warnings = warnings
  }
}
