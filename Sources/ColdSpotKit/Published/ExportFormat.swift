/// A format that layers are exported to.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// GeoJSON (RFC 7946) with a style for QGIS beside each layer.
  case geoJSON = "geojson"
  /// A GeoJSON feature a line, the coldest first.
  case geoJSONLines = "geojsonl"
  /// One GeoPackage with every layer in WGS 84 and in metres, styled for QGIS.
  case geoPackage = "gpkg"
  /// Tables, those of points with their longitude and latitude.
  case csv
  /// Areas with shared borders, small enough for the Shape Map of Power BI.
  case topoJSON = "topojson"
  /// FlatGeobuf, with its index.
  case flatGeobuf = "fgb"

  /// The media type of its files.
  var mediaType: String {
    switch self {
    case .geoJSON: "application/geo+json"
    case .geoJSONLines: "application/geo+json-seq"
    case .geoPackage: "application/geopackage+sqlite3"
    case .csv: "text/csv"
    case .topoJSON: "application/json"
    case .flatGeobuf: "application/vnd.flatgeobuf"
    }
  }
}
