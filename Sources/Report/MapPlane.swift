internal import Foundation
internal import GeoJSON

/// The plane that the map is drawn in: whole metres, east and south of the north-west corner.
///
/// `x = (longitude − west) · kx`, `y = (north − latitude) · ky`, with the lengths of a degree on the
/// WGS 84 ellipsoid at the middle latitude. Over a city such a plane is true to a few thousandths,
/// which no eye sees, and it needs no reference system of the country.
///
/// - SeeAlso: P. Osborne, *The Mercator Projections*, 2013, on the radii of curvature.
struct MapPlane {
  let west: Double
  let north: Double
  /// Metres to a degree of longitude and of latitude.
  let scale: (x: Double, y: Double)
  let width: Int
  let height: Int

  /// The plane around some positions, or around nothing at the origin.
  init(around positions: some Sequence<Position>) {
    var (west, east) = (Double.infinity, -Double.infinity)
    var (south, north) = (Double.infinity, -Double.infinity)
    for position in positions {
      (west, east) = (min(west, position.x), max(east, position.x))
      (south, north) = (min(south, position.y), max(north, position.y))
    }
    if west > east { (west, east, south, north) = (0, 0, 0, 0) }
    let (a, e2) = (6_378_137.0, 0.006_694_379_990_14)
    let middle = (south + north) / 2 * .pi / 180
    let flattened = 1 - e2 * sin(middle) * sin(middle)
    let degree = Double.pi / 180
    scale = (
      a / flattened.squareRoot() * cos(middle) * degree,
      a * (1 - e2) / (flattened * flattened.squareRoot()) * degree
    )
    (self.west, self.north) = (west, north)
    width = max(1, Int(((east - west) * scale.x).rounded()))
    height = max(1, Int(((north - south) * scale.y).rounded()))
  }

  /// A position in whole metres.
  func point(_ position: Position) -> MapPoint {
    MapPoint(
      x: Int(((position.x - west) * scale.x).rounded()),
      y: Int(((north - position.y) * scale.y).rounded()))
  }

  /// The plane for the script, which also has to find the way back.
  var json: JSONValue {
    .object([
      .init("lon", .number(west)), .init("lat", .number(north)),
      .init("kx", .number(scale.x)), .init("ky", .number(scale.y)),
      .init("width", .integer(width)), .init("height", .integer(height)),
    ])
  }
}

/// A position on the map, in whole metres east and south.
struct MapPoint: Hashable {
  var x: Int
  var y: Int
}
