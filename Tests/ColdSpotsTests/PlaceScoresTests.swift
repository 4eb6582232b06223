import AccessMeasures
import ColdSpots
import Places
import SimpleFeatures
import TestSupport
import Testing

/// A town along a road, whose scores are known by arithmetic.
///
/// X gives 30 units of advice within 2 km, Y 20 units of funds within 4 km, both declining in a
/// straight line. Advice weighs three times as much as funds.
///
///     place                  a      b      c      d
///     people               100    200    100      0
///     need index             1      3      2      3
///     weight of X            ½      ½      0      0
///     weight of Y            0      ¼      ½      ¾
///
/// X: 30 / (50 + 100) = 0.2 per weighted resident, Y: 20 / (50 + 50) = 0.2.
extension TownStudy {
  static func road() throws -> TownStudy {
    let town = GridTown("a X b c d Y")
    return TownStudy(
      places: [
        try town.place("a", people: 100, need: 1, ward: 0, borough: 0),
        try town.place("b", people: 200, need: 3, ward: 0, borough: 0),
        try town.place("c", people: 100, need: 2, ward: 1, borough: 0),
        try town.place("d", people: 0, need: 3, ward: 3, borough: 0),
      ],
      organisations: [
        .named("X", at: try town.position(of: "X"), capacity: 30, functions: [0]),
        .named(
          "Y", at: try town.position(of: "Y"), radius: .kilometres(4), capacity: 20,
          functions: [1]),
      ],
      functions: [.named("advice", weight: 3), .named("funds", weight: 1)],
      wards: ["W1", "W2", "W3", "W4"], boroughs: ["B1", "B2"],
      scoreRules: ScoreRules(declaredStandards: ["advice": 0.2]))
  }
}

@Suite struct `Place scores` {
  private func expect(_ found: [Double], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) { #expect(one.agrees(with: other)) }
  }

  @Test func `gives access to each function in capacity per resident`() throws {
    let access = try TownStudy.road().analysis().scores.access
    expect(access[0], [0.1, 0.1, 0, 0])
    expect(access[1], [0, 0.05, 0.1, 0.15])
  }

  @Test func `measures access by a declared standard, else by the median of those served`() throws {
    let scores = try TownStudy.road().analysis().scores
    // Funds: 200 people have 0.05, 100 have 0.1, nobody has 0.15; half of the 300 have 0.05.
    #expect(scores.standards.map(\.basis) == [.declared, .quantile(0.5)])
    expect(scores.standards.map(\.access), [0.2, 0.05])
    expect(scores.shortfalls[0], [0.5, 0.5, 1, 1])
    expect(scores.shortfalls[1], [1, 0, 0, 0])
  }

  @Test func `weighs the shortfalls together into a lack`() throws {
    // ¾ of the shortfall of advice and ¼ of that of funds.
    let lack = try TownStudy.road().analysis().scores.lack
    expect(lack, [0.375 + 0.25, 0.375, 0.75, 0.75])
  }

  @Test func `turns the need index into mid-rank percentiles of residents`() throws {
    // a: half of its 100 of 400. c: 100 and half of 100. b and d tie: 200 and half of 200 + 0.
    expect(try TownStudy.road().analysis().scores.need, [0.125, 0.75, 0.375, 0.75])
  }

  @Test func `scores by the geometric mean and counts the burden`() throws {
    let scores = try TownStudy.road().analysis().scores
    let products = [0.125 * 0.625, 0.75 * 0.375, 0.375 * 0.75, 0.75 * 0.75]
    expect(scores.score, products.map { 100 * $0.squareRoot() })
    expect(scores.burden, [7.8125, 56.25, 28.125, 0])
  }

  @Test func `weighs need and lack as the rules say`() throws {
    var study = try TownStudy.road()
    study.scoreRules.needExponent = 1
    let byNeed = try study.analysis()
    expect(byNeed.scores.score, [12.5, 75, 37.5, 75])
    #expect(byNeed.wards[0].measures?.score.agrees(with: 100 * 162.5 / 300) == true)
    study.scoreRules.needExponent = 0
    expect(try study.analysis().scores.score, [62.5, 37.5, 75, 75])
  }

  @Test func `conserves the capacity of each function`() throws {
    let balances = try TownStudy.road().analysis().scores.balances
    #expect(balances.map(\.capacity) == [30, 20])
    expect(balances.map(\.received), [30, 20])
  }

  @Test func `takes the quantile that the rules ask for`() throws {
    var study = try TownStudy.road()
    study.scoreRules = ScoreRules(standardQuantile: 0.9)
    let standards = try study.analysis().scores.standards
    // 270 of the 300 with funds: only the last 100, with 0.1, reach that.
    #expect(standards.map(\.basis) == [.quantile(0.9), .quantile(0.9)])
    expect(standards.map(\.access), [0.1, 0.1])
  }

  @Test func `finds a whole shortfall in a function that nobody provides`() throws {
    var study = try TownStudy.road()
    study.functions.append(.named("voice", weight: 4))
    let scores = try study.analysis().scores
    #expect(scores.standards[2].basis == .noProvider)
    #expect(scores.shortfalls[2] == [1, 1, 1, 1])
    // Shares ⅜, ⅛ and ½.
    expect(scores.lack, [0.8125, 0.6875, 0.875, 0.875])
  }

  @Test func `lets a provider of several functions give its capacity in each`() throws {
    var study = try TownStudy.road()
    let x = study.organisations[0]
    study.organisations[0] = .named(
      "X", at: x.site.position, capacity: 30, functions: [0, 1])
    let scores = try study.analysis().scores
    expect(scores.access[0], [0.1, 0.1, 0, 0])
    expect(scores.access[1], [0.1, 0.15, 0.1, 0.15])
    #expect(scores.balances.map(\.capacity) == [30, 50])
  }

  @Test func `lacks everything where there is no organisation at all`() throws {
    var study = try TownStudy.road()
    study.organisations = []
    let scores = try study.analysis().scores
    #expect(scores.lack == [1, 1, 1, 1])
    #expect(scores.access == [[0, 0, 0, 0], [0, 0, 0, 0]])
    expect(scores.score, scores.need.map { 100 * $0.squareRoot() })
  }

  @Test func `scores 0 where every function is adequate`() throws {
    var study = try TownStudy.road()
    study.scoreRules = ScoreRules(declaredStandards: ["advice": 0.05, "funds": 0.02])
    let scores = try study.analysis().scores
    // b has 0.1 of advice and 0.05 of funds.
    #expect(scores.lack[1] == 0)
    #expect(scores.score[1] == 0)
    #expect(scores.burden[1] == 0)
  }
}
