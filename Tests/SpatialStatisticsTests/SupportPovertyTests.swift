import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Support poverty` {
  // Of ten people two have 0, three have 1, one 2 and four 4. Below a line of 2 the lacks are 1 and
  // ½, so the depth is (2·1 + 3·½) ∕ 10 and the severity (2·1 + 3·¼) ∕ 10.
  @Test func `counts people below the line, what they lack, and its square`() throws {
    let distribution = try Distribution(of: [4, 1, 0, 2], weights: [4, 3, 2, 1])
    let poverty = try #require(distribution.poverty(below: 2))
    #expect(poverty.line == 2)
    #expect(poverty.headcount == 0.5)
    #expect(poverty.depth.agrees(with: 0.35))
    #expect(poverty.severity.agrees(with: 0.275))
  }

  // Six persons and a line of 1100, from J. Foster, S. Seth, M. Lokshin, Z. Sajaia, "A Unified
  // Approach to Measuring Poverty and Inequality", World Bank 2013, example 2.9.
  @Test func `is the mean of the poverty of groups, by people`() throws {
    let first = try Distribution(of: [80, 100, 50_000], weights: [1, 1, 1])
    let second = try Distribution(of: [800, 1000, 70_000], weights: [1, 1, 1])
    let all = try Distribution(
      of: [80, 100, 800, 1000, 50_000, 70_000], weights: Array(repeating: 1, count: 6))
    let parts = try [first, second].map { try #require($0.poverty(below: 1100)) }
    let whole = try #require(all.poverty(below: 1100))
    for measure in [\SupportPoverty.headcount, \.depth, \.severity] {
      #expect(
        whole[keyPath: measure].agrees(
          with: (parts[0][keyPath: measure] + parts[1][keyPath: measure]) / 2))
    }
    #expect(whole.headcount.agrees(with: 4.0 / 6))
    let lack: Double = 1020 + 1000 + 300 + 100
    #expect(whole.depth.agrees(with: lack / 1100 / 6))
  }

  @Test func `has nobody below a line of 0 and all below one beyond reach`() throws {
    let distribution = try Distribution(of: [0, 3], weights: [1, 2])
    #expect(distribution.poverty(below: 0) == nil)
    #expect(distribution.poverty(below: 1e9)?.headcount == 1)
    // On the line is not below it.
    #expect(try Distribution(of: [3], weights: [2]).poverty(below: 3)?.headcount == 0)
  }

  @Test(arguments: UInt64(0)..<20)
  func `grows with the line and shrinks with support`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var table = RandomDistribution(100, using: &random)
    let lines = stride(from: 0.1, through: 4, by: 0.3)
    let poverties = try lines.map { try #require(table.distribution().poverty(below: $0)) }
    for (lower, upper) in zip(poverties, poverties.dropFirst()) {
      #expect(lower.headcount <= upper.headcount)
      #expect(lower.depth <= upper.depth)
      #expect(lower.severity <= upper.severity)
    }
    for poverty in poverties {
      #expect(poverty.headcount <= 1)
      #expect(poverty.depth <= poverty.headcount)
      #expect(poverty.severity <= poverty.depth)
    }
    // One place gets a little more, though not out of poverty: the deeper measures see it.
    let poorest = try #require(
      table.values.indices.filter { table.weights[$0] > 0 }.min {
        table.values[$0] < table.values[$1]
      })
    let before = try #require(table.distribution().poverty(below: 3))
    table.values[poorest] += 0.5
    let after = try #require(table.distribution().poverty(below: 3))
    #expect(after.headcount == before.headcount)
    #expect(after.depth < before.depth)
    #expect(after.severity < before.severity)
  }
}
