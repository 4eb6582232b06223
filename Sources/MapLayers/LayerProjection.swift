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
    let shape = try ValidShape(polygons, decimals: Layer.coordinateDecimals)
    collapsedRings += shape.collapsedRings
    if shape.isMended { mendedShapes += 1 }
    return shape.geometry
  }
}

extension Position {
  fileprivate init(_ place: LonLat) {
    self.init(x: place.longitude, y: place.latitude)
  }
}
