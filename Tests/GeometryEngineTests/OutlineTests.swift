import Foundation
import GeometryEngine
import SimpleFeatures
import Testing

@Suite struct `Outline of an area` {
  @Test(arguments: [1, 2, 8, 32])
  func `grows by a strip along each side and a regular fan at each corner`(chords: Int) throws {
    // Side 100 and distance 10: four strips, and at each corner n triangles with two sides of 10
    // and the angle π/2n between them.
    let fans = 4 * Double(chords) * 0.5 * 100 * sin(.pi / 2 / Double(chords))
    let grown = try Overlay.buffer(
      .rectangle(0...100, 0...100), by: .metres(10), quadrantSegments: chords)
    #expect(abs(grown.area - (10_000 + 4 * 100 * 10 + fans)) < 1e-6)
  }

  @Test func `grows towards s² + 4sd + πd² with finer corners`() throws {
    let limit = 10_000 + 4 * 100 * 10 + 100 * Double.pi
    let errors = try [2, 4, 8, 16].map { chords in
      let grown = try Overlay.buffer(
        .rectangle(0...100, 0...100), by: .metres(10), quadrantSegments: chords)
      return limit - grown.area
    }
    for (coarse, fine) in zip(errors, errors.dropFirst()) {
      // Halving the angle quarters the error of a chord, to leading order.
      #expect(fine > 0 && abs(coarse / fine - 4) < 0.2)
    }
  }

  @Test func `shrinks by the distance on every side until nothing is left`() throws {
    let square = try MultiPolygon.rectangle(0...10, 0...10)
    let shrunk = try Overlay.buffer(square, by: .metres(-2))
    #expect(abs(shrunk.area - 36) < 1e-9)
    #expect(try Overlay.buffer(square, by: .metres(-6)).polygons.isEmpty)
  }

  @Test func `closes a gap narrower than twice the distance`() throws {
    // ┌────┐ ┌────┐      ┌───────────┐
    // │    │1│    │  →   │           │
    // └────┘ └────┘      └───────────┘
    let pair = try Overlay.union([.rectangle(0...10, 0...10), .rectangle(11...21, 0...10)])
    let closed = try Overlay.closing(of: pair, by: .metres(0.75))
    #expect(closed.polygons.count == 1)
    #expect(abs(closed.area - 210) < 1e-9)
    let open = try Overlay.closing(of: pair, by: .metres(0.25))
    #expect(open.polygons.count == 2)
    #expect(abs(open.area - 200) < 1e-9)
  }

  @Test func `closes a hole narrower than twice the distance`() throws {
    // The hole of a frame of side 8 is 4 wide.
    let frame = try MultiPolygon.frame(side: 8)
    #expect(try abs(Overlay.closing(of: frame, by: .metres(3)).area - 64) < 1e-9)
    #expect(try abs(Overlay.closing(of: frame, by: .metres(1)).area - 48) < 1e-9)
  }

  @Test func `loses a corner that the tolerance covers and keeps the others`() throws {
    let house = MultiPolygon([
      Polygon(
        exterior: try LinearRing(through: [(0, 0), (10, 0), (10, 10), (5, 10.1), (0, 10)]))
    ])
    let flat = try Overlay.simplified(house, tolerance: .metres(0.2))
    #expect(flat.cornerCount == 4)
    #expect(flat.area == 100)
    #expect(try Overlay.simplified(house, tolerance: .metres(0.05)).cornerCount == 5)
  }

  @Test func `keeps its hole when simplified`() throws {
    let frame = try MultiPolygon.frame(side: 8)
    let simple = try Overlay.simplified(frame, tolerance: .metres(100))
    #expect(simple.polygons.map(\.holes.count) == [1])
    #expect(try Validity.of(simple) == .valid)
  }
}
