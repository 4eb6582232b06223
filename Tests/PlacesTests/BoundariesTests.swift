import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Boundaries of a level` {
  private func area(_ code: AreaCode, x: Double = 0) throws -> Area {
    Area(code: code, name: "", shape: try .tile(at: Coordinate(x: x, y: 0), side: 10))
  }

  @Test func `holds the areas in the order of their codes`() throws {
    let boundaries = try Boundaries(
      level: "ward", vintage: "May 2025", areas: [area("W3"), area("W1"), area("W2")])
    #expect(boundaries.areas.map(\.code) == ["W1", "W2", "W3"])
    #expect(boundaries.count == 3)
    #expect(boundaries.level == "ward")
    #expect(boundaries.vintage == "May 2025")
  }

  @Test func `finds an area by its code`() throws {
    let boundaries = try Boundaries(level: "ward", areas: [area("W2"), area("W1")])
    #expect(boundaries.index(of: "W1") == 0)
    #expect(boundaries.index(of: "W2") == 1)
    #expect(boundaries.index(of: "W3") == nil)
  }

  @Test func `spans the smallest rectangle around all areas`() throws {
    let boundaries = try Boundaries(level: "ward", areas: [area("W1", x: -20), area("W2", x: 5)])
    #expect(boundaries.bounds == BoundingBox(minX: -20, minY: 0, maxX: 15, maxY: 10))
  }

  @Test func `refuses to be empty`() {
    #expect(throws: BoundariesError.noAreas) { try Boundaries(level: "ward", areas: []) }
  }

  @Test func `refuses a code that occurs twice`() {
    #expect(throws: BoundariesError.duplicateCode("W1")) {
      try Boundaries(level: "ward", areas: [area("W1"), area("W2"), area("W1")])
    }
  }

  @Test func `refuses one code in two spellings of the same letters`() {
    // é as one scalar and as e with an accent are equal texts, but "f" sorts between their bytes.
    #expect(throws: BoundariesError.duplicateCode("\u{E9}")) {
      try Boundaries(level: "ward", areas: [area("\u{E9}"), area("f"), area("e\u{301}")])
    }
  }

  @Test func `orders codes by their bytes`() {
    #expect(AreaCode("E05000026") < AreaCode("E05000027"))
    #expect(AreaCode("10") < AreaCode("9"))
    #expect(AreaCode("Z") < AreaCode("a"))
    #expect(!(AreaCode("a") < AreaCode("a")))
  }
}
