import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Hansen potential` {
  @Test func `adds up what each site has, by its weight`() {
    let weights = WeightMatrix(table: [[1, 0.5, 0], [0, 0.25, 1], [0, 0, 0]])
    let potential = Potential(weights: weights, capacities: [2, 4, 0])
    // 2 + 0.5·4 = 4; 0.25·4 + 1·0 = 1.
    #expect(potential.access == [4, 1, 0])
  }

  @Test func `is all capacity up to the limit, cost equal to it, with a step`() throws {
    // A street: sites at 0, 1 and 2 km from the first house.
    let study = try SupplyAndDemand(
      people: [10, 10], capacities: [1, 2, 4],
      costs: CostMatrix(table: [[0, 1000, 2000], [1000, 0, 1000]]))
    func cumulative(_ limit: Double) throws -> [Double?] {
      try AccessMeasure.potential.readings(of: study, decay: .step(limit: limit))
        .readings.map(\.number)
    }
    #expect(try cumulative(999) == [1, 2])
    #expect(try cumulative(1000) == [3, 7])
    #expect(try cumulative(2000) == [7, 7])
  }
}
