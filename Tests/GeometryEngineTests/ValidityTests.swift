import GeometryEngine
import SimpleFeatures
import Testing

@Suite struct `Validity of an area` {
  @Test func `is given for a frame, for apart parts and for nothing`() throws {
    #expect(try Validity.of(.frame(side: 4)) == .valid)
    let apart = try MultiPolygon([
      Polygon(exterior: .rectangle(0...1, 0...1)), Polygon(exterior: .rectangle(2...3, 0...1)),
    ])
    #expect(try Validity.of(apart) == .valid)
    #expect(try Validity.of(MultiPolygon([])) == .valid)
  }

  @Test func `is refused to a bow-tie, at its crossing`() throws {
    let validity = try Validity.of(.bowTie())
    #expect(validity == .invalid(reason: "Self-intersection", at: Coordinate(x: 1, y: 1)))
  }

  @Test func `is refused to a hole outside its shell`() throws {
    let area = try MultiPolygon([
      Polygon(exterior: .rectangle(0...3, 0...3), holes: [.rectangle(5...6, 5...6)])
    ])
    guard case .invalid(let reason, let place) = try Validity.of(area) else {
      Issue.record("the area was found valid")
      return
    }
    #expect(reason == "Hole lies outside shell")
    #expect(area.polygons[0].holes[0].location(of: place) == .boundary)
  }

  @Test func `is refused to parts that overlap`() throws {
    let area = try MultiPolygon([
      Polygon(exterior: .rectangle(0...2, 0...2)), Polygon(exterior: .rectangle(1...3, 0...2)),
    ])
    #expect(try Validity.of(area) != .valid)
  }
}
