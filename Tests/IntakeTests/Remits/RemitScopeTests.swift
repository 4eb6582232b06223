import Intake
import Places
import Testing

@Suite struct `Remit scope` {
  @Test(arguments: [
    "pan-london", "Pan-London", "PAN LONDON", "london-wide", "Londonwide", "all London boroughs",
    "Greater London", "E12000007", "across London", "throughout London", "Throughout London",
    "all of London", "London", "all 33 London boroughs", "City-wide", "London region",
    "London boroughs", "all over London", "London, UK", "Greater London, England",
  ])
  func `is the study area for the words that mean it`(text: String) {
    let read = LondonReading(text)
    #expect(read.reading.isEverywhere)
    #expect(read.reading.remit == .everywhere)
    #expect(read.reading.scope == .studyWide)
    #expect(read.unresolved == [])
  }

  @Test(
    arguments: [
      ("national", .national), ("UK", .national), ("United Kingdom", .national),
      ("England", .national), ("England and Wales", .national), ("Throughout England", .national),
      ("Throughout England And Wales", .national), ("nationwide", .national),
      ("UK-wide", .national),
      ("E92000001", .national), ("K02000001", .national), ("GLS030", .national),
      ("global", .global), ("GLS010", .global), ("worldwide", .global),
      ("GLS020", .supranational), ("international", .supranational),
      ("national; pan-London", .national),
    ] as [(String, RemitScope)])
  func `wider than the study area takes it in, and is kept`(text: String, scope: RemitScope) {
    let reading = LondonReading(text).reading
    #expect(reading.isEverywhere)
    #expect(reading.scope == scope)
    #expect(reading.unresolved == [])
  }

  @Test(
    arguments: [
      ("GLS040", .subnational), ("GLS050", .localAuthority), ("Local authority", .localAuthority),
      ("GLS060", .localArea), ("Local area", .localArea), ("local", .localArea),
    ] as [(String, RemitScope)])
  func `narrower says how far, and not where`(text: String, scope: RemitScope) {
    let reading = LondonReading(text).reading
    #expect(reading.scope == scope)
    #expect(reading.remit == .none)
    #expect(reading.unresolved == [])
  }

  @Test func `is not the city that only says where an area lies`() {
    #expect(LondonReading("Lambeth, London").areas == ["Lambeth"])
    #expect(!LondonReading("Lambeth, London").reading.isEverywhere)
    #expect(!LondonReading("Bromley, Greater London, UK").reading.isEverywhere)
    #expect(!LondonReading("Lambeth in London").reading.isEverywhere)
    #expect(!LondonReading("Camelot, London").reading.isEverywhere)
    #expect(!LondonReading("London boroughs: Lambeth, Southwark").reading.isEverywhere)
    #expect(LondonReading("Lambeth and London").reading.isEverywhere)
    #expect(LondonReading("Lambeth; London").reading.isEverywhere)
    #expect(LondonReading("older people in London").reading.isEverywhere)
    #expect(LondonReading("Lambeth, pan-London").reading.isEverywhere)
  }

  @Test(arguments: ["Wales", "Scotland", "W92000004", "Throughout Wales", "Northern Ireland"])
  func `outside the study serves nobody in it`(text: String) {
    let read = LondonReading(text)
    #expect(read.reading.remit == .none)
    #expect(read.reasons == [.outside])
  }

  @Test func `of a country elsewhere is outside, as the record says`() {
    #expect(LondonReading("France", type: "Country").reasons == [.outside])
    #expect(LondonReading("Africa", type: "Continent").reasons == [.outside])
    #expect(LondonReading("France").reasons == [.unknownName])
    #expect(LondonReading("Throughout London", type: "Region").reading.isEverywhere)
    #expect(LondonReading("E09000022", type: "LONB").areas == ["Lambeth"])
    #expect(LondonReading("E12000007", type: "RGN/GOR").reading.isEverywhere)
    #expect(LondonReading("E01000001", type: "LSOA").reasons == [.codeNotHeld("E01000001")])
  }

  @Test func `has the everywhere words of a study`() {
    let gazetteer = Gazetteer(
      boroughs: LondonGazetteer.boroughs, wards: [], everywhere: ["Metro region"])
    #expect(gazetteer.read("metro-region").isEverywhere)
  }
}

@Suite struct `Remits of another city` {
  /// Arrondissements and quarters, by their numbers and names.
  private let paris = Gazetteer(
    boroughs: [("75103", "Temple"), ("75104", "Hôtel-de-Ville"), ("75105", "Panthéon")],
    wards: [
      ("7510310", "Enfants-Rouges", "75103"), ("7510309", "Arts-et-Métiers", "75103"),
      ("7510517", "Saint-Victor", "75105"), ("7510417", "Saint-Victor", "75104"),
    ],
    regions: try? RegionTable([
      .init(name: "Rive droite", codes: ["75103", "75104"], source: "the Seine")
    ]),
    words: RemitWords(places: ["Paris"], codes: ["75056": .studyWide]))

  @Test func `are read with its own names, regions and words`() {
    #expect(paris.read("Temple; PANTHEON").areas == ["75103", "75105"])
    #expect(paris.read("hotel de ville").areas == ["75104"])
    #expect(paris.read("75103, 7510517").areas == ["7510517", "75103"].sorted())
    #expect(paris.read("Rive droite").areas == ["75103", "75104"])
    #expect(paris.read("Saint-Victor (Panthéon)").areas == ["7510517"])
    #expect(paris.read("Saint-Victor").unresolved.map(\.reason) == [.ambiguousName])
    #expect(paris.read("pan-Paris").isEverywhere)
    #expect(paris.read("75056").isEverywhere)
    #expect(!paris.read("London").isEverywhere)
  }
}
