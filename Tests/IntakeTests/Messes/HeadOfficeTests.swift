import Intake
import Places
import SimpleFeatures
import Testing

/// Addresses of accountants, umbrella bodies and registered offices.
@Suite struct `Head offices` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func survey(_ rows: [String]) throws -> OrganisationReader.Reading {
    let reading = try town.survey(
      "Organisation,Postcode,Group,Area of benefit\n" + rows.joined(separator: "\n") + "\n",
      postcodes: SouthBank.directory())
    #expect(reading.accountsForEveryRow)
    return reading
  }

  @Test func `are postcodes that five unrelated organisations share`() throws {
    let names = ["Ash", "Beech", "Cedar", "Elm", "Fir"]
    let five = try survey(names.map { "\($0),SE1 8XX,," })
    #expect(five.places("W130").map(\.value) == names)
    #expect(five.places("W130").allSatisfy { $0.remark == "SE1 8XX, with 4 others" })
    #expect(five.organisations.allSatisfy { $0.site.flags == [.headOffice] })
    let four = try survey(names.dropLast().map { "\($0),SE1 8XX,," })
    #expect(!four.codes.contains("W130"))
    #expect(four.organisations.allSatisfy { $0.site.flags.isEmpty })
  }

  @Test func `are not the doors of one group`() throws {
    let reading = try survey(
      ["Ash", "Beech", "Cedar", "Elm", "Fir"].map { "\($0),SE1 8XX,Trees," })
    #expect(!reading.codes.contains("W130"))
  }

  @Test func `are addresses far from every area served`() throws {
    // Southampton is more than 100 km from Lambeth; Peckham is next to it.
    let reading = try survey([
      "Ash,SO17 1BJ,,Lambeth", "Beech,SE15 1AA,,Lambeth", "Cedar,SO17 1BJ,,",
    ])
    #expect(reading.places("W131").map(\.value) == ["Ash"])
    #expect(reading.named("Ash")?.site.flags == [.headOffice])
    #expect(reading.named("Beech")?.site.flags == [])
    // Who serves no named area may be anywhere.
    #expect(reading.named("Cedar")?.site.flags == [])
  }
}
