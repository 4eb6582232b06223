import ColdSpots
import Places
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Clusters of cold wards` {
  /// Wards of one metre in a row, each with a place; some have no organisation, the others one each.
  private func row(unserved: Range<Int>, count: Int = 60) -> TownStudy {
    let town = (0..<count).map { ward in
      PlaceTable.Row(
        id: "p\(1000 + ward)", position: Coordinate(x: Double(ward) * 50_000, y: 0), people: 100,
        needIndex: 1, ward: ward)
    }
    let organisations = (0..<count).filter { !unserved.contains($0) }.map { ward in
      Organisation.named("o\(ward)", at: town[ward].position)
    }
    return TownStudy(
      places: town, organisations: organisations, functions: [.named("advice")],
      wards: (0..<count).map { AreaCode("W\(1000 + $0)") })
  }

  @Test func `are found where neighbours lack support together`() throws {
    let clusters = ColdClusters(of: try row(unserved: 0..<8).analysis())
    let cold = clusters.wards.indices.filter { clusters.wards[$0].cluster == .cold }
    // Only those with cold neighbours on both sides stand out; none beyond the patch does.
    #expect(!cold.isEmpty)
    #expect(cold.allSatisfy { $0 < 8 })
  }

  @Test func `are not found where every ward is alike`() throws {
    let clusters = ColdClusters(of: try row(unserved: 0..<0).analysis())
    #expect(clusters.wards.allSatisfy { $0.cluster == .none && $0.z == nil })
  }

  @Test func `have no word on wards without residents`() throws {
    var study = row(unserved: 0..<8)
    study.places[3].people = 0
    let clusters = ColdClusters(of: try study.analysis())
    #expect(clusters.wards[3].cluster == .none && clusters.wards[3].p == nil)
  }

  @Test func `do not depend on the number of threads`() throws {
    let analysis = try row(unserved: 0..<8).analysis()
    #expect(
      ColdClusters(of: analysis, threads: .one).wards
        == ColdClusters(of: analysis, threads: Threads(4)).wards)
  }
}
