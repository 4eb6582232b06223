import Catchments
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Cost matrix` {
  private typealias Pair = CostMatrix.Pair

  private let pairs = [
    Pair(place: 2, site: 0, cost: 7), Pair(place: 0, site: 1, cost: 5),
    Pair(place: 0, site: 0, cost: 0), Pair(place: 2, site: 2, cost: 3),
    Pair(place: 2, site: 1, cost: 3),
  ]

  private func error(_ pairs: [Pair], places: Int = 3, sites: Int = 3) -> CostMatrixError? {
    do throws(CostMatrixError) {
      _ = try CostMatrix(pairs, placeCount: places, siteCount: sites)
      return nil
    } catch {
      return error
    }
  }

  @Test func `keeps the sites of each place in order`() throws {
    let costs = try CostMatrix(pairs, placeCount: 4, siteCount: 3)
    #expect(costs.table == [[0: 0, 1: 5], [:], [0: 7, 1: 3, 2: 3], [:]])
    #expect(costs[place: 2].map(\.site) == [0, 1, 2])
    #expect((costs.placeCount, costs.siteCount, costs.pairCount) == (4, 3, 5))
  }

  @Test(arguments: UInt64(0)..<20)
  func `does not depend on the order of the pairs`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pairs = (0..<20).flatMap { place in
      (0..<15).filter { _ in Bool.random(using: &random) }.map { site in
        Pair(place: place, site: site, cost: .random(in: 0...9, using: &random))
      }
    }
    let ordered = try CostMatrix(pairs, placeCount: 20, siteCount: 15)
    let shuffled = try CostMatrix(pairs.shuffled(using: &random), placeCount: 20, siteCount: 15)
    #expect(ordered.table == shuffled.table)
    for place in 0..<20 {
      let sites = shuffled[place: place].map(\.site)
      #expect(sites == sites.sorted())
    }
  }

  @Test func `may be empty`() throws {
    let costs = try CostMatrix([], placeCount: 2, siteCount: 0)
    #expect(costs.table == [[:], [:]])
    #expect(try CostMatrix([], placeCount: 0, siteCount: 0).pairCount == 0)
  }

  @Test(arguments: [-1.0, -.leastNonzeroMagnitude, .infinity])
  func `refuses costs that are negative or infinite, and says which`(cost: Double) {
    let wrong = pairs + [Pair(place: 1, site: 1, cost: cost)]
    #expect(error(wrong) == .invalidCost(index: 5, cost: cost))
  }

  @Test func `refuses a cost that is no number`() {
    guard
      case .invalidCost(index: 1, let cost) = error([
        Pair(place: 0, site: 0, cost: 1), Pair(place: 0, site: 1, cost: .nan),
      ])
    else {
      Issue.record("NaN was taken")
      return
    }
    #expect(cost.isNaN)
  }

  @Test(arguments: [(3, 0), (0, 3), (-1, 0), (0, -1), (.max, 0)])
  func `refuses a pair outside of it`(place: Int, site: Int) {
    #expect(error([Pair(place: place, site: site, cost: 1)]) == .unknownPair(index: 0))
  }

  @Test func `refuses a pair that is given twice, whatever its costs`() {
    let again = pairs + [Pair(place: 2, site: 1, cost: 4)]
    #expect(error(again) == .duplicatePair(place: 2, site: 1))
    #expect(error(again.reversed()) == .duplicatePair(place: 2, site: 1))
  }

  @Test func `of straight lines takes in the limit and leaves out sites without a position`() {
    // The triangles 3-4-5 and 7-24-25 in kilometres.
    let places = [SmallStudy.at(3000, 4000), SmallStudy.at(7000, 24_000), SmallStudy.at(0, 0)]
    let sites = [SmallStudy.at(0, 0), nil, SmallStudy.at(3000, 4001)]
    let costs = CostMatrix(from: places, to: sites, within: .kilometres(5))
    #expect(costs.table == [[0: 5000, 2: 1], [:], [0: 0]])
    #expect((costs.placeCount, costs.siteCount) == (3, 3))
    let wider = CostMatrix(from: places, to: sites, within: .kilometres(25))
    #expect(wider[place: 1].first { $0.site == 0 }?.value == 25_000)
  }
}

@Suite struct `Weight matrix` {
  /// Costs of two places to three sites: 0, 1000 and 3000; 1000 and 2000.
  private func costs() throws -> CostMatrix {
    try CostMatrix(
      [
        CostMatrix.Pair(place: 0, site: 0, cost: 0), CostMatrix.Pair(place: 0, site: 1, cost: 1000),
        CostMatrix.Pair(place: 0, site: 2, cost: 3000),
        CostMatrix.Pair(place: 1, site: 0, cost: 1000),
        CostMatrix.Pair(place: 1, site: 2, cost: 2000),
      ], placeCount: 3, siteCount: 3)
  }

  @Test func `weighs each cost by the decay and leaves out weights of 0`() throws {
    let weights = try costs().weights(.linear(limit: 2000))
    // At the limit itself the linear decay is 0.
    #expect(weights.table == [[0: 1, 1: 0.5], [0: 0.5], [:]])
    #expect((weights.placeCount, weights.siteCount, weights.pairCount) == (3, 3, 3))
    #expect(try costs().weights(.step(limit: 2000)).pairCount == 4)
  }

  @Test func `is summed over the places of each site and over the sites of each place`() throws {
    let weights = try costs().weights(.linear(limit: 2000))
    #expect(weights.columnSums(of: [100, 10, 1]) == [105, 50, 0])
    #expect(weights.rowSums(of: [8, 2, 1]) == [9, 4, 0])
  }

  @Test func `can be mapped pair by pair`() throws {
    let weights = try costs().weights(.linear(limit: 2000)).mapped { place, site, weight in
      Double(100 * place + 10 * site) + weight
    }
    #expect(weights.table == [[0: 1, 1: 10.5], [0: 100.5], [:]])
  }

  @Test func `has shares that add up to 1 in each place that is reached`() throws {
    let shares = try costs().weights(.linear(limit: 2000)).rowShares
    #expect(shares.table == [[0: 1 / 1.5, 1: 0.5 / 1.5], [0: 1], [:]])
  }

  @Test func `is multiplied pair by pair, leaving out what only one of two holds`() throws {
    let step = try costs().weights(.step(limit: 1000))
    let zones = try costs().weights(
      .zones([Decay.Zone(upTo: 500, weight: 1), Decay.Zone(upTo: 3000, weight: 0.25)]))
    let expected: [[Int: Double]] = [[0: 1, 1: 0.25], [0: 0.25], [:]]
    #expect(step.multiplied(by: zones).table == expected)
    #expect(zones.multiplied(by: step).table == expected)
  }

  @Test(arguments: UInt64(0)..<30)
  func `multiplies as tables do`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func matrix() throws -> WeightMatrix {
      let pairs = (0..<12).flatMap { place in
        (0..<9).filter { _ in Bool.random(using: &random) }.map { site in
          CostMatrix.Pair(place: place, site: site, cost: .random(in: 0...1, using: &random))
        }
      }
      return try CostMatrix(pairs, placeCount: 12, siteCount: 9).weights(.linear(limit: 1))
    }
    let (one, other) = (try matrix(), try matrix())
    let expected = zip(one.table, other.table).map { row, others in
      row.reduce(into: [Int: Double]()) { products, entry in
        if let weight = others[entry.key] { products[entry.key] = entry.value * weight }
      }
    }
    #expect(one.multiplied(by: other).table == expected)
  }
}

extension CostMatrix {
  /// The cost of each site, place by place.
  fileprivate var table: [[Int: Double]] { (0..<placeCount).map { self[place: $0].table } }
}

extension WeightMatrix {
  /// The weight of each site, place by place.
  fileprivate var table: [[Int: Double]] { (0..<placeCount).map { self[place: $0].table } }
}

extension PlaceRow {
  fileprivate var table: [Int: Double] {
    Dictionary(uniqueKeysWithValues: map { ($0.site, $0.value) })
  }
}
