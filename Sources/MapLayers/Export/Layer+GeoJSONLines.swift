internal import GeoJSON

extension Layer {
  /// The layer as newline-delimited GeoJSON: a Feature (RFC 7946) on each line, and nothing else.
  ///
  /// The lines keep the layer's order, so that the first twenty are the twenty coldest. There is no
  /// place for the title and the credits; they belong into a file beside it.
  ///
  /// - Complexity: O(*n*) in the size of the layer.
  public var geoJSONLines: [UInt8] {
    var encoder = GeoJSONFeatureEncoder(decimals: Self.coordinateDecimals, separator: .line)
    let names = PropertyNames(columns.map(\.name))
    for feature in features {
      encoder.append(
        id: feature.id, geometry: feature.geometry, names: names, values: feature.values)
    }
    return encoder.bytes + (features.isEmpty ? [] : [UInt8(ascii: "\n")])
  }
}
