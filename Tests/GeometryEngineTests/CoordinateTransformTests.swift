import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Coordinate transform` {
  private let london = LonLat(longitude: -0.1278, latitude: 51.5074)

  // By definition the central meridian of a zone has the easting 500 000, and the equator the
  // northing 0 in the north and 10 000 000 in the south.
  @Test func `puts the origin of a UTM zone where its definition does`() throws {
    let origin = LonLat(longitude: 3, latitude: 0)
    let north = try CoordinateTransform(from: .wgs84, to: ReferenceSystem("EPSG:32631"))
    let south = try CoordinateTransform(from: .wgs84, to: ReferenceSystem("EPSG:32731"))
    let expected = Coordinate(x: 500_000, y: 0)
    #expect(try north.coordinate(of: origin).distance(to: expected) < .metres(1e-6))
    #expect(
      try south.coordinate(of: origin).distance(to: Coordinate(x: 500_000, y: 10_000_000))
        < .metres(1e-6))
  }

  // EPSG lists the axes of NZTM as northing, easting; its central meridian is 173° E with the
  // false easting 1 600 000.
  @Test func `takes the easting first where the register has the northing first`() throws {
    let transform = try CoordinateTransform(from: .wgs84, to: ReferenceSystem("EPSG:2193"))
    let position = try transform.coordinate(of: LonLat(longitude: 173, latitude: -41))
    #expect(abs(position.x - 1_600_000) < 1e-6)
  }

  // Without the grid the change of datum is a similarity of space, and positions have no height.
  // In London the two ellipsoids lie some 46 m apart and the latitudes and longitudes some 120 m,
  // so their normals make an angle of 120 m / 6371 km: dropping the height on each way costs
  // 46 m · 1.9 · 10⁻⁵ = 0.9 mm, and no more than 2 mm. With the grid it costs nothing.
  @Test func `returns to where it came from within two millimetres`() throws {
    var random = SeededGenerator(seed: 27700)
    let positions = (0..<1000).map { _ in
      Coordinate(
        x: .random(in: 503_000...562_000, using: &random),
        y: .random(in: 155_000...201_000, using: &random))
    }
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let returned = try transform.coordinates(of: transform.lonLats(of: positions))
    let farthest = zip(positions, returned).map { $0.distance(to: $1) }.max()
    #expect(try #require(farthest) < .metres(0.002))
  }

  @Test func `goes the same way in a batch, one by one and in the opposite direction`() throws {
    let there = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let back = try CoordinateTransform(from: .britishNationalGrid, to: .wgs84)
    let places = (0..<10).map { LonLat(longitude: Double($0) / 50 - 0.1, latitude: 51.5) }
    let batch = try there.coordinates(of: places)
    #expect(try batch == places.map { place in try there.coordinate(of: place) })
    var x = places.map(\.longitude)
    var y = places.map(\.latitude)
    try back.apply(x: &x, y: &y, direction: .inverse)
    for (position, (x, y)) in zip(batch, zip(x, y)) {
      #expect(position.distance(to: Coordinate(x: x, y: y)) < .metres(1e-6))
    }
  }

  @Test func `is the identity between equal reference systems`() throws {
    let transform = try CoordinateTransform(
      from: .britishNationalGrid, to: .britishNationalGrid)
    var x = [530_000.1, 1e300]
    var y = [180_000.2, -7]
    try transform.apply(x: &x, y: &y)
    try transform.apply(x: &x, y: &y, direction: .inverse)
    #expect(x == [530_000.1, 1e300])
    #expect(y == [180_000.2, -7])
    let report = try #require(transform.lastOperation())
    #expect(report.accuracy == .metres(0))
    #expect(!report.usesGrid && !report.isBallpark)
  }

  @Test func `does nothing to no positions`() throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    #expect(try transform.coordinates(of: []).isEmpty)
    #expect(transform.lastOperation() == nil)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 91])
  func `names the first position without an image and changes none`(latitude: Double) throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    var x = [-0.1, -0.2, -0.3, -0.4]
    var y = [51.5, 51.6, latitude, latitude]
    let error = #expect(throws: GeometryEngineError.self) {
      try transform.apply(x: &x, y: &y)
    }
    guard case .transformFailed(2, -0.3, let y2) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(y2.bitPattern == latitude.bitPattern)
    #expect(x == [-0.1, -0.2, -0.3, -0.4])
    #expect(y[0] == 51.5 && y[1] == 51.6)
    // A failure leaves nothing behind.
    #expect(try transform.coordinate(of: london).isFinite)
  }

  @Test func `refuses positions that are not finite even where nothing is to be done`() throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .wgs84)
    var x = [0, Double.infinity]
    var y = [0.0, 0]
    #expect(throws: GeometryEngineError.transformFailed(index: 1, x: .infinity, y: 0)) {
      try transform.apply(x: &x, y: &y)
    }
  }

  @Test func `refuses a place that is not on the Earth, by its index`() throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let swapped = LonLat(longitude: 200, latitude: 51)
    #expect(throws: GeometryEngineError.transformFailed(index: 1, x: 200, y: 51)) {
      try transform.coordinates(of: [london, swapped])
    }
  }

  @Test func `gives no degrees when it starts from metres`() throws {
    let transform = try CoordinateTransform(from: .britishNationalGrid, to: .wgs84)
    #expect(throws: GeometryEngineError.notGeographic(code: "EPSG:27700")) {
      try transform.lonLat(of: Coordinate(x: 0, y: 0))
    }
  }

  @Test func `reports that it passed over a change of datum`() throws {
    // In Paris no operation for Great Britain applies.
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    _ = try transform.coordinate(of: LonLat(longitude: 2.35, latitude: 48.85))
    let report = try #require(transform.lastOperation())
    #expect(report.isBallpark)
    #expect(report.accuracy == nil)
    // The next position, in London, has an operation of its own.
    _ = try transform.coordinate(of: london)
    #expect(transform.lastOperation()?.isBallpark == false)
  }
}
