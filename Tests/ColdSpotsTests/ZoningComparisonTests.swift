import ColdSpots
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Cutting the map in other ways` {
  /// Ten wards of two places in a row, 10 km apart; the last ward has no support, nor has one
  /// place of the first.
  private func town(neighbourhoods: Bool) throws -> TownStudy {
    var places: [PlaceTable.Row] = []
    var organisations: [Organisation] = []
    for ward in 0..<10 {
      for half in 0..<2 {
        let position = Coordinate(x: Double(ward) * 10_000 + Double(half) * 5000, y: 0)
        places.append(
          PlaceTable.Row(
            id: "p\(ward)\(half)", position: position, people: 100, needIndex: 1, ward: ward,
            neighbourhood: neighbourhoods ? "n\(ward)" : nil))
        if ward < 9, ward > 0 || half > 0 {
          organisations.append(.named("o\(ward)\(half)", at: position))
        }
      }
    }
    return TownStudy(
      places: places, organisations: organisations, functions: [.named("advice")],
      wards: (0..<10).map { AreaCode("W\($0)") })
  }

  @Test func `finds a ward that is cold however it is cut`() throws {
    let comparison = ZoningComparison(of: try town(neighbourhoods: true).analysis())
    let cold = comparison.wards.map { $0?.isCold ?? false }
    // One of ten wards is the coldest tenth: the one without any support.
    #expect(cold == Array(repeating: false, count: 9) + [true])
    #expect(comparison.neighbourhoodCount == 10)
    #expect(comparison.wards[9]?.inColdNeighbourhoods == 1)
  }

  @Test func `takes places for neighbourhoods where none are named`() throws {
    let comparison = ZoningComparison(of: try town(neighbourhoods: false).analysis())
    #expect(comparison.neighbourhoodCount == 20)
    // Three of the twenty places lack support wholly and tie at rank 1; the coldest tenth takes in
    // all that tie.
    #expect(comparison.wards[0]?.inColdNeighbourhoods == 0.5)
    #expect(comparison.wards[9]?.inColdNeighbourhoods == 1)
    #expect(comparison.wards[0]?.survives == false)
  }

  @Test func `makes hexagons as large as wards are on average`() throws {
    // The wards of the test are squares of one metre.
    let comparison = ZoningComparison(of: try town(neighbourhoods: true).analysis())
    #expect(comparison.hexagonArea.agrees(with: 1, within: 1e-9))
    #expect(comparison.hexagonCount == 20)
  }
}
