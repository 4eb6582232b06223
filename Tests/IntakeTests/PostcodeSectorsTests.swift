import Intake
import SimpleFeatures
import Testing

@Suite struct `Postcode sectors` {
  /// One postcode of each of the six forms of BS 7666.
  @Test(arguments: [
    ("M1 1AE", "M1 1"), ("B33 8TH", "B33 8"), ("CR2 6XH", "CR2 6"), ("DN55 1PT", "DN55 1"),
    ("W1A 1HQ", "W1A 1"), ("EC1A 1BB", "EC1A 1"),
  ])
  func `drop the last two letters of every form of postcode`(postcode: String, sector: String) {
    #expect(PostcodeSectors.sector(of: postcode) == sector)
  }

  @Test(arguments: [
    "SE5 0AA", "se5 0aa", "SE50AA", "  Se5   0aA ", "SE5\u{A0}0AA", "SE5-0AA", "S.E.5 0AA",
    "SE5\t0AA",
  ])
  func `do not mind how a postcode is spelt`(postcode: String) {
    #expect(PostcodeSectors.sector(of: postcode) == "SE5 0")
  }

  @Test(arguments: [
    "", " ", "SE5", "SE5 0", "SE5 0A", "SE5 AA0", "SEE 0AA", "555 0AA", "SE5 00A", "SE5 0AAA",
    "SE105 0AA", "London", "020 7946 0000", "SE1 7PB / SE1 8XX",
  ])
  func `know nothing of what is no postcode in form`(text: String) {
    #expect(PostcodeSectors.sector(of: text) == nil)
  }

  @Test func `place a postcode at the middle of its sector, or nowhere`() throws {
    let sectors = try PostcodeSectors(
      InputFile("sector,lat,lon\nSE5 0,51.47,-0.1\nSE5 8,51.46,-0.09\n"))
    #expect(sectors.position(of: "se5 8zz") == LonLat(longitude: -0.09, latitude: 51.46))
    #expect(sectors.position(of: "SE6 8ZZ") == nil)
    #expect(sectors.position(of: "nonsense") == nil)
  }

  @Test func `refuse a position that is not on the Earth`() throws {
    // The Office for National Statistics writes 99.999999 where it knows no position.
    #expect { try PostcodeSectors(InputFile("sector,lat,lon\nSE5 0,99.999999,0\n")) } throws: {
      guard case IntakeError.invalidValue(_, 2, "lat", "99.999999", _) = $0 else { return false }
      return true
    }
  }
}
