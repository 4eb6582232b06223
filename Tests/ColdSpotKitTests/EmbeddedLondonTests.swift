import ColdSpotKit
import Foundation
import TestSupport
import Testing

@Suite struct `The embedded London` {
  @Test func `has the areas, places, organisations and functions it says it has`() throws {
    let data = try London.result.get().analysis.data
    #expect(data.boroughs?.count == 33)
    #expect(data.wards.count == 704)
    #expect(data.places.count == 25_017)
    #expect(data.organisations.count == 136)
    #expect(data.functions.functions.count == 8)
  }

  @Test func `accounts for every row, resident and unit of capacity`() throws {
    let result = try London.result.get()
    for invariant in result.analysis.invariants { #expect(invariant.holds, "\(invariant.name)") }
    // Mass balance of eight functions, residents and burden of two levels, and centred need.
    #expect(result.analysis.invariants.count == 8 + 4 + 1)
    let inBoroughs = result.analysis.boroughs.reduce(0) { $0 + $1.people }
    #expect(abs(inBoroughs - 8_945_309) / 8_945_309 < 1e-4, "the sum of boroughs.csv")
  }

  @Test func `nests its wards in its boroughs`() throws {
    let data = try London.result.get().analysis.data
    for borough in try #require(data.boroughs).areas {
      let wards = data.wards.areas.filter { $0.parent == borough.code }
      let sum = wards.reduce(0) { $0 + $1.shape.area }
      #expect(abs(sum - borough.shape.area) / sum < 1e-9, "\(borough.name)")
    }
  }

  @Test(arguments: UInt64(0)..<4)
  func `puts every position of a borough in exactly one of its wards`(seed: UInt64) throws {
    let data = try London.result.get().analysis.data
    let boroughs = try #require(data.boroughs)
    var random = SeededGenerator(seed: seed)
    let box = boroughs.bounds
    for _ in 0..<500 {
      let position = Coordinate(
        x: .random(in: box.minX...box.maxX, using: &random),
        y: .random(in: box.minY...box.maxY, using: &random))
      let ward = data.wards.locator.area(at: position)
      let inside = data.wards.areas.indices.filter {
        data.wards.locator.location(of: position, inArea: $0) == .interior
      }
      #expect(inside.count <= 1)
      if let only = inside.first { #expect(ward == only) }
      let borough = boroughs.locator.area(at: position)
      let parent = ward.flatMap { data.wards.areas[$0].parent }
      #expect(parent == borough.map { boroughs.areas[$0].code })
    }
  }

  @Test func `finds the Palace of Westminster in its ward`() throws {
    let found = try London.result.get().whereabouts(
      of: LonLat(longitude: -0.1248, latitude: 51.4995))
    #expect(found.ward?.name == "St. James's")
    #expect(found.borough?.name == "Westminster")
  }

  @Test func `excludes pan-London providers unless asked, and reports them apart`() throws {
    let local = try London.result.get().analysis
    let excluded = local.catchments.participation.count { $0 == .panLondonExcluded }
    #expect(excluded > 0)
    let everyone = try London.analysis(CatchmentRules(panLondon: .include))
    #expect(!everyone.catchments.participation.contains(.panLondonExcluded))
    #expect(everyone.coverage.people(reachedByAtLeast: 1) == everyone.data.places.totalPeople)
  }

  @Test func `credits the inputs really used`() throws {
    let loaded = try London.result.get().loaded
    #expect(loaded.attribution.contains { $0.contains("OS data © Crown copyright") })
    #expect(loaded.attribution.contains { $0.contains("Royal Mail data © Royal Mail copyright") })
    #expect(loaded.attribution.contains { $0.contains("National Statistics") })
    #expect(Set(loaded.attribution).count == loaded.attribution.count)
    #expect(!loaded.inputs.contains { $0.file.name == "evidence.csv" })
  }

  @Test func `states how its degrees became metres`() throws {
    let operation = try #require(try London.result.get().loaded.operation)
    #expect(!operation.isBallpark)
    let accuracy = try #require(operation.accuracy)
    #expect(accuracy <= .metres(2))
  }
}
