public import SimpleFeatures

// Between degrees and the plane, for a transform that starts from a geographic reference system.
extension CoordinateTransform {
  /// The plane position of a place.
  ///
  /// - Throws: As ``coordinates(of:)``.
  public func coordinate(of place: LonLat) throws(GeometryEngineError) -> Coordinate {
    let positions = try coordinates(of: [place])
    return positions[0]
  }

  /// The place at a plane position.
  ///
  /// - Throws: As ``lonLats(of:)``.
  public func lonLat(of position: Coordinate) throws(GeometryEngineError) -> LonLat {
    let places = try lonLats(of: [position])
    return places[0]
  }

  /// The plane positions of places, in the same order.
  ///
  /// - Throws: ``GeometryEngineError/notGeographic(code:)`` when the source is not in degrees;
  ///   ``GeometryEngineError/transformFailed(index:x:y:)`` with the first place that is not on
  ///   the Earth or has no image.
  public func coordinates(of places: [LonLat]) throws(GeometryEngineError) -> [Coordinate] {
    try requireGeographicSource()
    if let index = places.firstIndex(where: { !$0.isOnEarth }) {
      throw .transformFailed(
        index: index, x: places[index].longitude, y: places[index].latitude)
    }
    var x = places.map(\.longitude)
    var y = places.map(\.latitude)
    try apply(x: &x, y: &y)
    return zip(x, y).map { Coordinate(x: $0, y: $1) }
  }

  /// The places at plane positions, in the same order.
  ///
  /// - Throws: ``GeometryEngineError/notGeographic(code:)`` when the source is not in degrees;
  ///   ``GeometryEngineError/transformFailed(index:x:y:)`` with the first position that is not
  ///   finite or has no image.
  public func lonLats(of positions: [Coordinate]) throws(GeometryEngineError) -> [LonLat] {
    try requireGeographicSource()
    var x = positions.map(\.x)
    var y = positions.map(\.y)
    try apply(x: &x, y: &y, direction: .inverse)
    return zip(x, y).map { LonLat(longitude: $0, latitude: $1) }
  }

  private func requireGeographicSource() throws(GeometryEngineError) {
    guard isFromDegrees else { throw .notGeographic(code: source.code) }
  }
}
