import Intake
import Places
import Testing

/// Directories of services in the layouts of Open Referral UK.
@Suite struct `Open Referral files` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func read(
    _ text: String, name: String = "services.json"
  ) throws -> OrganisationReader.Reading {
    try town.reader(postcodes: SouthBank.directory()).survey(InputFile(text, name: name))
  }

  /// One page of `/services`, as the interface answers.
  private static func page(_ services: String...) -> String {
    """
    {"total_items":\(services.count),"total_pages":1,"page_number":1,"size":\(services.count),
     "first_page":true,"last_page":true,"empty":false,
     "contents":[\(services.joined(separator: ",\n"))]}
    """
  }

  private static func service(
    _ id: String, _ name: String, organisation: (id: String, name: String), latitude: String,
    longitude: String, postcode: String, area: String
  ) -> String {
    """
    {"id":"\(id)","name":"\(name)","status":"active","description":"Help",
     "organization":{"id":"\(organisation.id)","name":"\(organisation.name)"},
     "service_at_locations":[{"id":"\(id)-at","location":{"id":"\(id)-l","name":"Hall",
       "latitude":\(latitude),"longitude":\(longitude),"external_identifier":"10008123456",
       "external_identifier_type":"UPRN","addresses":[{"postal_code":"\(postcode)"}]}}],
     "service_areas":[{"id":"\(id)-a","name":"\(area)","extent_type":"geojson"}]}
    """
  }

  @Test func `are pages of services, those of one organisation brought together`() throws {
    let oval = (id: "o-1", name: "Oval Advice")
    let reading = try read(
      Self.page(
        Self.service(
          "s-1", "Debt advice", organisation: oval, latitude: "51.4803", longitude: "-0.119357",
          postcode: "SE11 5JA", area: "Lambeth"),
        Self.service(
          "s-2", "Housing advice", organisation: oval, latitude: "51.485", longitude: "-0.08",
          postcode: "SE15 1AA", area: "Southwark"),
        Self.service(
          "s-3", "Room hire", organisation: (id: "o-2", name: "Chaucer Hall"),
          latitude: "51.497614", longitude: "-0.09106", postcode: "SE1 8XX", area: "Chaucer")))
    #expect(reading.problems == [])
    #expect(reading.organisations.map(\.id) == ["o-1", "o-2"])
    #expect(reading.organisations.map(\.name) == ["Oval Advice", "Chaucer Hall"])
    #expect(
      Set(reading.organisations[0].sites.compactMap(town.ward))
        == [SouthBank.oval, SouthBank.peckham])
    #expect(reading.organisations[0].remit == .areas([SouthBank.lambeth, SouthBank.southwark]))
    #expect(reading.organisations[1].remit == .areas([SouthBank.chaucer]))
    #expect(reading.places("N132").map(\.line) == [2])
    #expect(reading.account == RowAccount(rows: 3))
    #expect(reading.accountsForEveryRow)
  }

  @Test func `may have an example location that is nowhere on the Earth`() throws {
    let service = Self.service(
      "s-1", "Debt advice", organisation: (id: "o-1", name: "Oval Advice"), latitude: "100",
      longitude: "101", postcode: "SE11 5JA", area: "Lambeth")
    let reading = try read(Self.page(service))
    #expect(reading.places("W128").map(\.line) == [1])
    #expect(reading.places("W128").map(\.value) == ["101, 100"])
    // The postcode beside it still tells.
    #expect(town.ward(of: reading.organisations[0].site) == SouthBank.oval)
    #expect(reading.organisations[0].site.precision == .postcode)
    #expect(reading.accountsForEveryRow)
  }

  @Test func `may be tables`() throws {
    let text = """
      organization.id,organization.name,service.id,service.name,service.status,\
      locations.latitude,locations.longitude,locations.external_identifier,\
      addresses/0/postal_code,service_areas/0/name,service_areas/0/extent_type
      o-1,Oval Advice,s-1,Debt advice,active,51.4803,-0.119357,10008123456,SE11 5JA,Lambeth,geojson
      o-1,Oval Advice,s-2,Housing advice,active,,,,SE15 1AA,Southwark,geojson
      o-2,Chaucer Hall,s-3,Room hire,inactive,51.497614,-0.09106,,SE1 8XX,Chaucer,geojson

      """
    let reading = try read(text, name: "services.csv")
    #expect(reading.organisations.map(\.id) == ["o-1", "o-2"])
    #expect(
      Set(reading.organisations[0].sites.compactMap(town.ward))
        == [SouthBank.oval, SouthBank.peckham])
    #expect(reading.organisations[1].status == "inactive")
    #expect(
      reading.organisations.map { $0.remit.description } == [
        "E09000022;E09000028", "E05011098",
      ])
    #expect(reading.accountsForEveryRow)
  }

  @Test func `keep every place of a service`() throws {
    let reading = try read(
      Self.page(
        """
        {"id":"s-1","name":"Debt advice","status":"active",
         "organization":{"id":"o-1","name":"Oval Advice"},
         "service_at_locations":[
          {"location":{"latitude":51.4803,"longitude":-0.119357,
            "addresses":[{"postal_code":"SE11 5JA"}]}},
          {"location":{"latitude":51.485,"longitude":-0.08,
            "addresses":[{"postal_code":"SE15 1AA"}]}}]}
        """))
    #expect(
      Set(reading.organisations[0].sites.compactMap(town.ward))
        == [SouthBank.oval, SouthBank.peckham])
  }
}
