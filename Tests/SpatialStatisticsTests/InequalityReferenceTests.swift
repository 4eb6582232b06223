import SpatialStatistics
import TestSupport
import Testing

/// PySAL's inequality measures of places, and of people by repeating each value once per resident.
@Suite(.enabled(if: ReferenceCases.exist)) struct `Inequality in the reference town` {
  /// A row of the reference: which access measure, counted over whom.
  private struct Case {
    let row: PlainTable.Row
    let distribution: Distribution
    let boroughs: [String]

    init(_ row: PlainTable.Row) throws {
      self.row = row
      let measure = try row.text("measure")
      let weighting = try row.text("weighting")
      let town = try ReferenceCases.town()
      let access = try PlainTable(path: ReferenceCases.path("access/fca.csv")).rows
        .map { try $0.number(measure) }
      // The peer leaves out places with infinite access, where only nobody is in reach, and keeps
      // those without any as 0.
      let values = access.map { $0.isNaN ? 0 : $0 }
      let places = values.indices.filter { place in
        values[place].isFinite && (weighting != "places_positive" || values[place] > 0)
      }
      distribution = try Distribution(
        of: places.map { values[$0] },
        weights: places.map { weighting == "people" ? town.places[$0].people : 1 })
      boroughs = places.map { town.places[$0].borough }
    }

    func number(_ column: String) throws -> Double { try row.number(column) }
  }

  private static func cases() throws -> [Case] {
    try PlainTable(path: ReferenceCases.path("inequality/inequality.csv")).rows.map(Case.init)
  }

  @Test func `counts the same people`() throws {
    for entry in try Self.cases() {
      #expect(try entry.distribution.people == entry.number("n"))
    }
  }

  @Test func `has the Gini index of the peer`() throws {
    for entry in try Self.cases() {
      let gini = try #require(entry.distribution.gini.value)
      #expect(try gini.isWithin(1e-9, of: entry.number("gini")))
    }
  }

  @Test func `has the Theil index of the peer, whole and in parts`() throws {
    for entry in try Self.cases() {
      let split = try #require(entry.distribution.theil(within: entry.boroughs))
      #expect(try split.total.isWithin(1e-9, of: entry.number("theil_T")))
      #expect(try split.between.isWithin(1e-9, of: entry.number("theil_between_borough")))
      #expect(try split.within.isWithin(1e-9, of: entry.number("theil_within_borough")))
    }
  }

  // The peer takes no zeros; by definition the index is 1 there for an aversion of 1.
  @Test func `has the Atkinson index of the peer where nobody has nothing`() throws {
    for entry in try Self.cases() {
      let half = try #require(entry.distribution.atkinson(aversion: 0.5).value)
      let one = try #require(entry.distribution.atkinson(aversion: 1).value)
      if try entry.number("n_zero") > 0 {
        #expect(half < 1)
        #expect(one == 1)
      } else {
        #expect(try half.isWithin(1e-9, of: entry.number("atkinson_05")))
        #expect(try one.isWithin(1e-9, of: entry.number("atkinson_1")))
      }
    }
  }
}

/// The measures of ipeaGIT's accessibility package, of the people in inhabited places.
@Suite(.enabled(if: ReferenceCases.exist)) struct `Equity in the reference town` {
  private let distribution: Distribution
  private let access: [Double]
  private let people: [Double]
  private let boroughs: [String]
  /// Ranks that differ everywhere, and ranks in ten steps; higher for less need.
  private let unique: [Double]
  private let deciles: [Double]
  private let peer: [String: Double]

  init() throws {
    let demand = try PlainTable(path: ReferenceCases.path("inputs/demand.csv")).rows
    let rows = Dictionary(uniqueKeysWithValues: try demand.map { (try $0.text("id"), $0) })
    let table = try PlainTable(path: ReferenceCases.path("accessibility_r/competition.csv")).rows
    let places = try table.map { try #require(rows[$0.text("id")]) }
    access = try table.map { try $0.number("twosfca_binary_3000") }
    people = try places.map { try $0.number("pop") }
    boroughs = try places.map { try $0.text("borough") }
    unique = try places.map { try 1 - $0.number("need") - $0.number("id") * 1e-9 }
    deciles = try places.map { try 11 - $0.number("need_decile") }
    distribution = try Distribution(of: access, weights: people)
    let equity = try PlainTable(path: ReferenceCases.path("accessibility_r/equity.csv")).rows
    peer = Dictionary(
      uniqueKeysWithValues: try equity.map { (try $0.text("measure"), try $0.number("value")) })
  }

  private func peer(_ measure: String) throws -> Double { try #require(peer[measure]) }

  @Test func `has the Gini index of the peer`() throws {
    #expect(try #require(distribution.gini.value).isWithin(1e-9, of: peer("gini_people")))
  }

  @Test func `has the concentration indices of the peer where no ranks are tied`() throws {
    let standard = try #require(try distribution.concentrationIndex(rankedBy: unique).value)
    #expect(try standard.isWithin(1e-9, of: peer("concentration_standard_unique_rank")))
    let corrected = try #require(try distribution.erreygersIndex(rankedBy: unique).value)
    #expect(try corrected.isWithin(1e-9, of: peer("concentration_erreygers_unique_rank")))
  }

  // Without a rule for ties the peer ranks those in one decile by their rows, so its index depends
  // on the order of rows. The least and the greatest index that any order can give are those with
  // the people of each decile in the order of their access, descending and ascending; the mid-rank
  // is the mean of any order and its reverse, of these two in particular.
  @Test func `lies midway between opposite orders of tied rows`() throws {
    func concentration(tiesBy order: [Double]) throws -> Double {
      let ranks = Dictionary(
        uniqueKeysWithValues: order.indices
          .sorted { (deciles[$0], order[$0], $0) < (deciles[$1], order[$1], $1) }
          .enumerated().map { ($1, Double($0)) })
      return try #require(
        try distribution.concentrationIndex(rankedBy: order.indices.map { ranks[$0] ?? 0 }).value)
    }
    let index = try #require(try distribution.concentrationIndex(rankedBy: deciles).value)
    let rows = access.indices.map(Double.init)
    let (byRow, byRowReversed) = (
      try concentration(tiesBy: rows), try concentration(tiesBy: rows.map { -$0 })
    )
    #expect(try byRow.isWithin(1e-9, of: peer("concentration_standard_decile_rows_by_id")))
    #expect(index.agrees(with: (byRow + byRowReversed) / 2))
    let least = try concentration(tiesBy: access.map { -$0 })
    #expect(try least.isWithin(1e-9, of: peer("concentration_standard_decile_rows_by_access_desc")))
    let greatest = try concentration(tiesBy: access)
    #expect(least < index && index < greatest)
  }

  @Test func `has the Theil index of the peer where all have something`() throws {
    let served = access.indices.filter { access[$0] > 0 }
    let positive = try Distribution(
      of: served.map { access[$0] }, weights: served.map { people[$0] })
    let split = try #require(positive.theil(within: served.map { boroughs[$0] }))
    #expect(try split.total.isWithin(1e-9, of: peer("theil_people_positive_only")))
    #expect(
      try split.between.isWithin(1e-9, of: peer("theil_borough_positive_only_between_group")))
    #expect(try split.within.isWithin(1e-9, of: peer("theil_borough_positive_only_within_group")))
  }

  // The peer drops those who have nothing, but keeps the mean of all: its weights are shares of
  // the people served instead of shares of all.
  @Test func `counts those who have nothing in the Theil index`() throws {
    let served = access.indices.filter { access[$0] > 0 }.reduce(0) { $0 + people[$1] }
    let theil = try #require(distribution.theil.value)
    let renormalised = theil * distribution.people / served
    #expect(try renormalised.isWithin(1e-9, of: peer("theil_people_with_zeros_peer")))
  }

  @Test func `has the poverty of the peer`() throws {
    let poverty = try #require(distribution.poverty(below: peer("fgt_line")))
    #expect(try poverty.headcount.isWithin(1e-9, of: peer("fgt0")))
    #expect(try poverty.depth.isWithin(1e-9, of: peer("fgt1")))
    #expect(try poverty.severity.isWithin(1e-9, of: peer("fgt2")))
  }

  // The peer takes places whole. With more and more of the place on the line the mean of those on
  // one side moves from that without it to that with it, so the split ratio lies between ratios of
  // whole places, and the peer's is one of these.
  @Test func `has a Palma ratio between those of whole places`() throws {
    let order = unique.indices.sorted { unique[$0] < unique[$1] }
    /// The means without and with the place on the line of a share.
    func means(ofFirst share: Double, in order: [Int]) -> [Double] {
      var (counted, sum) = (0.0, 0.0)
      for place in order {
        let next = (counted + people[place], sum + people[place] * access[place])
        if next.0 >= share * distribution.people { return [sum / counted, next.1 / next.0] }
        (counted, sum) = next
      }
      return []
    }
    let worst = means(ofFirst: 0.4, in: order)
    let best = means(ofFirst: 0.1, in: order.reversed())
    let ratios = best.flatMap { best in worst.map { best / $0 } }.sorted()
    let ratio = try #require(try distribution.palmaRatio(rankedBy: unique).value)
    #expect(ratio >= ratios[0] && ratio <= ratios[3])
    let whole = try peer("palma_unique_rank")
    #expect(ratios.contains { $0.isWithin(1e-9, of: whole) })
  }
}

extension Double {
  /// Whether the number differs from another by no more than a part of that.
  fileprivate func isWithin(_ tolerance: Double, of other: Double) -> Bool {
    abs(self - other) <= tolerance * abs(other)
  }
}
