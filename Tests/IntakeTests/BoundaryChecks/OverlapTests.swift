import Intake
import Places
import SimpleFeatures
import Testing

@Suite struct `Overlaps of areas` {
  private func overlaps(_ areas: [BoundaryCheck.Subject]) -> [BoundaryFault] {
    BoundaryCheck().report(on: areas).faults.filter { $0.kind == .overlap }
  }

  @Test func `of two squares are measured and located`() throws {
    // The squares share a strip of 2 by 10: its width is 2 · 20 ∕ 24.
    let areas: [BoundaryCheck.Subject] = [
      .rectangle("A", 0...10, 0...10), .rectangle("B", 8...18, 0...10),
    ]
    let report = BoundaryCheck().report(on: areas)
    #expect(report.isValidCoverage == false)
    #expect(report.kinds == [.overlap])
    let fault = try #require(report.faults.first)
    #expect(fault.codes == ["A", "B"])
    #expect(fault.patch?.area == 20)
    #expect(fault.patch?.width.metres == 2 * 20 / 24.0)
    #expect(fault.position == Coordinate(x: 9, y: 5))
    #expect(fault.description == "A and B overlap, 20 m², 1.67 m wide, at (9, 5)")
  }

  @Test func `in several pieces are taken together, and located in the largest`() throws {
    // The upright bar of 2 crosses the U's two arms: 2 by 3 each, and touches nothing else.
    let u = BoundaryCheck.Subject(
      "U", (0, 0), (10, 0), (10, 9), (0, 9), (0, 6), (7, 6), (7, 2), (0, 2))
    let bar = BoundaryCheck.Subject.rectangle("V", 3...5, -1...10)
    let fault = try #require(overlaps([u, bar]).first)
    // Two pieces: 2 by 2 of the lower arm and 2 by 3 of the upper.
    #expect(fault.patch?.area == 10)
    #expect(fault.patch?.width.metres == 2 * 10 / (8 + 10.0))
    #expect(fault.position == Coordinate(x: 4, y: 7.5))
  }

  @Test func `are found where no border crosses another`() {
    let square = BoundaryCheck.Subject.rectangle("A", 0...10, 0...10)
    // The same square; one inside; one inside that shares a corner, an edge, or two corners.
    let others: [(BoundaryCheck.Subject, Double)] = [
      (.rectangle("B", 0...10, 0...10), 100),
      (.rectangle("B", 4...6, 4...6), 4),
      (BoundaryCheck.Subject("B", (0, 0), (5, 1), (5, 5)), 10),
      (BoundaryCheck.Subject("B", (0, 0), (10, 0), (5, 5)), 25),
      (BoundaryCheck.Subject("B", (0, 0), (10, 10), (0, 10)), 50),
    ]
    for (other, area) in others {
      let found = overlaps([square, other])
      #expect(found.map(\.codes) == [["A", "B"]])
      #expect(found.first?.patch?.area == area)
    }
  }

  @Test func `of three areas are found pair by pair, largest first`() {
    let found = overlaps([
      .rectangle("A", 0...10, 0...10), .rectangle("B", 5...15, 0...10),
      .rectangle("C", 8...20, 0...10),
    ])
    #expect(found.map(\.codes) == [["B", "C"], ["A", "B"], ["A", "C"]])
    #expect(found.map { $0.patch?.area } == [70, 50, 20])
  }

  @Test func `of areas that share a code are reported under it`() {
    let report = BoundaryCheck().report(on: [
      .rectangle("A", 0...10, 0...10), .rectangle("A", 9...19, 0...10),
      .rectangle("B", 30...40, 0...10),
    ])
    #expect(report.kinds == [.duplicateCode, .overlap])
    #expect(report.faults[0] == .duplicateCode("A", count: 2))
    #expect(report.faults[1].codes == ["A", "A"])
  }

  @Test func `too small to matter are borders that do not match`() {
    // A millimetre of overlap along 5 m is 0.005 m².
    let report = BoundaryCheck().report(on: [
      .rectangle("A", 0...5.001, 0...5), .rectangle("B", 5...10, 0...5),
    ])
    #expect(report.isValidCoverage == false)
    #expect(report.kinds == [.unmatchedBorder])
    let strict = BoundaryCheck(thresholds: .init(leastArea: 0)).report(on: [
      .rectangle("A", 0...5.001, 0...5), .rectangle("B", 5...10, 0...5),
    ])
    #expect(strict.kinds == [.overlap])
  }
}

@Suite struct `Valid coverages` {
  private func verdict(_ areas: BoundaryCheck.Subject...) -> Bool? {
    BoundaryCheck().report(on: areas).isValidCoverage
  }

  @Test func `have the same corners on both sides of a border`() {
    let west = BoundaryCheck.Subject.rectangle("A", 0...10, 0...10)
    #expect(verdict(west, .rectangle("B", 10...20, 0...10)) == true)
    // The east has a corner that the west lacks, though nothing overlaps.
    let east = BoundaryCheck.Subject("B", (10, 0), (20, 0), (20, 10), (10, 10), (10, 4))
    let report = BoundaryCheck().report(on: [west, east])
    #expect(report.isValidCoverage == false)
    #expect(
      report.faults == [.unmatchedBorder("A", "B", places: 1, first: Coordinate(x: 10, y: 4))])
    // One long edge, two short ones.
    #expect(verdict(west, .rectangle("B", 10...20, 0...5)) == false)
  }

  @Test func `may touch at a corner, have holes and islands, and be apart`() {
    #expect(
      verdict(.rectangle("A", 0...10, 0...10), .rectangle("B", 10...20, 10...20)) == true)
    #expect(verdict(.rectangle("A", 0...10, 0...10), .rectangle("B", 30...40, 0...10)) == true)
    let ring = BoundaryCheck.Subject(
      code: "A", name: "",
      parts: [[square(0, 10), square(4, 6)]])
    #expect(verdict(ring, .rectangle("B", 4...6, 4...6)) == true)
    // The island is smaller than the hole.
    #expect(verdict(ring, .rectangle("B", 4.5...5.5, 4.5...5.5)) == true)
    // And larger.
    #expect(verdict(ring, .rectangle("B", 3.5...5.5, 4.5...5.5)) == false)
  }

  @Test func `may touch an area where it touches itself`() {
    // A's hole is a triangle that touches its border at the corner (0, 5); B fills the hole, C
    // lies to the west of the corner.
    let border = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 5)].map(Coordinate.init)
    let hole = [(0, 5), (4, 7), (4, 3)].map(Coordinate.init)
    let a = BoundaryCheck.Subject(code: "A", name: "", parts: [[border, hole]])
    let b = BoundaryCheck.Subject("B", (0, 5), (4, 7), (4, 3))
    let c = BoundaryCheck.Subject("C", (0, 5), (-4, 7), (-4, 3))
    #expect(verdict(a, b, c) == true)
    // D begins in the hole at the same corner, but leaves it.
    #expect(verdict(a, BoundaryCheck.Subject("D", (0, 5), (4, 7), (4, 8))) == false)
  }

  @Test func `are judged with shapes mended that are not valid`() {
    // The bow-tie's halves meet at (5, 5); the triangle fills the notch between them.
    let bowTie = BoundaryCheck.Subject("A", (0, 0), (10, 10), (10, 0), (0, 10))
    let report = BoundaryCheck().report(on: [
      bowTie, BoundaryCheck.Subject("B", (0, 0), (10, 0), (5, 5)),
    ])
    #expect(report.isValidCoverage == true)
    #expect(report.kinds == [.invalidShape])
  }

  @Test func `are not vouched for when a shape is left out`() {
    let report = BoundaryCheck().report(on: [
      .rectangle("A", 0...10, 0...10),
      BoundaryCheck.Subject(code: "B", name: "", parts: [[square(0, 1e12)]]),
    ])
    #expect(report.isValidCoverage == nil)
    #expect(report.kinds == [.tooFarOut])
  }

  private func square(_ low: Double, _ high: Double) -> [Coordinate] {
    [(low, low), (high, low), (high, high), (low, high)].map(Coordinate.init)
  }
}
