import Intake
import Places
import SimpleFeatures
import Testing

@Suite struct `Merged areas` {
  private let town: FourWards

  init() throws {
    town = try FourWards()
  }

  @Test func `take the code, the name and all the ground of the larger area`() throws {
    let merged = try town.wards.merging(areasOf: ["B1"], in: town.boroughs)
    #expect(merged.areas.map(\.code) == ["B1", "W2", "W4"])
    // Two tiles of a square kilometre.
    #expect(merged.areas[0].shape.area == 2e6)
    #expect(merged.areas[0].parent == "B1")
  }

  @Test func `are found by the codes of those merged`() throws {
    let merged = try town.wards.merging(areasOf: ["B1"], in: town.boroughs)
    #expect(merged.index(of: "W1") == 0)
    #expect(merged.index(of: "W3") == 0)
    #expect(merged.index(of: "W2") == 1)
    #expect(merged.mergedInto == ["W1": "B1", "W3": "B1"])
  }

  @Test func `keep remits that name one of them`() throws {
    let ground = StudyGround(
      wards: try town.wards.merging(areasOf: ["B1"], in: town.boroughs), boroughs: town.boroughs,
      projection: town.projection)
    let reader = OrganisationReader(
      ground: ground, functions: try TownWithOrganisations().functions)
    let reading = try reader.read(
      InputFile("id,name,specialisms,serves_gss\na,A,advice,W1;W3;W2\n"))
    #expect(reading.organisations[0].remit == .areas(["B1", "W2"]))
    #expect(reading.findings.isEmpty)
  }

  @Test func `are none where no larger area is named`() throws {
    #expect(try town.wards.merging(areasOf: [], in: town.boroughs).count == 4)
    #expect(try town.wards.merging(areasOf: ["B9"], in: town.boroughs).mergedInto.isEmpty)
  }
}
