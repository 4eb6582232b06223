internal import GeoJSON

extension Layer {
  /// The layer as newline-delimited GeoJSON: a Feature (RFC 7946) on each line, and nothing else.
  ///
  /// The lines keep the layer's order, so that the first twenty are the twenty coldest. There is no
  /// place for the title and the credits; they belong into a file beside it.
  ///
  /// - Complexity: O(*n*) in the size of the layer.
  public var geoJSONLines: [UInt8] {
    var bytes: [UInt8] = []
    for feature in features {
      var encoder = GeoJSONFeatureEncoder(decimals: Self.coordinateDecimals)
      encoder.append(
        id: feature.id, geometry: feature.geometry,
        properties: Array(zip(columns.map(\.name), feature.values)))
      bytes += encoder.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
