import Intake
import Places
import Testing

@Suite struct `Remit wards` {
  @Test(arguments: [
    "Abbey, Merton", "Abbey ward, Merton", "Abbey (Merton)", "Abbey ward (Merton)",
    "Abbey Ward - Merton", "Abbey in Merton", "Merton: Abbey", "Merton (Abbey)", "Merton - Abbey",
    "Abbey Ward, London Borough of Merton", "Abbey ward, Merton Council", "ward of Abbey, Merton",
    "Abbey, Merton, London", "Abbey Ward Merton",
  ])
  func `are told by the borough beside them, which is not served as a whole`(text: String) {
    let read = LondonReading(text)
    #expect(read.areas == ["Abbey, Merton"])
    #expect(read.unresolved == [])
  }

  @Test func `of several boroughs are told apart`() {
    #expect(
      LondonReading("Abbey ward (Barking and Dagenham); Town (Enfield); Abbey, Merton").areas
        == ["Abbey, Barking and Dagenham", "Abbey, Merton", "Town, Enfield"])
    #expect(
      LondonReading("Abbey and Village wards, Merton").areas == [
        "Abbey, Merton", "Village, Merton",
      ])
    #expect(
      LondonReading("Merton: Abbey, Village and Wandle").areas
        == ["Abbey, Merton", "Village, Merton", "Wandle, Merton"])
  }

  @Test(arguments: ["Abbey", "Abbey ward", "ABBEY WARD", "Abbey, London"])
  func `that two boroughs have stay open without one`(text: String) throws {
    let read = LondonReading(text)
    #expect(read.areas == [])
    let open = try #require(read.reading.unresolved.first)
    #expect(open.reason == .ambiguousName)
    #expect(
      open.candidates.map(LondonReading.name).sorted()
        == ["Abbey, Barking and Dagenham", "Abbey, Merton"])
  }

  @Test func `are told by the record's own borough`() {
    for borough in ["E09000024", "Merton", "MERTON", "London Borough of Merton", "Merton Council"] {
      #expect(LondonReading("Abbey", borough: borough).areas == ["Abbey, Merton"])
    }
    #expect(LondonReading("Abbey", borough: "Sutton").reasons == [.ambiguousName])
    // What stands in the text counts before what stands in the record.
    #expect(
      LondonReading("Abbey, Barking and Dagenham", borough: "Merton").areas
        == ["Abbey, Barking and Dagenham"])
  }

  @Test func `behind their borough are all told by it`() {
    let read = LondonReading("Merton (Abbey, Camelot, Village); Sutton: Belmont")
    #expect(read.areas == ["Abbey, Merton", "Belmont, Sutton", "Village, Merton"])
    #expect(read.unresolved == ["Camelot"])
  }

  @Test func `of one name need no borough`() {
    #expect(LondonReading("Clapham Town").areas == ["Clapham Town, Lambeth"])
    #expect(
      LondonReading("St Dunstan’s; St. Katharines and Wapping").areas
        == ["St. Dunstan's, Tower Hamlets", "St. Katharine's & Wapping, Tower Hamlets"])
    #expect(LondonReading("Ham Petersham and Richmond Riverside").areas.count == 1)
  }

  @Test func `of another borough leave the borough beside them served`() {
    #expect(
      LondonReading("Clapham Town, Southwark").areas == ["Clapham Town, Lambeth", "Southwark"])
    #expect(
      LondonReading("Lambeth, Southwark, Clapham Town").areas
        == ["Clapham Town, Lambeth", "Lambeth", "Southwark"])
  }

  @Test func `and boroughs keep the kind that the record says`() {
    #expect(LondonReading("Lambeth", type: "WD").reasons == [.otherType])
    #expect(LondonReading("Clapham Town", type: "LONB").reasons == [.otherType])
    #expect(LondonReading("Clapham Town", type: "WD").areas == ["Clapham Town, Lambeth"])
    #expect(LondonReading("Richmond ward").reasons == [.unknownWords])
  }

  @Test func `and boroughs of London do not share a name`() {
    let names = Set(LondonGazetteer.boroughs.map { $0.name.lowercased() })
    #expect(LondonGazetteer.allWards.count == 704)
    for ward in LondonGazetteer.allWards {
      #expect(!names.contains(ward.name.lowercased()))
    }
  }

  @Test func `are all found by code, and by name with their borough`() {
    for ward in LondonGazetteer.allWards {
      let london = LondonGazetteer.london
      #expect(london.read(ward.code.description).areas == [ward.code])
      let home = LondonReading.name(ward.borough ?? "none")
      #expect(london.read("\(ward.name) Ward (\(home))").areas == [ward.code])
      #expect(london.read(ward.name, borough: home, type: "WD").areas == [ward.code])
    }
  }

  @Test func `by old codes and census areas wait for a lookup`() throws {
    let text = "E01000001; E02000001, E00000003 and E05000026"
    let reading = LondonReading(text).reading
    #expect(reading.areas == [])
    #expect(reading.codesToLookUp == ["E00000003", "E01000001", "E02000001", "E05000026"])
    #expect(reading.unresolved.map(\.reason).first == .codeNotHeld("E01000001"))

    let lookup: [AreaCode: [AreaCode]] = [
      "E01000001": ["E05009288"], "E05000026": ["E05009288", "E05009289", "E99999999"],
    ]
    let gazetteer = Gazetteer(
      boroughs: LondonGazetteer.boroughs, wards: LondonGazetteer.allWards, lookup: lookup)
    let resolved = gazetteer.read(text)
    #expect(resolved.areas == ["E05009288", "E05009289"])
    #expect(resolved.matched.map(\.how) == [.lookup, .lookup])
    #expect(resolved.codesToLookUp == ["E00000003", "E02000001"])
  }

  @Test func `borough-wide is the record's own borough`() {
    #expect(LondonReading("Borough-wide", borough: "Merton").areas == ["Merton"])
    #expect(LondonReading("across the borough", borough: "E09000024").areas == ["Merton"])
    #expect(LondonReading("Borough-wide").reasons == [.noBorough])
  }
}
