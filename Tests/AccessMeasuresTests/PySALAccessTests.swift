import AccessMeasures
import Catchments
import TestSupport
import Testing

/// PySAL's package `access` on a town of 300 places and 25 organisations.
///
/// It leaves NaN where nothing is in reach and infinity where nobody lives in reach; both are 0
/// here, for different reasons.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Measures of PySAL access` {
  private let study: ReferenceStudy

  init() throws {
    study = try ReferenceStudy()
  }

  private static let luoAndQi = zones([1000: 1, 2000: 0.68, 3000: 0.22])
  private static let wan = zones([1000: 0.962, 2000: 0.704, 3000: 0.377, 6000: 0.042])
  private static let bell = Decay.gaussian(deviation: 1200, limit: 5000)

  private static func zones(_ weights: [Double: Double]) -> Decay {
    .zones(weights.sorted { $0.key < $1.key }.map { Decay.Zone(upTo: $0.key, weight: $0.value) })
  }

  private func expect(
    _ measure: AccessMeasure, _ decay: Decay, agreesWith column: String,
    _ parameters: AccessParameters = AccessParameters()
  ) throws {
    let readings = try study.readings(measure, decay, parameters)
    let rows = try referenceColumn(column, of: "access/fca.csv")
    #expect(rows.count == readings.count)
    for (id, peer) in rows {
      let reading = try #require(readings[id])
      if peer.isNaN {
        #expect(reading.number == 0, "place \(id)")
        #expect([.noSupportInReach, .unreachable].contains(reading.reason), "place \(id)")
      } else if peer.isInfinite {
        #expect(reading == Reading(zero: .noResidentsInReach), "place \(id)")
      } else {
        expectAgreement(reading.number, peer, id)
      }
    }
  }

  @Test func `weighted catchments are potentials`() throws {
    try expect(.potential, .step(limit: 3000), agreesWith: "catch_sum_3000")
    try expect(.potential, Self.bell, agreesWith: "catch_gauss_1200_5000")
    try expect(
      .potential, .inversePower(exponent: 1.5, scale: 1000, floor: 100, limit: 5000),
      agreesWith: "catch_power_m15_s1000_min100_5000")
  }

  @Test(arguments: [1000, 2000, 3000, 5000])
  func `2SFCA is the floating catchment with a step`(metres: Int) throws {
    try expect(
      .floatingCatchment, .step(limit: Double(metres)), agreesWith: "twosfca_\(metres)")
  }

  @Test func `E2SFCA is the floating catchment with zones or a bell curve`() throws {
    try expect(.floatingCatchment, Self.luoAndQi, agreesWith: "e2sfca_step_3000")
    try expect(.floatingCatchment, Self.bell, agreesWith: "e2sfca_gauss_1200_5000")
  }

  @Test func `3SFCA chooses by the same weights as it reaches`() throws {
    try expect(.threeStepFloatingCatchment, Self.wan, agreesWith: "threesfca_6000")
  }

  @Test func `3SFCA with a lower limit still chooses by all weights`() throws {
    // The peer adds up the weights of every pair that it was given before it looks at the limit.
    try expect(
      .threeStepFloatingCatchment, Self.wan.limited(to: 3000), agreesWith: "threesfca_trunc3000",
      AccessParameters(selection: Self.wan))
  }

  @Test func `FCA ratio looks around the place alone`() throws {
    try expect(.catchmentRatio, .step(limit: 3000), agreesWith: "fca_ratio_3000")
  }

  @Test func `normalised scores and their mix leave the mean at 1`() throws {
    let people = study.supplyAndDemand.people
    func normalised(_ decay: Decay) throws -> [Reading] {
      let found = try AccessMeasure.floatingCatchment.readings(
        of: study.supplyAndDemand, decay: decay)
      return Reading.normalised(found.readings, people: people)
    }
    let plain = try normalised(.step(limit: 3000))
    let zoned = try normalised(Self.luoAndQi)
    let mixed = Reading.mixed([(readings: plain, weight: 0.6), (readings: zoned, weight: 0.4)])
    // The peer was given the places with residents only; the others weigh nothing here.
    for (readings, column) in [
      (plain, "twosfca_3000_norm"), (zoned, "e2sfca_step_3000_norm"), (mixed, "score_06_04"),
    ] {
      let found = study.byID(readings)
      for (id, peer) in try referenceColumn(
        column, of: "access/normalised_positive_demand.csv")
      {
        let reading = try #require(found[id])
        if peer.isNaN {
          #expect(reading.number == 0 && reading.reason != nil, "place \(id)")
        } else {
          expectAgreement(reading.number, peer, id)
        }
      }
      let mean = zip(readings, people).reduce(0) { $0 + ($1.0.number ?? 0) * $1.1 }
      #expect((mean / study.supplyAndDemand.totalPeople).agrees(with: 1))
    }
  }

  @Test func `sites that the town's makers planted are flagged`() throws {
    let town = try ReferenceCases.town()
    let found = try AccessMeasure.floatingCatchment.readings(
      of: study.supplyAndDemand, decay: .step(limit: 3000))
    let flags = Dictionary(uniqueKeysWithValues: zip(town.supporters.map(\.id), found.siteFlags))
    #expect(flags["1024"] == [.reachesNoResidents])
    #expect(flags["1025"] == [.unreachable])
    for (supporter, flags) in zip(town.supporters, found.siteFlags) {
      #expect(flags.contains(.noCapacity) == (supporter.capacity == 0))
    }
  }
}
