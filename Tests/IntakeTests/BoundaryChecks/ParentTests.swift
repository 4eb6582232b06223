import Intake
import Places
import SimpleFeatures
import Testing

@Suite struct `Areas and those above them` {
  private static let borough = BoundaryCheck.Subject.rectangle("P", 0...100, 0...100)

  private func faults(
    _ areas: [BoundaryCheck.Subject], _ parents: [BoundaryCheck.Subject] = [Self.borough]
  ) -> [BoundaryFault] {
    BoundaryCheck().report(on: areas, within: parents).faults
  }

  @Test func `fit without a fault`() {
    #expect(
      faults([
        .rectangle("A", 0...50, 0...100, parent: "P"),
        .rectangle("B", 50...100, 0...100, parent: "P"),
      ]) == [])
  }

  @Test func `are compared only if there is a level above`() {
    let report = BoundaryCheck().report(on: [.rectangle("A", 0...50, 0...100, parent: "Q")])
    #expect(report.faults == [])
  }

  @Test func `name a parent that is unknown`() {
    #expect(
      faults([
        .rectangle("A", 0...50, 0...100, parent: "P"),
        .rectangle("B", 50...100, 0...100, parent: "P"),
        .rectangle("C", 200...210, 0...10, parent: "Q"),
        .rectangle("D", 300...310, 0...10),
      ]) == [.unknownParent("C", parent: "Q")])
  }

  @Test func `measure what sticks out`() throws {
    // 3 m by 100 m of B's 53 by 100 m stick out.
    let found = faults([
      .rectangle("A", 0...50, 0...100, parent: "P"),
      .rectangle("B", 50...103, 0...100, parent: "P"),
    ])
    #expect(found.map(\.kind) == [.outsideParent])
    guard case .outsideParent("B", "P", let patch, let share)? = found.first else { return }
    #expect(patch.area == 300)
    #expect(share == 3 / 53.0)
    #expect(patch.width.metres == 2 * 300 / 206.0)
    #expect(patch.position == Coordinate(x: 101.5, y: 50))
  }

  @Test func `may stick out by little`() {
    // 0.9 m by 100 m are not 100 m²; 2 m by 100 m of 302 m are not 1 %.
    #expect(
      faults([
        .rectangle("A", 0...50, 0...100, parent: "P"),
        .rectangle("B", 50...100.9, 0...100, parent: "P"),
      ]) == [])
    #expect(
      faults(
        [.rectangle("B", 0...302, 0...100, parent: "P")], [.rectangle("P", 0...300, 0...100)]) == []
    )
  }

  @Test func `measure what is left out`() throws {
    let found = faults([
      .rectangle("A", 0...50, 0...100, parent: "P"), .rectangle("B", 50...90, 0...100, parent: "P"),
    ])
    #expect(found.map(\.kind) == [.uncoveredParent])
    guard case .uncoveredParent("P", let patch, let share)? = found.first else { return }
    #expect(patch.area == 1000)
    #expect(share == 0.1)
    #expect(patch.position == Coordinate(x: 95, y: 50))
  }

  @Test func `measure what is left out beside ground that is shared`() {
    // A and B share 10 by 100 m, as much as they leave out: their areas add up to that of P.
    let found = faults([
      .rectangle("A", 0...50, 0...100, parent: "P"), .rectangle("B", 40...90, 0...100, parent: "P"),
    ])
    #expect(found.map(\.kind) == [.overlap, .uncoveredParent])
    #expect(found[1].patch?.area == 1000)
  }

  @Test func `blame no area for a parent without a shape`() {
    let found = faults(
      [.rectangle("A", 0...100, 0...100, parent: "P")],
      [BoundaryCheck.Subject(code: "P", name: "", shape: nil)])
    #expect(found.map(\.kind) == [.notMeasured])
    #expect(found.map(\.codes) == [["P"]])
  }

  @Test func `find a parent without children`() {
    let found = faults(
      [.rectangle("A", 0...100, 0...100, parent: "P")],
      [Self.borough, .rectangle("Q", 100...200, 0...100)])
    #expect(found.map(\.codes) == [["Q"]])
    #expect(found[0].patch?.area == 10_000)
  }
}
