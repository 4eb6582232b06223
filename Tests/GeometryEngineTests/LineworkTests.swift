import GeometryEngine
import SimpleFeatures
import Testing

@Suite struct `Faces of lines` {
  private func line(_ positions: (Double, Double)...) -> [Coordinate] {
    positions.map { Coordinate(x: $0.0, y: $0.1) }
  }

  @Test func `are the squares of a cross in a frame`() throws {
    // Two lines that cross at (1, 1), and the border of the square from 0 to 2.
    let lines = [
      line((0, 0), (2, 0), (2, 2), (0, 2), (0, 0)), line((1, 0), (1, 2)), line((2, 1), (0, 1)),
    ]
    let faces = try Linework.faces(of: lines)
    #expect(faces.map(\.area) == [1, 1, 1, 1])
    #expect(try Linework.faces(of: lines + lines.reversed()) == faces)
  }

  @Test func `have the faces inside them as holes`() throws {
    let lines = try MultiPolygon.frame(side: 4).rings.map { $0.corners + [$0.corners[0]] }
    let faces = try Linework.faces(of: lines, areNoded: true)
    #expect(faces.map(\.area).sorted() == [4, 12])
  }

  @Test func `leave out lines that enclose nothing`() throws {
    #expect(try Linework.faces(of: []) == [])
    #expect(try Linework.faces(of: [line((0, 0), (1, 1)), line((1, 1), (2, 0))]) == [])
  }
}

@Suite struct `Interior position` {
  @Test func `is in the middle of a rectangle`() throws {
    let position = try InteriorPosition.of(.rectangle(0...4, 2...4))
    #expect(position == Coordinate(x: 2, y: 3))
  }

  @Test func `is inside a frame, not in its hole`() throws {
    let frame = try MultiPolygon.frame(side: 4)
    let position = try #require(try InteriorPosition.of(frame))
    #expect(frame.location(of: position) == .interior)
  }

  @Test func `is missing of nothing`() throws {
    #expect(try InteriorPosition.of(MultiPolygon([])) == nil)
  }
}
