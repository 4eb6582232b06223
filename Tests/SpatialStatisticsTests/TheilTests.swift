import Foundation
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `The Theil index` {
  // Relative to the mean of 1½ the four have 0, 0, 4/3 and 8/3, and 0 ln 0 = 0.
  @Test func `keeps those who have nothing`() throws {
    let distribution = try Distribution(of: [0, 0, 2, 4], weights: [10, 10, 10, 10])
    let expected = (4.0 / 3 * log(4.0 / 3) + 8.0 / 3 * log(8.0 / 3)) / 4
    #expect(try #require(distribution.theil.value).agrees(with: expected, within: 1e-15))
  }

  @Test(arguments: [2, 5, 1000])
  func `is ln n where one of n people has everything`(count: Int) throws {
    let distribution = try Distribution(of: [7, 0], weights: [1, Double(count - 1)])
    #expect(try #require(distribution.theil.value).agrees(with: log(Double(count))))
  }

  // Groups have means 0 and 3 around 1½: all of the first's share is nothing, so between groups
  // ½·2 ln 2; within the second 2/3 and 4/3 of the mean.
  @Test func `is split into parts between and within groups`() throws {
    let distribution = try Distribution(of: [0, 2, 0, 4], weights: [10, 10, 10, 10])
    let split = try #require(distribution.theil(within: ["a", "b", "a", "b"]))
    let second = (2.0 / 3 * log(2.0 / 3) + 4.0 / 3 * log(4.0 / 3)) / 2
    #expect(split.between.agrees(with: log(2)))
    #expect(split.within.agrees(with: second))
    #expect(split.groups.map(\.label) == ["a", "b"])
    #expect(split.groups.map(\.people) == [0.5, 0.5])
    #expect(split.groups.map(\.amount) == [0, 1])
    #expect(split.groups[0].theil == .undefined(.nothingToShare))
    #expect(try #require(split.groups[1].theil.value).agrees(with: second))
  }

  @Test func `knows only groups with people in them`() throws {
    let distribution = try Distribution(of: [1, 2, 3], weights: [1, 0, 1])
    let split = try #require(distribution.theil(within: [3, 2, 1]))
    #expect(split.groups.map(\.label) == [1, 3])
  }

  @Test(arguments: UInt64(0)..<20)
  func `is the sum of its parts`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(200, using: &random)
    let distribution = try table.distribution()
    let total = try #require(distribution.theil.value)
    let split = try #require(distribution.theil(within: table.labels))
    #expect(split.total == total)
    #expect((split.between + split.within).agrees(with: total))
    #expect(split.between >= 0 && split.within >= 0)
    #expect(split.groups.reduce(0) { $0 + $1.people }.agrees(with: 1))
    #expect(split.groups.reduce(0) { $0 + $1.amount }.agrees(with: 1))
    for group in split.groups {
      let rows = table.labels.indices.filter { table.labels[$0] == group.label }
      let alone = try Distribution(
        of: rows.map { table.values[$0] }, weights: rows.map { table.weights[$0] })
      #expect(try #require(group.theil.value).agrees(with: #require(alone.theil.value)))
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `lies within one group, and between groups of people alike`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(100, using: &random)
    let distribution = try table.distribution()
    let total = try #require(distribution.theil.value)
    let one = try #require(distribution.theil(within: table.labels.map { _ in 0 }))
    #expect(one.between == 0)
    #expect(one.within.agrees(with: total))
    let alike = try #require(distribution.theil(within: table.values))
    #expect(alike.within >= 0 && alike.within.agrees(with: 0))
    #expect(alike.groups.allSatisfy { ($0.theil.value ?? 0) >= 0 })
    #expect(alike.between.agrees(with: total))
  }
}
