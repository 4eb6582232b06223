import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Coverage of places` {
  /// Four places and three organisations; X and Y share a host.
  ///
  ///     place   people   reached by
  ///     a       10       X Y Z
  ///     b       20       X Y
  ///     c       40       Z
  ///     d       80       nobody
  private func coverage(supports: [Bool] = [true, true, true]) -> Coverage {
    Coverage(
      reach: ReachMatrix(weights: [[1, 0.5, 0.1], [0.2, 1, 0], [0, 0, 0.01], [0, 0, 0]]),
      people: [10, 20, 40, 80], groups: ["host", "host", "Z"], supports: supports)
  }

  @Test func `counts the organisations that reach a place, whatever their weight`() {
    #expect(coverage().organisations == [3, 2, 1, 0])
  }

  @Test func `counts organisations of one group once`() {
    #expect(coverage().independent == [2, 1, 1, 0])
  }

  @Test func `names the only organisation that reaches a place`() {
    // At b there are two of one group: together independent of nobody, but none is alone.
    #expect(coverage().sole == [nil, nil, 2, nil])
  }

  @Test func `adds up the residents that an organisation reaches`() {
    #expect(coverage().peopleReached == [30, 30, 50])
  }

  @Test func `adds up the residents that only one organisation reaches`() {
    #expect(coverage().peopleLostIfClosed == [0, 0, 40])
  }

  @Test func `adds up the residents whom at least so many reach`() {
    let coverage = coverage()
    #expect((0...4).map(coverage.people(reachedByAtLeast:)) == [150, 70, 30, 10, 0])
  }

  @Test func `leaves out organisations that give no support`() {
    let coverage = coverage(supports: [true, false, true])
    #expect(coverage.organisations == [2, 1, 1, 0])
    #expect(coverage.sole == [nil, 0, 2, nil])
    #expect(coverage.peopleReached == [30, 0, 50])
    #expect(coverage.peopleLostIfClosed == [20, 0, 40])
  }

  @Test func `counts places without residents but no people in them`() {
    let coverage = Coverage(
      reach: ReachMatrix(weights: [[1], [1]]), people: [0, 5], groups: ["X"], supports: [true])
    #expect(coverage.organisations == [1, 1])
    #expect(coverage.peopleReached == [5])
    #expect(coverage.people(reachedByAtLeast: 1) == 5)
  }
}

@Suite struct `Laws of coverage` {
  private func coverage(_ town: RandomTown, without closed: Int? = nil) -> Coverage {
    Coverage(
      reach: town.reach, people: town.people,
      groups: town.capacities.indices.map { "group \($0 % 3)" },
      supports: town.capacities.indices.map { $0 != closed })
  }

  @Test(arguments: UInt64(0)..<50)
  func `the people lost are those fewer who are reached after a closure`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    let before = coverage(town)
    for organisation in town.capacities.indices {
      let drop =
        before.people(reachedByAtLeast: 1)
        - coverage(town, without: organisation).people(reachedByAtLeast: 1)
      #expect(before.peopleLostIfClosed[organisation] == drop)
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `people counted by organisation or by place are the same`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    let coverage = coverage(town)
    let byPlace = zip(coverage.organisations, town.people).reduce(0) { $0 + Double($1.0) * $1.1 }
    #expect(coverage.peopleReached.reduce(0, +) == byPlace)
    // Σ_k≥1 people(≥ k) counts everybody as often as they are reached.
    let byDepth = (1...12).reduce(0) { $0 + coverage.people(reachedByAtLeast: $1) }
    #expect(byDepth == byPlace)
  }

  @Test(arguments: UInt64(0)..<50)
  func `independent sources are never more than organisations, nor fewer than one of them`(
    seed: UInt64
  ) {
    let coverage = coverage(RandomTown(seed: seed))
    for (independent, all) in zip(coverage.independent, coverage.organisations) {
      #expect((min(all, 1)...min(all, 3)).contains(independent))
    }
  }
}
