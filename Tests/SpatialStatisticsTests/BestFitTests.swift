import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Best fit of sources to targets` {
  private func bestFit(_ sizes: [[Double]]) throws -> BestFit {
    let overlaps = sizes.enumerated().flatMap { source, row in
      row.enumerated().map { Crosswalk.Overlap(source: source, target: $0, size: $1) }
    }
    return BestFit(
      try Crosswalk(
        overlaps: overlaps, sourceAreas: sizes.map { _ in 10 },
        targetAreas: sizes[0].map { _ in 100 }))
  }

  @Test func `chooses the target with the largest share`() throws {
    let fit = try bestFit([[2, 8, 0], [0, 0, 0], [1, 2, 3]])
    #expect(fit.targets == [1, nil, 2])
    #expect(fit.assignments.map { $0?.weight } == [0.8, nil, 0.3])
    #expect(fit.assignments.allSatisfy { $0?.tied.isEmpty ?? true })
  }

  @Test func `gives a tie to the lowest index and names the others`() throws {
    let fit = try bestFit([[1, 4, 1, 4], [5, 5, 0, 0], [2.5, 2.5, 2.5, 2.5]])
    #expect(fit.targets == [1, 0, 0])
    #expect(fit.assignments.map { $0?.tied } == [[3], [1], [1, 2, 3]])
  }

  @Test func `does not let rounding choose`() throws {
    let fit = try bestFit([[5 - 1e-12, 5 + 1e-12], [4.9, 5.1]])
    #expect(fit.targets == [0, 1])
    #expect(fit.assignments.map { $0?.tied } == [[1], []])
  }

  @Test func `publishes every share, chosen or not`() throws {
    let fit = try bestFit([[2, 8, 0], [0, 0, 0], [1, 2, 3]])
    #expect(fit.weights.map(\.source) == [0, 0, 2, 2, 2])
    #expect(fit.weights.map(\.target) == [0, 1, 0, 1, 2])
    #expect(fit.weights.map(\.weight) == [0.2, 0.8, 0.1, 0.2, 0.3])
  }

  @Test func `by people ignores how large the ground is`() throws {
    // Nine tenths of the people live in target 1.
    let fit = BestFit(
      try Crosswalk(
        people: [90, 4, 6], sources: [0, 0, 0], targets: [1, 0, 0], sourceCount: 1,
        targetCount: 2))
    #expect(fit.targets == [1])
    #expect(fit.assignments[0]?.weight == 0.9)
  }
}
