import GeoJSON
import TestSupport
import Testing

@Suite struct `Rounded geometry` {
  /// A counter-clockwise rectangle.
  private func rectangle(
    _ x: Double, _ y: Double, width: Double, height: Double
  ) -> [Position] {
    positions((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
  }

  @Test func `rounds every ordinate`() {
    let rounded = RoundedGeometry(
      .geometryCollection([
        .point(Position(x: 0.123_456_78, y: -51.500_000_04)),
        .multiPoint(positions((1.004, 2.006), (1.001, 2.009))),
      ]), decimals: 2)
    #expect(
      rounded.geometry
        == .geometryCollection([
          .point(Position(x: 0.12, y: -51.5)), .multiPoint(positions((1, 2.01), (1, 2.01))),
        ]))
    #expect(rounded.collapsedRings == 0)
  }

  @Test func `drops positions that become equal to the one before`() {
    let ring = positions((0, 0), (5, 0), (5.04, 0.04), (5, 5), (0, 5), (0.01, 0.02), (0, 0))
    #expect(
      RoundedGeometry(.polygon([ring]), decimals: 1).geometry
        == .polygon([positions((0, 0), (5, 0), (5, 5), (0, 5), (0, 0))]))
  }

  @Test func `drops a ring smaller than half a unit`() {
    // All corners round to (1, 1).
    let rounded = RoundedGeometry(
      .polygon([rectangle(0.8, 0.8, width: 0.4, height: 0.4)]), decimals: 0)
    #expect(rounded.geometry == nil)
    #expect(rounded.collapsedRings == 1)
  }

  @Test func `drops a sliver that is squeezed onto a line`() {
    // Long in x, narrower than half a unit in y: rounded, it goes along y = 1 and back.
    let sliver = rectangle(0, 0.8, width: 10, height: 0.4)
    let rounded = RoundedGeometry(
      .multiPolygon([[sliver], [rectangle(20, 0, width: 1, height: 1)]]), decimals: 0)
    #expect(rounded.geometry == .multiPolygon([[rectangle(20, 0, width: 1, height: 1)]]))
    #expect(rounded.collapsedRings == 1)
  }

  @Test func `drops a slanted sliver without error of floating point`() {
    // Along y = 3x in seven decimals, 0.1 and 0.3 are not exact; the area is exactly zero.
    let ring = positions((0.1, 0.3), (0.2, 0.6), (0.7, 2.1), (0.3, 0.9), (0.1, 0.3))
    let rounded = RoundedGeometry(.polygon([ring]), decimals: 7)
    #expect(rounded.geometry == nil)
    #expect(rounded.collapsedRings == 1)
    // One unit of the last place off the line is a triangle.
    let triangle = positions((0.1, 0.3), (0.2, 0.600_000_1), (0.7, 2.1), (0.1, 0.3))
    #expect(RoundedGeometry(.polygon([triangle]), decimals: 7).collapsedRings == 0)
  }

  @Test func `keeps a rectangle wider than a unit`() {
    let rounded = RoundedGeometry(
      .polygon([rectangle(0.3, 0.3, width: 1.1, height: 1.1)]), decimals: 0)
    #expect(rounded.geometry == .polygon([rectangle(0, 0, width: 1, height: 1)]))
  }

  @Test func `drops a polygon with its holes when its exterior collapses`() {
    let rounded = RoundedGeometry(
      .multiPolygon([
        [
          rectangle(0, 0, width: 10, height: 0.4),
          rectangle(1, 0.1, width: 2, height: 0.1), rectangle(5, 0.1, width: 2, height: 0.1),
        ],
        [rectangle(0, 5, width: 4, height: 4), rectangle(1.8, 6.8, width: 0.4, height: 0.4)],
      ]), decimals: 0)
    #expect(rounded.geometry == .multiPolygon([[rectangle(0, 5, width: 4, height: 4)]]))
    #expect(rounded.collapsedRings == 4)
  }

  @Test func `drops a line that shrinks to one position`() {
    let rounded = RoundedGeometry(
      .multiLineString([positions((0, 0), (0.1, 0.1)), positions((0, 0), (3, 3))]), decimals: 0)
    #expect(rounded.geometry == .multiLineString([positions((0, 0), (3, 3))]))
    #expect(rounded.collapsedRings == 1)
  }

  @Test func `winds exteriors counter-clockwise and holes clockwise`() {
    let exterior = rectangle(0, 0, width: 4, height: 4)
    let hole = rectangle(1, 1, width: 1, height: 1)
    let expected = Geometry.polygon([exterior, hole.reversed()])
    for polygon in [
      [exterior, hole], [exterior.reversed(), hole], [exterior, hole.reversed()],
      [exterior.reversed(), hole.reversed()],
    ] {
      #expect(RoundedGeometry(.polygon(polygon), decimals: 3).geometry == expected)
    }
  }

  @Test func `winds rings with ordinates beyond the exact range`() {
    let ring = positions((0, 0), (1e30, 0), (1e30, 1e30), (0, 0))
    #expect(
      RoundedGeometry(.polygon([ring.reversed()]), decimals: 7).geometry == .polygon([ring]))
  }

  @Test(arguments: UInt64(0)..<50)
  func `changes nothing the second time`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let decimals = Int.random(in: 0...7, using: &random)
    let once = RoundedGeometry(.random(using: &random), decimals: decimals)
    guard let geometry = once.geometry else { return }
    let twice = RoundedGeometry(geometry, decimals: decimals)
    #expect(twice.geometry == geometry)
    #expect(twice.collapsedRings == 0)
  }

  @Test(arguments: UInt64(0)..<20)
  func `is what the reader reads back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for decimals in 0...7 {
      let rounded = RoundedGeometry(.random(using: &random), decimals: decimals).geometry
      var writer = GeoJSONWriter(name: "x", decimals: decimals)
      writer.append(id: "1", geometry: rounded, properties: [])
      #expect(try GeoJSONReader().read(writer.finish()).features[0].geometry == rounded)
    }
  }
}
