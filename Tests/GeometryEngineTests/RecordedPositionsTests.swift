import Foundation
import GeometryEngine
import SimpleFeatures
import Testing

/// Positions transformed by another build of PROJ, with another version and without the grid.
@Suite(.enabled(if: !OutsideFiles.gridIsInstalled, "PROJ finds the grid OSTN15 by itself"))
struct `Recorded positions` {
  // PROJ 9.5.1 through pyproj 3.7.2, always longitude first, network off, no grids.
  @Test(arguments: [
    (526_000.0, 176_000.0, -0.187380481299024, 51.4689479974649),
    (531_500, 180_250, -0.106661452374621, 51.505890769705),
    (539_036, 170_000, -0.00217371988692067, 51.4119816951503),
    (552_000, 190_000, 0.192706684750677, 51.5883558497672),
    (505_000, 195_000, -0.483923551828888, 51.6440067078172),
  ])
  func `are met from a few points in London`(
    x: Double, y: Double, longitude: Double, latitude: Double
  ) throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let place = try transform.lonLat(of: Coordinate(x: x, y: y))
    #expect(abs(place.longitude - longitude) < 1e-9)
    #expect(abs(place.latitude - latitude) < 1e-9)
  }

  @Test(
    .enabled(if: OutsideFiles.rows(of: "points.csv") != nil, "needs the recorded points"))
  func `are met from every recorded point`() throws {
    let rows = try #require(OutsideFiles.rows(of: "points.csv"))
    #expect(!rows.isEmpty)
    let transform = try CoordinateTransform(from: .britishNationalGrid, to: .wgs84)
    var x = rows.map { $0[1] }
    var y = rows.map { $0[2] }
    try transform.apply(x: &x, y: &y)
    for (row, (longitude, latitude)) in zip(rows, zip(x, y)) {
      #expect(abs(longitude - row[3]) < 1e-9)
      #expect(abs(latitude - row[4]) < 1e-9)
    }
  }

  @Test(
    .enabled(if: OutsideFiles.rows(of: "distances.csv") != nil, "needs the recorded distances"))
  func `are as far apart on the grid as recorded, and nearly as on the ellipsoid`() throws {
    let points = try #require(OutsideFiles.rows(of: "points.csv"))
    let distances = try #require(OutsideFiles.rows(of: "distances.csv"))
    #expect(!distances.isEmpty)
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let positions = try transform.coordinates(
      of: points.map { LonLat(longitude: $0[3], latitude: $0[4]) })
    let byId = Dictionary(uniqueKeysWithValues: zip(points.map { $0[0] }, positions))
    for row in distances {
      let from = try #require(byId[row[0]])
      let to = try #require(byId[row[1]])
      let onGrid = from.distance(to: to).metres
      #expect(abs(onGrid - row[2]) < 0.001)
      // The scale of the National Grid lies within 0.04 % of the truth everywhere (the Survey's
      // guide, 4.4): 0.9996 on its central meridian, growing to both sides.
      #expect(abs(onGrid / row[3] - 1) <= 4.1e-4 || row[3] == 0)
    }
  }
}
