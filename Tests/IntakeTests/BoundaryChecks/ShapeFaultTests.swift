import Intake
import Places
import SimpleFeatures
import Testing

@Suite struct `Faults of single areas` {
  private func faults(_ areas: BoundaryCheck.Subject...) -> [BoundaryFault] {
    BoundaryCheck().report(on: areas).faults
  }

  @Test func `name an invalid shape with its place`() {
    #expect(
      faults(BoundaryCheck.Subject("A", (0, 0), (20, 20), (20, 0), (0, 20))) == [
        .invalidShape("A", reason: "Self-intersection", at: Coordinate(x: 10, y: 10))
      ])
  }

  @Test func `name a shape that is missing or empty`() {
    #expect(
      faults(
        BoundaryCheck.Subject(code: "B", name: "", shape: nil),
        BoundaryCheck.Subject(code: "A", name: "", parts: []))
        == [.missingShape("A"), .missingShape("B")])
  }

  @Test func `name rings that are none, and go on without them`() {
    let square = [(0, 0), (10, 0), (10, 10), (0, 10)].map(Coordinate.init)
    let line = [(4, 4), (5, 5), (4, 4)].map(Coordinate.init)
    let endless = [Coordinate(x: .infinity, y: 0)] + line
    let report = BoundaryCheck().report(on: [
      BoundaryCheck.Subject(code: "A", name: "", parts: [[square, line], [endless, square]])
    ])
    #expect(
      report.faults == [
        .unusableRing("A", ring: 1, reason: .tooFewCorners(2)),
        .unusableRing("A", ring: 2, reason: .notFinite(corner: 0)),
      ])
    #expect(report.isValidCoverage == nil)
  }

  @Test func `count repeated corners, but not the one that closes a ring`() {
    let area = BoundaryCheck.Subject(
      "A", (0, 0), (10, 0), (10, 0), (10, 10), (0, 10), (0, 10), (0, 10), (0, 0))
    #expect(faults(area) == [.repeatedCorners("A", count: 3, first: Coordinate(x: 10, y: 0))])
  }

  @Test func `measure slivers and tiny parts`() throws {
    func square(_ x: Double, _ width: Double, _ height: Double) -> [[Coordinate]] {
      [[(x, 0), (x + width, 0), (x + width, height), (x, height)].map(Coordinate.init)]
    }
    let area = BoundaryCheck.Subject(
      code: "A", name: "",
      parts: [square(0, 100, 100), square(200, 5, 5), square(300, 0.5, 100), square(400, 20, 20)])
    let found = faults(area)
    #expect(found.map(\.kind) == [.sliver, .tinyPart])
    // 0.5 by 100 m: 2 · 50 ∕ 201 wide.
    #expect(found[0].patch?.area == 50)
    #expect(found[0].patch?.width.metres == 100 / 201.0)
    guard case .tinyPart("A", let patch, let share) = found[1] else { return }
    #expect(patch.area == 25)
    #expect(patch.position == Coordinate(x: 202.5, y: 2.5))
    #expect(share == 25 / (10_000 + 25 + 50 + 400.0))
  }

  @Test func `find spikes but no notches`() {
    // Out 20 m from the top and back within 0.2 m: 0.57°.
    let spike = BoundaryCheck.Subject(
      "A", (0, 0), (100, 0), (100, 100), (50.1, 100), (50, 120), (49.9, 100), (0, 100))
    let found = faults(spike)
    #expect(found.map(\.kind) == [.spike])
    #expect(found[0].position == Coordinate(x: 50, y: 120))
    // As deep a cut from the top is a spike of nobody.
    let notch = BoundaryCheck.Subject(
      "A", (0, 0), (100, 0), (100, 100), (50.1, 100), (50, 80), (49.9, 100), (0, 100))
    #expect(faults(notch) == [])
  }

  @Test func `are listed kind by kind, and say what they are`() {
    let all: [BoundaryFault] = [
      .duplicateCode("A", count: 2),
      .uncoveredParent(
        "A", .init(area: 0.012, width: .metres(0.5), position: Coordinate(x: 1.25, y: 2)),
        share: 0.25),
      .gap(
        between: ["1", "2", "3", "4", "5", "6", "7"],
        .init(area: 12345.678, width: .metres(3), position: Coordinate(x: -1, y: 2))),
    ]
    #expect(
      all.map(\.description) == [
        "2 areas have the code A",
        "25 % of A is covered by no area below it, 0.012 m², 0.5 m wide, at (1.25, 2)",
        "there is a gap between 1, 2, 3, 4, 5, 2 more, 12345.68 m², 3 m wide, at (-1, 2)",
      ])
  }
}

@Suite struct `Repairs of areas` {
  @Test func `list what they change, the largest first`() throws {
    // A bow-tie of two triangles of 25, one way and the other: 0 before, 50 afterwards. A square
    // of 100 drawn with a loop of 1 outside that runs the other way: 99 before, 101 afterwards.
    let areas: [BoundaryCheck.Subject] = [
      BoundaryCheck.Subject("C", (0, 0), (10, 0), (10, 10), (11, 9), (11, 11), (10, 10), (0, 10)),
      .rectangle("B", 20...30, 0...10),
      BoundaryCheck.Subject("A", (40, 0), (50, 10), (50, 0), (40, 10)),
    ]
    let repairs = BoundaryCheck().repairs(of: areas)
    #expect(repairs.changes.map(\.code) == ["A", "C"])
    #expect(repairs.changes.map(\.areaBefore) == [0, 101])
    #expect(repairs.changes.map(\.areaAfter) == [50, 101])
    #expect(repairs.changes.map(\.areaChange) == [50, 0])
    #expect(repairs.failures == [])
    #expect(repairs.areas.map(\.code) == ["C", "B", "A"])
    #expect(repairs.areas[1] == areas[1])
    #expect(BoundaryCheck().report(on: repairs.areas).count(of: .invalidShape) == 0)
  }

  @Test func `leave a shape alone that crosses itself too often`() {
    // A star of 101 corners, each joined to that 50 places on, has thousands of crossings.
    let star = BoundaryCheck.Subject(code: "A", name: "", parts: [[Coordinate.star(101)]])
    let check = BoundaryCheck(limits: .init(crossings: 1000))
    let repairs = check.repairs(of: [star])
    #expect(repairs.areas == [star])
    #expect(repairs.failures.map(\.code) == ["A"])
    #expect(check.report(on: [star]).kinds == [.invalidShape, .notMeasured])
  }
}
