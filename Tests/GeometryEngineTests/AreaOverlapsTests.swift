import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Overlaps of two divisions` {
  @Test func `are the arithmetic of rectangles`() throws {
    // Two strips over three squares: one inside, one cut, one apart.
    let sources = try (0..<3).map {
      try MultiPolygon.rectangle(Double($0) * 10...Double($0) * 10 + 10, 0...10)
    }
    let targets = try [
      MultiPolygon.rectangle(-5...14, -5...15), .rectangle(14...18, 2...5),
      .rectangle(90...99, 0...1),
    ]
    let pairs = try AreaOverlaps(of: sources, with: targets).pairs
    #expect(pairs.map(\.source) == [0, 1, 1])
    #expect(pairs.map(\.target) == [0, 0, 1])
    #expect(pairs.map(\.area) == [100, 40, 12])
  }

  @Test func `are not shared borders or corners`() throws {
    let sources = try [MultiPolygon.rectangle(0...1, 0...1)]
    let targets = try [MultiPolygon.rectangle(1...2, 0...1), .rectangle(1...2, 1...2)]
    #expect(try AreaOverlaps(of: sources, with: targets).pairs.isEmpty)
  }

  @Test func `see holes and parts`() throws {
    let frame = try MultiPolygon.frame(side: 8)
    let parts = MultiPolygon(
      try [MultiPolygon.rectangle(0...1, 0...8), .rectangle(7...9, 0...8)].flatMap(\.polygons))
    let inHole = try MultiPolygon.rectangle(3...5, 3...5)
    let pairs = try AreaOverlaps(of: [frame], with: [inHole, parts, frame]).pairs
    #expect(pairs.map(\.target) == [1, 2])
    #expect(pairs.map(\.area) == [16, 48])
  }

  @Test func `of nothing are none`() throws {
    let square = try MultiPolygon.rectangle(0...1, 0...1)
    let empty = MultiPolygon([])
    #expect(try AreaOverlaps(of: [], with: []).pairs.isEmpty)
    #expect(try AreaOverlaps(of: [square], with: []).pairs.isEmpty)
    #expect(try AreaOverlaps(of: [], with: [square]).pairs.isEmpty)
    let pairs = try AreaOverlaps(of: [empty, square], with: [empty, square, empty]).pairs
    #expect(pairs.map(\.source) == [1] && pairs.map(\.target) == [1])
  }

  @Test func `of a ring that crosses itself are refused`() throws {
    #expect(throws: GeometryEngineError.self) {
      try AreaOverlaps(of: [.bowTie()], with: [.rectangle(0.5...2, 0...1.5)])
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `agree with the overlay of every pair, and turn with it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func town(_ count: Int) throws -> [MultiPolygon] {
      try (0..<count).map { _ in
        let ring = try LinearRing.star(corners: .random(in: 3...20, using: &random), using: &random)
        let (x, y) = (
          Double.random(in: -4...4, using: &random), Double.random(in: -4...4, using: &random)
        )
        return MultiPolygon([
          Polygon(
            exterior: try LinearRing(ring.corners.map { Coordinate(x: $0.x + x, y: $0.y + y) }))
        ])
      }
    }
    let (sources, targets) = (try town(12), try town(15))
    let pairs = try AreaOverlaps(of: sources, with: targets).pairs
    var listed: Set<[Int]> = []
    for pair in pairs {
      let area = try Overlay.intersection(sources[pair.source], targets[pair.target]).area
      #expect(abs(pair.area - area) <= 1e-12)
      listed.insert([pair.source, pair.target])
    }
    #expect(listed.count == pairs.count)
    for source in sources.indices {
      for target in targets.indices where !listed.contains([source, target]) {
        #expect(try Overlay.intersection(sources[source], targets[target]).area < 1e-15)
      }
    }
    let turned = try AreaOverlaps(of: targets, with: sources).pairs
    #expect(Set(turned.map { [$0.target, $0.source] }) == listed)
  }

  // By GEOS 3.14 through another language.
  @Test(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
  func `of the reference wards and zones are those of the peer`() throws {
    let wards = try ReferenceAreas(path: ReferenceCases.path("inputs/wards.geojson"))
    let zones = try ReferenceAreas(path: ReferenceCases.path("tobler/targets.geojson"))
    let pairs = try AreaOverlaps(of: wards.shapes, with: zones.shapes).pairs
    let rows = try PlainTable(path: ReferenceCases.path("tobler/intersection_areas.csv")).rows
    try #require(pairs.count == rows.count)
    for (pair, row) in zip(pairs, rows) {
      #expect(try wards.areas[pair.source].text("ward") == row.text("ward"))
      #expect(try zones.areas[pair.target].text("zone") == row.text("zone"))
      #expect(abs(pair.area - (try row.number("area_m2"))) <= 1e-9 * pair.area)
    }
  }
}
