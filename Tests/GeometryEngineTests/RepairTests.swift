import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Repair of an area` {
  @Test func `makes two triangles of a bow-tie`() throws {
    let (mended, change) = try Repair.makeValid(.bowTie())
    #expect(mended.polygons.map(\.area) == [1, 1])
    // The two loops run in opposite directions, so the ring as given encloses 1 − 1.
    #expect(change == 2)
    #expect(try Validity.of(mended) == .valid)
  }

  @Test func `leaves a valid area exactly as it is`() throws {
    let frame = try MultiPolygon.frame(side: 4)
    let (same, change) = try Repair.makeValid(frame)
    #expect(same == frame)
    #expect(change == 0)
  }

  // The rule of GeometryFixer in the JTS Topology Suite: holes disjoint from the shell are kept
  // as polygons of their own.
  @Test func `makes a part of a hole outside its shell`() throws {
    let (mended, change) = try Repair.makeValid(
      MultiPolygon([
        Polygon(exterior: .rectangle(0...3, 0...3), holes: [.rectangle(5...6, 5...6)])
      ]))
    #expect(mended.area == 10)
    #expect(change == 2)
  }

  @Test func `cuts off the part of a hole that reaches outside`() throws {
    let (mended, _) = try Repair.makeValid(
      MultiPolygon([
        Polygon(exterior: .rectangle(0...3, 0...3), holes: [.rectangle(2...4, 1...2)])
      ]))
    #expect(mended.area == 8)
    #expect(try Validity.of(mended) == .valid)
  }

  @Test func `merges parts that overlap`() throws {
    let (mended, change) = try Repair.makeValid(
      MultiPolygon([
        Polygon(exterior: .rectangle(0...2, 0...1)), Polygon(exterior: .rectangle(1...3, 0...1)),
      ]))
    #expect(mended.area == 3)
    #expect(change == -1)
  }

  @Test func `drops a spike without area`() throws {
    let (mended, change) = try Repair.makeValid(
      MultiPolygon([
        Polygon(
          exterior: LinearRing(through: [(0, 0), (1, 0), (5, 0), (1, 0), (1, 1), (0, 1)]))
      ]))
    #expect(mended.area == 1)
    #expect(change == 0)
  }

  @Test(arguments: UInt64(0)..<50)
  func `is valid whatever the ring`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let corners = (0..<12).map { _ in
      Coordinate(
        x: Double(Int.random(in: 0...9, using: &random)),
        y: Double(Int.random(in: 0...9, using: &random)))
    }
    let tangle = MultiPolygon([Polygon(exterior: try LinearRing(corners))])
    let (mended, _) = try Repair.makeValid(tangle)
    #expect(try Validity.of(mended) == .valid)
    #expect(mended.area > 0)
  }
}
