import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Overlay of areas` {
  @Test func `dissolves the edge that two unit squares share`() throws {
    let union = try Overlay.union([.rectangle(0...1, 0...1), .rectangle(1...2, 0...1)])
    #expect(union.polygons.count == 1)
    #expect(union.area == 2)
    #expect(union.bounds == BoundingBox(minX: 0, minY: 0, maxX: 2, maxY: 1))
  }

  @Test func `keeps squares that only share a corner as two parts`() throws {
    let union = try Overlay.union([.rectangle(0...1, 0...1), .rectangle(1...2, 1...2)])
    #expect(union.polygons.count == 2)
    #expect(union.area == 2)
  }

  @Test func `of nothing is empty`() throws {
    let empty = MultiPolygon([])
    let square = try MultiPolygon.rectangle(0...1, 0...1)
    #expect(try Overlay.union([]) == empty)
    #expect(try Overlay.intersection(square, empty) == empty)
    #expect(try Overlay.difference(empty, square) == empty)
    #expect(try Overlay.difference(square, empty).area == 1)
  }

  @Test func `leaves out shared edges and corners, which have no area`() throws {
    let square = try MultiPolygon.rectangle(0...1, 0...1)
    #expect(try Overlay.intersection(square, .rectangle(1...2, 0...1)).polygons.isEmpty)
    #expect(try Overlay.intersection(square, .rectangle(1...2, 1...2)).polygons.isEmpty)
  }

  @Test func `cuts a hole and sees through it`() throws {
    let frame = try Overlay.difference(.rectangle(0...4, 0...4), .rectangle(1...3, 1...3))
    #expect(frame.polygons.map(\.holes.count) == [1])
    #expect(frame.area == 12)
    #expect(try Overlay.intersection(frame, .rectangle(0...2, 0...2)).area == 3)
    #expect(try Overlay.intersection(frame, .rectangle(1.5...2.5, 1.5...2.5)).area == 0)
  }

  @Test func `merges parts that overlap within one area`() throws {
    let parts = try MultiPolygon([
      Polygon(exterior: .rectangle(0...2, 0...1)), Polygon(exterior: .rectangle(1...3, 0...1)),
    ])
    #expect(try Overlay.union([parts]).area == 3)
  }

  @Test func `refuses a ring that crosses itself, and says where`() throws {
    let error = #expect(throws: GeometryEngineError.self) {
      try Overlay.intersection(.bowTie(), .rectangle(0...2, 0...2))
    }
    guard case .geos("intersection", let message) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(message.contains("Self-intersection at 1 1"))
    #expect(error?.description.contains(message) == true)
  }

  @Test func `does not depend on the order of the areas`() throws {
    let areas = try (0..<6).map { step in
      let west = Double(step) * 0.75
      return try MultiPolygon.rectangle(west...(west + 1), 0...Double(1 + step % 3))
    }
    #expect(try Overlay.union(areas) == Overlay.union(areas.reversed()))
  }

  @Test(arguments: UInt64(0)..<50)
  func `agrees with the arithmetic of rectangles`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func side() -> ClosedRange<Double> {
      let from = Int.random(in: 0..<20, using: &random)
      return Double(from)...Double(from + Int.random(in: 1...20, using: &random))
    }
    let (ax, ay, bx, by) = (side(), side(), side(), side())
    let a = try MultiPolygon.rectangle(ax, ay)
    let b = try MultiPolygon.rectangle(bx, by)
    let wide = max(0, min(ax.upperBound, bx.upperBound) - max(ax.lowerBound, bx.lowerBound))
    let high = max(0, min(ay.upperBound, by.upperBound) - max(ay.lowerBound, by.lowerBound))
    // Corners are whole numbers, so every area is exact.
    #expect(try Overlay.intersection(a, b).area == wide * high)
    #expect(try Overlay.union([a, b]).area == a.area + b.area - wide * high)
    #expect(try Overlay.difference(a, b).area == a.area - wide * high)
  }

  @Test(arguments: UInt64(0)..<25)
  func `splits an area without loss`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let star = MultiPolygon([Polygon(exterior: try .star(corners: 12, using: &random))])
    let half = try MultiPolygon.rectangle(-3...0.1, -3...3)
    let inside = try Overlay.intersection(star, half)
    let outside = try Overlay.difference(star, half)
    #expect(abs(inside.area + outside.area - star.area) < 1e-12)
    #expect(try Overlay.intersection(inside, outside).area < 1e-12)
  }
}
