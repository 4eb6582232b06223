internal import GeoJSON

extension Layer {
  /// The layer as GeoJSON (RFC 7946), one feature a line.
  ///
  /// - Parameter attribution: The credits of the inputs, kept in the file with the data.
  /// - Returns: The bytes of the file.
  /// - Complexity: O(*n*) in the size of the layer.
  public func geoJSON(attribution: [String]) -> [UInt8] {
    let names = PropertyNames(columns.map(\.name))
    let bounds = bounds
    var writer = writer(attribution, bounds)
    writer.reserve(features: features.count, names: names, positions: bounds.positions)
    for feature in features {
      writer.append(
        id: feature.id, geometry: feature.geometry, names: names, values: feature.values)
    }
    // Said so that the document is handed on rather than copied.
    return (consume writer).finish()
  }

  /// Writes the layer as ``geoJSON(attribution:)`` gives it, piece by piece: in the memory of a
  /// piece and the largest feature, however long the layer is.
  ///
  /// - Parameters:
  ///   - attribution: The credits of the inputs, kept in the file with the data.
  ///   - sink: Takes the bytes, piece by piece, for instance to write them to a file.
  /// - Throws: What the sink throws.
  /// - Complexity: O(*n*) in the size of the layer.
  public func writeGeoJSON<Failure: Error>(
    attribution: [String], to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let names = PropertyNames(columns.map(\.name))
    var writer = writer(attribution, bounds)
    for feature in features {
      writer.append(
        id: feature.id, geometry: feature.geometry, names: names, values: feature.values)
      try writer.flush(to: sink)
    }
    try writer.finish(to: sink)
  }

  /// What the features span.
  private var bounds: GeoJSONBounds {
    var bounds = GeoJSONBounds()
    for feature in features { if let geometry = feature.geometry { bounds.include(geometry) } }
    return bounds
  }

  private func writer(_ attribution: [String], _ bounds: GeoJSONBounds) -> GeoJSONWriter {
    GeoJSONWriter(
      name: name, decimals: Self.coordinateDecimals,
      foreignMembers: [
        ("description", .string(title)),
        ("attribution", .string(attribution.joined(separator: " "))),
      ], bounds: bounds)
  }
}
