import Intake
import Places
import SimpleFeatures
import Testing

/// Areas served, as people write them.
@Suite struct `Remits in tables` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func read(
    _ remit: String, borough: String = ""
  ) throws -> (remit: Remit, reading: OrganisationReader.Reading) {
    let regions = try RegionTable([
      RegionTable.Region(
        name: "South London", aliases: ["South of the river"],
        codes: [SouthBank.lambeth, SouthBank.southwark, "E09000032"])
    ])
    let text = "Organisation,Area of benefit,Borough\nOval Advice,\"\(remit)\",\(borough)\n"
    let reading = try town.reader(regions: regions)
      .survey(InputFile(text, name: "organisations.csv"))
    #expect(reading.accountsForEveryRow)
    return (try #require(reading.organisations.first).remit, reading)
  }

  @Test(arguments: [
    "Lambeth and Southwark", "lambeth; SOUTHWARK", "LB Lambeth & LB Southwark",
    "E09000022;E09000028", "London Boroughs of Lambeth and Southwark", "Lambeth / Southwark",
    "South London", "south of the river", "Lambeth, E09000028",
  ])
  func `may be two boroughs in many words`(text: String) throws {
    let (remit, reading) = try read(text)
    #expect(remit == .areas([SouthBank.lambeth, SouthBank.southwark]))
    #expect(reading.places("W103").isEmpty)
  }

  @Test(arguments: ["pan-London", "Greater London", "national", "UK-wide", "All London boroughs"])
  func `may be everywhere`(text: String) throws {
    #expect(try read(text).remit == .everywhere)
  }

  @Test func `may be wards, by name or code`() throws {
    #expect(try read("Oval ward").remit == .areas([SouthBank.oval]))
    #expect(try read("Oval, Peckham").remit == .areas([SouthBank.peckham, SouthBank.oval]))
    #expect(try read("E05014108").remit == .areas([SouthBank.oval]))
  }

  @Test func `that are not understood are listed, and what is beside them kept`() throws {
    let (remit, reading) = try read("Lambeth; Narnia; Croydon")
    #expect(remit == .areas([SouthBank.lambeth]))
    #expect(
      reading.places("W103").map(\.value)
        == ["Oval Advice: Narnia", "Oval Advice: Croydon"].sorted())
    #expect(reading.places("W103").allSatisfy { $0.line == 2 && $0.field == "Area of benefit" })
    #expect(reading.codes.contains("W110") == false)
  }

  @Test func `by names of several wards need the borough`() throws {
    // An Abbey in each borough, as Barking and Merton have.
    let projection = town.ground.projection
    let shape = town.ground.wards.areas[0].shape
    let wards = try Boundaries(
      level: "ward",
      areas: [
        Area(code: "E05014053", name: "Abbey", parent: "E09000002", shape: shape),
        Area(code: "E05013810", name: "Abbey", parent: "E09000024", shape: shape),
      ])
    let boroughs = try Boundaries(
      level: "borough",
      areas: [
        Area(code: "E09000002", name: "Barking and Dagenham", shape: shape),
        Area(code: "E09000024", name: "Merton", shape: shape),
      ])
    let ground = StudyGround(wards: wards, boroughs: boroughs, projection: projection)
    var reader = OrganisationReader(ground: ground, functions: town.functions)
    reader.usualSpecialisms = ["advice"]
    let reading = try reader.survey(
      InputFile(
        "Organisation,Area of benefit,Borough\nAsh,Abbey,\nBeech,Abbey,Merton\n"
          + "Elm,\"Abbey, Barking and Dagenham\",\nFir,Abbey (Merton),\n"))
    #expect(reading.named("Ash")?.remit == Remit.none)
    #expect(reading.places("W103").map(\.line) == [2])
    #expect(reading.places("W103").first?.remark.contains("E05013810, E05014053") == true)
    #expect(reading.named("Beech")?.remit == .areas(["E05013810"]))
    #expect(reading.named("Elm")?.remit == .areas(["E05014053"]))
    #expect(reading.named("Fir")?.remit == .areas(["E05013810"]))
    #expect(reading.accountsForEveryRow)
  }
}
