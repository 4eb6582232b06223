import GeoJSON

/// Stops the fuzzer, which keeps the input, if something that should always hold does not.
func require(_ holds: Bool, _ law: @autoclosure () -> String) {
  if !holds { fatalError(law()) }
}

/// Whatever was read, from any format, is valid GeoJSON once written, with as many features; but
/// positions may be nowhere on the Earth.
func requireWritable(_ collection: FeatureCollection) {
  var writer = GeoJSONWriter(name: collection.name ?? "")
  for (number, feature) in collection.features.enumerated() {
    let rounded = feature.geometry.flatMap { RoundedGeometry($0, decimals: 7).geometry }
    writer.append(id: "\(number)", geometry: rounded, properties: [])
  }
  let written = writer.finish()
  let misplaced: Set<GeoJSONValidator.Rule> = [
    .positionOutOfRange, .projectedCoordinatesSuspected, .bboxDoesNotFit,
  ]
  let faults = GeoJSONValidator().faults(in: written).faults
  for fault in faults where fault.severity == .error && !misplaced.contains(fault.rule) {
    require(false, "what was written has an error: \(fault)")
  }
  let again = try? GeoJSONReader().read(written)
  require(
    again?.features.count == collection.features.count, "what was written has other features")
}
