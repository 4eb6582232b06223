import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `National Grid` {
  // Ordnance Survey test point TP01, St Mary's, Isles of Scilly: ETRS89 and National Grid, from
  // the test data that the Survey publishes with OSTN15.
  private let testPoint = LonLat(longitude: -6.29977752014, latitude: 49.92226393730)
  private let testPointOnGrid = Coordinate(x: 91_492.146, y: 11_318.804)

  // Ordnance Survey, "A guide to coordinate systems in Great Britain", annexe C: the worked
  // example of the transverse Mercator projection.
  @Test func `has the worked example of the Ordnance Survey to the millimetre`() throws {
    let place = LonLat(
      longitude: 1 + 43 / 60.0 + 4.5177 / 3600, latitude: 52 + 39 / 60.0 + 27.2531 / 3600)
    let transform = try CoordinateTransform(
      from: ReferenceSystem("EPSG:4277"), to: .britishNationalGrid)
    let position = try transform.coordinate(of: place)
    #expect(abs(position.x - 651_409.903) < 0.001)
    #expect(abs(position.y - 313_177.270) < 0.001)
    // The same datum on both sides: a projection, with nothing passed over.
    #expect(transform.lastOperation()?.isBallpark == false)
  }

  @Test(.enabled(if: OutsideFiles.gridFolder != nil, "needs the grid OSTN15"))
  func `has the Ordnance Survey's test point when the grid is there`() throws {
    let transform = try CoordinateTransform(
      from: ReferenceSystem("EPSG:4258"), to: .britishNationalGrid,
      gridFolder: OutsideFiles.gridFolder)
    let position = try transform.coordinate(of: testPoint)
    #expect(position.distance(to: testPointOnGrid) < .metres(0.002))
    let report = try #require(transform.lastOperation())
    #expect(report.usesGrid && !report.isBallpark)
    let place = try transform.lonLat(of: testPointOnGrid)
    // A thousandth of a second of latitude is three centimetres.
    #expect(abs(place.longitude - testPoint.longitude) < 1e-7)
    #expect(abs(place.latitude - testPoint.latitude) < 1e-7)
  }

  @Test(.enabled(if: !OutsideFiles.gridIsInstalled, "PROJ finds the grid OSTN15 by itself"))
  func `is within five metres of it without the grid, and says so`() throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let position = try transform.coordinate(of: testPoint)
    #expect(position.distance(to: testPointOnGrid) < .metres(5))
    let report = try #require(transform.lastOperation())
    #expect(report.description.contains("OSGB36 to WGS 84 (6)"))
    #expect(report.accuracy == .metres(2))
    #expect(!report.usesGrid && !report.isBallpark)
  }

  @Test(
    .enabled(if: OutsideFiles.gridFolder != nil, "needs the grid OSTN15"),
    .enabled(if: !OutsideFiles.gridIsInstalled, "PROJ finds the grid OSTN15 by itself"))
  func `moves as a whole, so distances in London change by less than a part in 5000`() throws {
    let rough = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let exact = try CoordinateTransform(
      from: .wgs84, to: .britishNationalGrid, gridFolder: OutsideFiles.gridFolder)
    var random = SeededGenerator(seed: 15)
    // Pairs of places up to two kilometres apart.
    let places = (0..<500).flatMap { _ in
      let from = LonLat(
        longitude: .random(in: -0.5...0.3, using: &random),
        latitude: .random(in: 51.3...51.7, using: &random))
      let to = LonLat(
        longitude: from.longitude + .random(in: 0.005...0.02, using: &random),
        latitude: from.latitude + .random(in: 0.003...0.012, using: &random))
      return [from, to]
    }
    let before = try rough.coordinates(of: places)
    let after = try exact.coordinates(of: places)
    for first in stride(from: 0, to: places.count, by: 2) {
      let shift = before[first].distance(to: after[first])
      #expect(shift > .metres(0.5) && shift < .metres(3))
      let ratio =
        before[first].distance(to: before[first + 1]).metres
        / after[first].distance(to: after[first + 1]).metres
      #expect(abs(ratio - 1) < 2e-4)
    }
  }
}
