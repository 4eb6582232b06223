import SimpleFeatures
import TestSupport
import Testing

@Suite struct Coordinates {
  @Test(arguments: [(3.0, 4.0, 5.0), (5, 12, 13), (8, 15, 17), (20, 21, 29), (4800, 1400, 5000)])
  func `are apart by the Pythagorean theorem, exactly for whole metres`(
    east: Double, north: Double, apart: Double
  ) {
    let here = Coordinate(x: 530_000, y: 180_000)
    for (dx, dy) in [(east, north), (-east, north), (north, -east), (-north, -east)] {
      let there = Coordinate(x: here.x + dx, y: here.y + dy)
      #expect(here.squaredDistance(to: there) == apart * apart)
      #expect(here.distance(to: there) == .metres(apart))
    }
  }

  @Test func `are as far from each other in both directions and at no distance from themselves`() {
    var random = SeededGenerator(seed: 1)
    let box = BoundingBox(minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6)
    for _ in 0..<500 {
      let (a, b) = (
        Coordinate.random(in: box, using: &random), Coordinate.random(in: box, using: &random)
      )
      #expect(a.squaredDistance(to: b) == b.squaredDistance(to: a))
      #expect(a.squaredDistance(to: a) == 0)
    }
  }

  @Test func `are finite only if both ordinates are`() {
    #expect(Coordinate(x: 1, y: -1).isFinite)
    #expect(!Coordinate(x: .nan, y: 0).isFinite)
    #expect(!Coordinate(x: 0, y: -.infinity).isFinite)
  }
}

@Suite struct Distances {
  @Test func `are in metres and ordered by length`() {
    #expect(Distance.kilometres(1.5) == .metres(1500))
    #expect(Distance.metres(999) < .kilometres(1))
    #expect([Distance.kilometres(2), .metres(3)].min() == .metres(3))
  }
}

@Suite struct `Positions in degrees` {
  @Test(arguments: [
    (0.0, 51.5, true), (-180, -90, true), (180, 90, true), (180.1, 0, false), (0, -90.1, false),
    (.nan, 0, false), (0, .infinity, false),
  ])
  func `are on the Earth within its longitudes and latitudes`(
    longitude: Double, latitude: Double, isOnEarth: Bool
  ) {
    #expect(LonLat(longitude: longitude, latitude: latitude).isOnEarth == isOnEarth)
  }
}
