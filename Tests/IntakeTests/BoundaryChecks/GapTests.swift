import Intake
import Places
import SimpleFeatures
import Testing

@Suite struct `Gaps between areas` {
  /// Squares of side 10, but the middle one of nine.
  private static let around: [BoundaryCheck.Subject] = (0..<9).filter { $0 != 4 }.map { number in
    let (x, y) = (Double(number % 3) * 10, Double(number / 3) * 10)
    return .rectangle(AreaCode("\(number)"), x...x + 10, y...y + 10)
  }

  @Test func `that are enclosed are measured, and bounded by those beside them`() throws {
    let report = BoundaryCheck().report(on: Self.around)
    #expect(report.isValidCoverage == true)
    #expect(report.kinds == [.gap])
    let fault = try #require(report.faults.first)
    // The four squares at the corners only touch it.
    #expect(fault.codes == ["1", "3", "5", "7"])
    #expect(fault.patch?.area == 100)
    #expect(fault.patch?.width.metres == 2 * 100 / 40.0)
    #expect(fault.position == Coordinate(x: 15, y: 15))
  }

  @Test func `in one area are its holes`() throws {
    let ring = [(0, 0), (30, 0), (30, 30), (0, 30)].map(Coordinate.init)
    let hole = [(10, 10), (20, 10), (20, 20), (10, 20)].map(Coordinate.init)
    let area = BoundaryCheck.Subject(code: "A", name: "", parts: [[ring, hole]])
    let report = BoundaryCheck().report(on: [area])
    #expect(report.kinds == [.hole])
    #expect(report.faults[0].patch?.area == 100)
    // Half of it is filled.
    let half = BoundaryCheck().report(on: [area, .rectangle("B", 10...20, 10...15)])
    #expect(half.kinds == [.gap, .unmatchedBorder])
    #expect(half.faults[0].codes == ["A", "B"])
    #expect(half.faults[0].patch?.area == 50)
  }

  @Test func `between parts of one area that touch are holes`() {
    // A U, and a bar across its opening whose corners lie on the U's edges.
    let u: [(Double, Double)] = [
      (0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 10), (0, 10),
    ]
    let bar: [(Double, Double)] = [(2, 6), (5, 5), (8, 6), (5, 9)]
    let area = BoundaryCheck.Subject(
      code: "A", name: "", parts: [[u.map(Coordinate.init)], [bar.map(Coordinate.init)]])
    let report = BoundaryCheck().report(on: [area])
    #expect(report.isValidCoverage == true)
    #expect(report.kinds == [.hole, .tinyPart])
    // 6 by 4 m less the triangle of 6 by 1 m that hangs into them.
    #expect(report.faults[0].patch?.area == 21)
  }

  @Test func `around an island exclude the island`() {
    let ring = [(0, 0), (30, 0), (30, 30), (0, 30)].map(Coordinate.init)
    let hole = [(10, 10), (20, 10), (20, 20), (10, 20)].map(Coordinate.init)
    let report = BoundaryCheck().report(on: [
      BoundaryCheck.Subject(code: "A", name: "", parts: [[ring, hole]]),
      .rectangle("B", 14...16, 14...16),
    ])
    #expect(report.kinds == [.gap])
    #expect(report.faults[0].codes == ["A", "B"])
    #expect(report.faults[0].patch?.area == 96)
  }

  @Test func `are found beside overlaps`() {
    // B leans over A below and away from it above: a gap and an overlap of 10 m² each, closed at
    // the top by C.
    let areas: [BoundaryCheck.Subject] = [
      .rectangle("A", 0...10, 0...20),
      BoundaryCheck.Subject("B", (8, 0), (20, 0), (20, 20), (12, 20)),
      .rectangle("C", 0...20, 20...30),
    ]
    let report = BoundaryCheck().report(on: areas)
    // The border of B crosses x = 10 at half its height.
    #expect(report.words(of: .overlap) == ["A and B overlap, 10 m², 0.9 m wide, at (9.5, 5)"])
    #expect(report.faults.first { $0.kind == .gap }?.codes == ["A", "B", "C"])
    #expect(report.faults.first { $0.kind == .gap }?.patch?.area == 10)
  }

  @Test func `that are open and narrow are measured along the border`() throws {
    let areas: [BoundaryCheck.Subject] = [
      .rectangle("A", 0...10, 0...10), .rectangle("B", 10.5...20, 0...10),
    ]
    let report = BoundaryCheck().report(on: areas)
    #expect(report.isValidCoverage == true)
    #expect(report.kinds == [.openGap])
    guard case .openGap(_, _, let length, let patch)? = report.faults.first else { return }
    #expect(length.metres == 10)
    #expect(patch.area == 5)
    #expect(patch.width.metres == 0.5)
    #expect(patch.position == Coordinate(x: 10.25, y: 5))
    let narrow = BoundaryCheck(thresholds: .init(openGapWidth: .metres(0.4)))
    #expect(narrow.report(on: areas).faults == [])
  }

  @Test func `that widen are measured as far as they are narrow`() {
    // From 0 to 2 m over 40 m: the 20 m up to a width of 1 m, 10 m² of them.
    let report = BoundaryCheck().report(on: [
      .rectangle("A", 0...10, 0...40),
      BoundaryCheck.Subject("B", (10, 0), (20, 0), (20, 40), (12, 40)),
    ])
    #expect(report.kinds == [.openGap])
    guard case .openGap(_, _, let length, let patch)? = report.faults.first else { return }
    #expect(abs(length.metres - 20) < 1e-9)
    #expect(abs(patch.area - 10) < 1e-9)
  }

  @Test func `are not seen at corners, across areas or behind them`() {
    // Borders that part at a right angle, at 45°, and a thin area between two others.
    let apart = BoundaryCheck().report(on: [
      .rectangle("A", 0...10, 0...10), .rectangle("B", 10...20, 10...20),
      BoundaryCheck.Subject("C", (10, 10), (10, 20), (0, 20)),
    ])
    #expect(apart.faults == [])
    let thin = BoundaryCheck(thresholds: .init(sliverWidth: .metres(0))).report(on: [
      .rectangle("A", 0...10, 0...10), .rectangle("B", 10...10.5, 0...10),
      .rectangle("C", 10.5...20, 0...10),
    ])
    #expect(thin.faults == [])
  }

  @Test func `that are enclosed are not open as well`() {
    // A slit of 10 by 0.5 m, closed at both ends.
    let report = BoundaryCheck().report(on: [
      BoundaryCheck.Subject("A", (0, 0), (20, 0), (20, 10), (15, 10), (5, 10), (0, 10)),
      BoundaryCheck.Subject(
        "B", (0, 10), (5, 10), (5, 10.5), (15, 10.5), (15, 10), (20, 10), (20, 20), (0, 20)),
    ])
    #expect(report.kinds == [.gap])
    #expect(report.faults[0].patch?.area == 5)
  }

  @Test func `smaller than the least area are counted`() {
    let report = BoundaryCheck(thresholds: .init(leastArea: 100)).report(on: Self.around)
    #expect(report.faults == [])
    #expect(report.negligibleGaps == 1)
  }
}
