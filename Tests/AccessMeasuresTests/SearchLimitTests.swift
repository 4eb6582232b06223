import AccessMeasures
import Catchments
import SimpleFeatures
import Testing

@Suite struct `Straight lines that were looked for up to a limit` {
  private func study(within limit: Distance) throws -> SupplyAndDemand {
    try SupplyAndDemand(
      people: [10], capacities: [1],
      costs: CostMatrix(
        from: [Coordinate(x: 0, y: 0)], to: [Coordinate(x: 0, y: 500)], within: limit))
  }

  @Test func `leave what is too far without support, not unreachable`() throws {
    let study = try study(within: .metres(499))
    let found = try AccessMeasure.potential.readings(of: study, decay: .step(limit: 499))
    #expect(found.readings == [Reading(zero: .noSupportInReach)])
    #expect(found.siteFlags == [[.reachesNoResidents]])
    #expect(CostToCapacity(closestIn: study).readings == [Reading(missing: .noSupportInReach)])
  }

  @Test func `hold what is exactly at the limit`() throws {
    let study = try study(within: .metres(500))
    #expect(CostToCapacity(closestIn: study).readings == [Reading(500)])
  }

  @Test func `without a limit reach everything`() throws {
    let study = try study(within: .metres(.infinity))
    #expect(study.costs.searchLimit == nil)
    #expect(CostToCapacity(closestIn: study).readings == [Reading(500)])
  }
}
