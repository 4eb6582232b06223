/// One of the seven geometry types of GeoJSON.
///
/// Rings are closed: the first position stands again at the end. The first ring of a polygon is its
/// exterior, the others are its holes. The winding is that of the file; see ``RoundedGeometry`` for
/// the winding that RFC 7946 asks of writers.
///
/// - SeeAlso: RFC 7946, section 3.1.
public enum Geometry: Hashable, Sendable {
  /// One position.
  case point(Position)
  /// Several positions.
  case multiPoint([Position])
  /// A line of two or more positions.
  case lineString([Position])
  /// Several lines.
  case multiLineString([[Position]])
  /// An exterior ring and its holes.
  case polygon([[Position]])
  /// Several polygons.
  case multiPolygon([[[Position]]])
  /// Geometries of any type.
  case geometryCollection([Geometry])

  /// The name of the type in a document, for instance `"MultiPolygon"`.
  public var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .geometryCollection: "GeometryCollection"
    }
  }
}
