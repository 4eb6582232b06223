import SimpleFeatures
import TestSupport
import Testing

@Suite struct Orientations {
  @Test func `is left for a counter-clockwise turn and right for a clockwise one`() {
    let (origin, east) = (Coordinate(x: 0, y: 0), Coordinate(x: 1, y: 0))
    #expect(Orientation.of(Coordinate(x: 0.5, y: 1), from: origin, to: east) == .left)
    #expect(Orientation.of(Coordinate(x: 0.5, y: -1), from: origin, to: east) == .right)
    #expect(Orientation.of(Coordinate(x: 7, y: 0), from: origin, to: east) == .collinear)
  }

  // L. Kettner, K. Mehlhorn, S. Pion, S. Schirra, C. Yap, "Classroom examples of robustness
  // problems in geometric computations", Computational Geometry 40, 2008, figure 2: positions one
  // unit in the last place apart around (½, ½), against the line through (12, 12) and (24, 24).
  // That line is x = y, so the side is the order of the ordinates. Plain arithmetic gets many
  // wrong.
  @Test func `is right at every position of the classroom example`() {
    let from = Coordinate(x: 12, y: 12)
    let to = Coordinate(x: 24, y: 24)
    var mistakes = 0
    for column in 0..<256 {
      for row in 0..<256 {
        let position = Coordinate(x: 0.5 + Double(column) * 0x1p-53, y: 0.5 + Double(row) * 0x1p-53)
        let expected: Orientation = column == row ? .collinear : row > column ? .left : .right
        if Orientation.of(position, from: from, to: to) != expected { mistakes += 1 }
      }
    }
    #expect(mistakes == 0)
  }

  // The same in London, where the last place of an easting is worth 2⁻³³ m.
  @Test func `tells a position one unit in the last place off a border from one on it`() {
    let (from, to) = (Coordinate(x: 530_000, y: 180_000), Coordinate(x: 530_300, y: 180_300))
    for step in stride(from: 0.0, through: 300, by: 0.375) {
      let place = Coordinate(x: 530_000 + step, y: 180_000 + step)
      let sides = place.neighbours.map { Orientation.of($0, from: from, to: to) }
      #expect(Orientation.of(place, from: from, to: to) == .collinear)
      #expect(sides == [.left, .right, .right, .left])
    }
  }

  @Test(arguments: TripleFamily.allCases)
  func `has the sign of the determinant in whole numbers`(family: TripleFamily) {
    var random = SeededGenerator(seed: 1)
    var counts: [Orientation: Int] = [:]
    for _ in 0..<20_000 {
      let triple = family.triple(using: &random)
      counts[triple.orientation, default: 0] += 1
      #expect(triple.computed == triple.orientation, "\(triple)")
    }
    // Each answer was asked for often.
    #expect(counts.count == 3 && counts.values.allSatisfy { $0 > 200 }, "\(counts)")
  }

  @Test(arguments: TripleFamily.allCases)
  func `turns over when two positions are exchanged and stays when all three rotate`(
    family: TripleFamily
  ) {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<5_000 {
      let triple = family.triple(using: &random)
      let (p, a, b) = (
        triple.position.coordinate, triple.from.coordinate, triple.to.coordinate
      )
      let side = Orientation.of(p, from: a, to: b)
      #expect(Orientation.of(b, from: p, to: a) == side)
      #expect(Orientation.of(a, from: b, to: p) == side)
      for exchanged in [
        Orientation.of(p, from: b, to: a), Orientation.of(a, from: p, to: b),
        Orientation.of(b, from: a, to: p),
      ] {
        #expect(exchanged == side.opposite, "\(triple)")
      }
    }
  }

  @Test func `is collinear when positions coincide`() {
    let (here, there) = (Coordinate(x: 0.1, y: 0.7), Coordinate(x: 0.3, y: 1e5))
    #expect(Orientation.of(here, from: here, to: there) == .collinear)
    #expect(Orientation.of(there, from: here, to: there) == .collinear)
    #expect(Orientation.of(there, from: here, to: here) == .collinear)
  }
}

extension Orientation {
  fileprivate var opposite: Orientation {
    switch self {
    case .left: .right
    case .right: .left
    case .collinear: .collinear
    }
  }
}
