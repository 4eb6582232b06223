internal import Foundation
public import GeoJSON
public import GeometryEngine
public import SimpleFeatures

/// Turns shapes of the study into shapes on the map: WGS 84, rounded, and valid after rounding.
///
/// Not `Sendable`: it holds a PROJ handle.
public final class LayerProjection {
  private let transform: CoordinateTransform
  /// How many rings were so small that rounding made nothing of them.
  public private(set) var collapsedRings = 0
  /// How many shapes rounding had made cross themselves, and which were mended.
  public private(set) var mendedShapes = 0

  /// A projection by a transform from WGS 84 to the study's system.
  public init(_ transform: CoordinateTransform) {
    self.transform = transform
  }

  /// Points on the map, in order, transformed together.
  public func points(_ positions: [Coordinate]) throws(GeometryEngineError) -> [Geometry] {
    try transform.lonLats(of: positions).map { place in
      let point = Geometry.point(Position(place))
      return RoundedGeometry(point, decimals: Layer.coordinateDecimals).geometry ?? point
    }
  }

  /// An area on the map, always a MultiPolygon, so that a layer has one type of geometry.
  ///
  /// Rounding can make a thin shape touch or cross itself; it is then mended with GEOS,
  /// at most three times.
  ///
  /// - Returns: `nil` when nothing is left after rounding.
  public func area(_ shape: MultiPolygon) throws(GeometryEngineError) -> Geometry? {
    var polygons: [[[Position]]] = []
    for polygon in shape.polygons {
      var rings: [[Position]] = []
      for ring in polygon.rings {
        let places = try transform.lonLats(of: ring.corners)
        rings.append(places.map(Position.init) + [Position(places[0])])
      }
      polygons.append(rings)
    }
    var geometry = rounded(.multiPolygon(polygons))
    // Rounding a mended shape can undo the mending, so it is looked at again; a shape that still
    // resists is an error rather than a broken layer.
    for attempt in 0..<3 {
      guard let plane = try Self.plane(geometry) else { return nil }
      guard case .invalid = try Validity.of(plane) else { return geometry }
      if attempt == 0 { mendedShapes += 1 }
      geometry = rounded(Self.geometry(of: try Repair.makeValid(plane).area))
    }
    guard let plane = try Self.plane(geometry) else { return nil }
    guard case .invalid(let reason, _) = try Validity.of(plane) else { return geometry }
    throw .geos(operation: "mending a rounded shape", message: reason)
  }

  private func rounded(_ geometry: Geometry) -> Geometry? {
    let result = RoundedGeometry(geometry, decimals: Layer.coordinateDecimals)
    collapsedRings += result.collapsedRings
    return result.geometry
  }

  /// The rounded shape as GEOS sees it: degrees taken as plane coordinates, as GeoJSON says.
  private static func plane(
    _ geometry: Geometry?
  ) throws(GeometryEngineError) -> MultiPolygon? {
    guard case .multiPolygon(let polygons) = geometry, !polygons.isEmpty else { return nil }
    do {
      return MultiPolygon(
        try polygons.map { rings in
          let made = try rings.map { ring in
            try LinearRing(ring.map { Coordinate(x: $0.x, y: $0.y) })
          }
          return Polygon(exterior: made[0], holes: Array(made.dropFirst()))
        })
    } catch {
      throw .geos(operation: "reading a rounded shape", message: "\(error)")
    }
  }

  private static func geometry(of plane: MultiPolygon) -> Geometry {
    .multiPolygon(
      plane.polygons.map { polygon in
        polygon.rings.map { ring in
          let positions = ring.corners.map { Position(x: $0.x, y: $0.y) }
          return positions + positions.prefix(1)
        }
      })
  }
}

extension Position {
  fileprivate init(_ place: LonLat) {
    self.init(x: place.longitude, y: place.latitude)
  }
}
