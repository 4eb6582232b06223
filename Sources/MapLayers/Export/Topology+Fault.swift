internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

extension Topology {
  /// What keeps a feature from being a valid area.
  enum Fault {
    /// It touches or crosses itself here.
    case at(Coordinate)
    /// A ring encloses nothing.
    case collapsed
  }

  /// What is wrong with the shape of a feature; `nil` when it is valid, or no area.
  func fault(of feature: Int) throws(GeometryEngineError) -> Fault? {
    var polygons: [Polygon] = []
    for rings in areas[feature] ?? [] {
      var made: [LinearRing] = []
      for ring in rings {
        guard let line = line(of: ring), line.signedArea != 0 else { return .collapsed }
        made.append(line)
      }
      polygons.append(Polygon(exterior: made[0], holes: Array(made.dropFirst())))
    }
    guard case .invalid(_, let place) = try Validity.of(MultiPolygon(polygons)) else { return nil }
    return .at(place)
  }

  /// The ring as GEOS sees it, degrees taken as plane coordinates; `nil` of fewer than three
  /// different corners.
  func line(of ring: Ring) -> LinearRing? {
    try? LinearRing(positions(of: ring).map { Coordinate(x: $0.x, y: $0.y) })
  }
}
