import Intake
import Places
import Testing

@Suite struct `Remit reading` {
  @Test(arguments: [
    "Lambeth and Southwark", "Lambeth & Southwark", "Lambeth, Southwark", "Lambeth/Southwark",
    "Lambeth; Southwark", "Lambeth\nSouthwark", "Lambeth as well as Southwark",
    "Lambeth + Southwark", "LAMBETH  AND\u{00A0}SOUTHWARK", "lambeth | southwark",
    "London Boroughs of Lambeth and Southwark", "the boroughs of Lambeth and Southwark",
    "LB Lambeth, LB Southwark", "Lambeth Council and Southwark Council", "Lambeth Southwark",
    "E09000022;E09000028", "E09000022 and e09000028", "Lambeth (E09000022), Southwark (E09000028)",
    "E09000022 Lambeth; E09000028 Southwark", "• Lambeth\n• Southwark", "Lambeth, and Southwark.",
    "\u{FEFF}Lambeth and Southwark", "both Lambeth and Southwark", "- Lambeth\r\n- Southwark",
    "Lambeth London Boro; Southwark London Boro", "“Lambeth” and ‘Southwark’",
    "1. Lambeth\n2. Southwark", "Boroughs: Lambeth; Southwark", "Mainly Lambeth and Southwark",
    "Covering Lambeth and Southwark", "Residents of Lambeth and Southwark",
  ])
  func `is the same however two boroughs are listed`(text: String) {
    let read = LondonReading(text)
    #expect(read.areas == ["Lambeth", "Southwark"])
    #expect(read.unresolved == [])
    #expect(!read.reading.isEverywhere)
    #expect(read.reading.remit == .areas(["E09000022", "E09000028"]))
  }

  @Test(arguments: [
    ("Hammersmith and Fulham", "Hammersmith and Fulham"),
    ("Hammersmith & Fulham", "Hammersmith and Fulham"),
    ("H&F", "Hammersmith and Fulham"), ("LBHF", "Hammersmith and Fulham"),
    ("Hammersmith", "Hammersmith and Fulham"),
    ("Kensington & Chelsea", "Kensington and Chelsea"),
    ("Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"),
    ("K&C", "Kensington and Chelsea"), ("RBKC", "Kensington and Chelsea"),
    ("Kensington And Chelsea", "Kensington and Chelsea"),
    ("Barking and Dagenham", "Barking and Dagenham"), ("LBBD", "Barking and Dagenham"),
    ("London Borough of Barking & Dagenham", "Barking and Dagenham"),
    ("Richmond upon Thames", "Richmond upon Thames"), ("Richmond", "Richmond upon Thames"),
    ("Richmond-upon-Thames", "Richmond upon Thames"),
    ("London Borough of Richmond", "Richmond upon Thames"),
    ("Kingston", "Kingston upon Thames"), ("Royal Borough of Kingston", "Kingston upon Thames"),
    ("Royal Borough of Kingston upon Thames Council", "Kingston upon Thames"),
    ("Westminster City Council", "Westminster"), ("City Of Westminster", "Westminster"),
    ("City of Westminster London Boro", "Westminster"),
    ("City", "City of London"), ("City of London", "City of London"),
    ("City of London Corporation", "City of London"), ("the City", "City of London"),
    ("City and County of the City of London", "City of London"),
    ("LBTH", "Tower Hamlets"), ("L.B. Tower Hamlets", "Tower Hamlets"),
    ("Royal Borough of Greenwich", "Greenwich"), ("Merton London Boro", "Merton"),
    ("Borough of Merton", "Merton"), ("Merton borough", "Merton"),
    ("Waltham  Forest", "Waltham Forest"),
  ])
  func `knows a borough by each of its names`(text: String, name: String) {
    let read = LondonReading(text)
    #expect(read.areas == [name])
    #expect(read.unresolved == [])
    #expect(LondonReading(text, type: "LONB").areas == [name])
    #expect(LondonReading(text, type: "Local Authority").areas == [name])
  }

  @Test func `takes the longest name first`() {
    #expect(
      LondonReading("Lambeth and Kensington and Chelsea and Barking and Dagenham").areas
        == ["Barking and Dagenham", "Kensington and Chelsea", "Lambeth"])
    #expect(LondonReading("City and Hackney").areas == ["City of London", "Hackney"])
    #expect(
      LondonReading("Ham, Petersham & Richmond Riverside; Mottingham, Coldharbour & New Eltham")
        .areas == [
          "Ham, Petersham & Richmond Riverside, Richmond upon Thames",
          "Mottingham, Coldharbour & New Eltham, Greenwich",
        ])
  }

  @Test(arguments: [
    ("South London", 7), ("Inner London", 13), ("Outer London", 20), ("South-East London", 6),
    ("Inner London (ONS)", 14), ("north london boroughs", 3), ("across West London", 6),
  ])
  func `takes a region for the boroughs of its definition, and says whose it is`(
    text: String, count: Int
  ) throws {
    let reading = LondonReading(text).reading
    #expect(reading.areas.count == count)
    #expect(reading.unresolved == [])
    let match = try #require(reading.matched.first)
    guard case .region(let source) = match.how else {
      Issue.record("\(match)")
      return
    }
    #expect(!source.isEmpty)
  }

  @Test func `takes only the boroughs that a region is spelt out with`() {
    #expect(LondonReading("South East London (Lewisham, Bexley)").areas == ["Bexley", "Lewisham"])
    #expect(LondonReading("Inner London boroughs: Lambeth").areas == ["Lambeth"])
    // Sutton is no part of it, and a list with it is no definition of it.
    #expect(LondonReading("South East London (Lewisham, Sutton)").areas.count == 7)
    #expect(LondonReading("South East London; Lewisham").areas.count == 6)
  }

  @Test func `takes the parts of a mixed list together`() {
    #expect(
      LondonReading("North London; Lambeth, E09000001 and Town (Enfield)").areas
        == ["Barnet", "City of London", "Enfield", "Haringey", "Lambeth", "Town, Enfield"])
  }

  @Test(arguments: [
    "all of London except Bromley", "not Bromley", "All London boroughs excluding Bromley & Sutton",
    "Lambeth but not Clapham Town", "all boroughs apart from Croydon", "Outside London",
    "London (excl. City)",
  ])
  func `never guesses at what takes something away`(text: String) {
    let read = LondonReading(text)
    #expect(read.reading.remit == .none)
    #expect(read.reasons == [.exclusion])
    #expect(read.unresolved == [text])
  }

  @Test func `leaves only the entry that takes something away`() {
    let read = LondonReading("Lambeth; all of Southwark except Dulwich")
    #expect(read.areas == ["Lambeth"])
    #expect(read.unresolved == ["all of Southwark except Dulwich"])
    #expect(read.reading.unresolved[0].candidates == ["E09000028"])
  }

  @Test(arguments: ["north Lambeth", "parts of Lambeth", "Lambeth Walk", "Lambeth?", "New Lambeth"])
  func `does not take a whole borough where words could mean a part`(text: String) {
    let read = LondonReading(text)
    #expect(read.areas == [])
    #expect(read.unresolved == [text])
    #expect(read.reasons == [.unknownWords])
    #expect(read.reading.unresolved[0].candidates == ["E09000022"])
  }

  @Test func `lists what it does not know beside what it does`() {
    let read = LondonReading("young people in Lambeth, Camelot, Atlantis and 🦄")
    #expect(read.areas == ["Lambeth"])
    #expect(read.unresolved == ["young people", "Camelot", "Atlantis", "🦄"])
    #expect(read.reasons.allSatisfy { $0 == .unknownName })
  }

  @Test(
    arguments: [
      ("Lambeht", "Lambeth"), ("Tower Hamlet", "Tower Hamlets"), ("Southwalk", "Southwark"),
      ("the Lambeht area", "Lambeth"), ("Hammersmith and Fullham Broadway", nil),
      ("Waltham Forrest", "Waltham Forest"),
      ("Xyzzyx", nil),
    ] as [(String, String?)])
  func `suggests a near name and never takes it`(text: String, name: String?) {
    let reading = LondonReading(text).reading
    #expect(reading.remit == .none || name == nil)
    #expect(reading.unresolved.last?.nearest == name)
  }

  @Test(arguments: ["", " ", "n/a", "None", "not known", "Unknown", "tbc", ";;,,", "GLS099"])
  func `makes nothing of nothing`(text: String) {
    let reading = LondonReading(text).reading
    #expect(reading.remit == .none)
    #expect(reading.matched == [])
    #expect(reading.unresolved == [])
  }

  @Test func `takes several texts of one record together`() {
    let london = LondonGazetteer.london
    let together = RemitReading.together([
      london.read("Lambeth"), london.read("E09000028", type: "LONB"), london.read("Atlantis"),
    ])
    #expect(together.areas == ["E09000022", "E09000028"])
    #expect(together.unresolved.map(\.text) == ["Atlantis"])
  }
}
