import AccessMeasures
import Catchments
import TestSupport
import Testing

/// Two places, A with 100 residents and B with 50; site X lies at A, site Y between them.
///
///     weight   X     Y
///     A        1     ½
///     B        0     ½
private let weights = WeightMatrix(table: [[1, 0.5], [0, 0.5]])
private let people: [Double] = [100, 50]

private func expect(_ found: [Double], _ expected: [Double]) {
  #expect(found.count == expected.count)
  for (one, other) in zip(found, expected) { #expect(one.agrees(with: other, within: 1e-15)) }
}

@Suite struct `Modified floating catchment` {
  @Test func `loses what the way takes`() {
    // R_X = 2/100, R_Y = 3/75; A = 1·0.02 + ¼·0.04, B = ¼·0.04. Received: 3 + 0.5 of 5.
    let measure = ModifiedFloatingCatchment(
      weights: weights, people: people, capacities: [2, 3])
    expect(measure.access, [0.03, 0.01])
    #expect(measure.unusedCapacity.agrees(with: 1.5))
  }

  @Test func `halves with all weights, where the E2SFCA stays`() {
    let near = WeightMatrix(table: [[1], [1]])
    let far = WeightMatrix(table: [[0.5], [0.5]])
    func access(_ weights: WeightMatrix) -> [Double] {
      ModifiedFloatingCatchment(weights: weights, people: people, capacities: [3]).access
    }
    expect(access(near), [0.02, 0.02])
    expect(access(far), [0.01, 0.01])
  }

  @Test func `wastes nothing where everybody lives at the door`() {
    let measure = ModifiedFloatingCatchment(
      weights: WeightMatrix(table: [[1, 0], [0, 1]]), people: people, capacities: [2, 3])
    #expect(measure.unusedCapacity == 0)
  }
}

@Suite struct `Three-step floating catchment` {
  @Test func `lets residents choose before they are counted`() {
    // G_A = (⅔, ⅓), G_B = (0, 1). X: ⅔·1·100 = 200/3; Y: ⅓·½·100 + ½·50 = 125/3.
    // R_X = 0.03, R_Y = 0.072; A = ⅔·0.03 + ⅙·0.072 = 0.032, B = ½·0.072 = 0.036.
    let measure = ThreeStepFloatingCatchment(
      selection: weights, people: people, capacities: [2, 3])
    expect(measure.access, [0.032, 0.036])
    #expect(measure.balance.capacity == 5)
    #expect(measure.balance.holds)
  }

  @Test func `may choose over a wider circle than it serves`() {
    // Y is chosen but out of reach: X keeps ⅔ of the residents of A, and gives them ⅔·R.
    let reach = WeightMatrix(table: [[1, 0], [0, 0]])
    let measure = ThreeStepFloatingCatchment(
      selection: weights, reach: reach, people: people, capacities: [2, 3])
    expect(measure.access, [0.02, 0])
    #expect(measure.balance.capacity == 2)
  }

  @Test func `gives 0, not NaN, to a place that chooses nothing`() {
    let measure = ThreeStepFloatingCatchment(
      selection: WeightMatrix(table: [[1], [0]]), reach: WeightMatrix(table: [[1], [1]]),
      people: people, capacities: [2])
    expect(measure.access, [0.02, 0])
  }
}

@Suite struct `Balanced floating catchment` {
  @Test func `counts each resident and each level of service once`() {
    // Shares of A: ⅔ X, ⅓ Y; of B: all Y. D_X = 200/3, D_Y = 100/3 + 50 = 250/3.
    // R_X = 0.03, R_Y = 0.036; X is A's alone, Y is shared half and half.
    let measure = BalancedFloatingCatchment(weights: weights, people: people, capacities: [2, 3])
    expect(measure.access, [0.03 + 0.018, 0.018])
    #expect(measure.demandBalance.capacity == 150)
    #expect(measure.demandBalance.holds)
    #expect(measure.serviceBalance.capacity.agrees(with: 0.066))
    #expect(measure.serviceBalance.holds)
  }

  @Test func `leaves others alone when a place without residents is added`() {
    let more = WeightMatrix(table: [[1, 0.5], [0, 0.5], [0, 1]])
    let measure = BalancedFloatingCatchment(
      weights: more, people: people + [0], capacities: [2, 3])
    // The new place has the whole of Y's weight beside a sum of 1: 0.036.
    expect(measure.access, [0.048, 0.018, 0.036])
    #expect(measure.serviceBalance.holds)
  }

  @Test func `gives 0, not infinity, where a site reaches no resident`() {
    let measure = BalancedFloatingCatchment(
      weights: WeightMatrix(table: [[0, 1], [1, 0]]), people: [0, 10], capacities: [2, 3])
    #expect(measure.access == [0, 0.2])
  }
}

@Suite struct `Catchment ratio` {
  @Test func `divides the capacity around a place by the residents around it`() {
    let ratio = CatchmentRatio(
      sites: WeightMatrix(table: [[1, 1], [0, 1], [0, 0]]),
      neighbours: WeightMatrix(table: [[1, 1, 0], [1, 1, 1], [0, 1, 1]]),
      people: [100, 50, 10], capacities: [2, 4])
    expect(ratio.access, [6.0 / 150, 4.0 / 160, 0])
    #expect(ratio.peopleAround == [150, 160, 60])
  }

  @Test func `is 0 with a reason, not infinite, where nobody lives around`() throws {
    let study = try SupplyAndDemand(
      people: [0, 0, 10], capacities: [5],
      costs: CostMatrix(table: [[1000], [5000], []], siteCount: 1))
    let neighbours = try CostMatrix(table: [[0, nil, nil], [nil, 0, nil], [nil, nil, 0]])
    let found = try AccessMeasure.catchmentRatio.readings(
      of: study, decay: .step(limit: 3000), neighbours: neighbours)
    #expect(
      found.readings
        == [
          Reading(zero: .noResidentsInReach), Reading(zero: .noSupportInReach),
          Reading(zero: .unreachable),
        ])
  }
}
