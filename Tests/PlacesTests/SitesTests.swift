import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Sites of an organisation` {
  private func site(
    _ x: Double, _ y: Double = 0, _ precision: LocationPrecision = .point, name: String = "",
    flags: Set<Site.Flag> = [], line: Int? = nil
  ) -> Site {
    Site(
      position: Coordinate(x: x, y: y), precision: precision, name: name, flags: flags,
      source: line.map { RowSource(file: "a.csv", line: $0) })
  }

  private func organisation(_ sites: [Site], rows: [Int] = []) -> Organisation {
    Organisation(
      id: "o", name: "", sites: sites, functions: [0],
      provenance: Provenance(rows: rows.map { RowSource(file: "a.csv", line: $0) }))
  }

  @Test func `begin with the one that is called the main one`() {
    let main = site(9, 0, .postcodeDistrict, flags: [.main])
    #expect(organisation([site(1), main, site(5)]).site == main)
  }

  @Test func `begin with the one known best where none is called so`() {
    let sites = [site(1, 0, .postcodeSector), site(7, 0, .postcode), site(9)]
    #expect(organisation(sites).sites.map(\.precision) == [.point, .postcode, .postcodeSector])
  }

  @Test func `go from west to east and from south to north`() {
    let sites = [site(2, 1), site(1, 5), site(2, 0), site(0, 9)]
    #expect(organisation(sites).sites == [site(0, 9), site(1, 5), site(2, 0), site(2, 1)])
  }

  @Test(arguments: UInt64(0)..<20)
  func `come in one order whatever order they are told in`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sites = (0..<12).map { index in
      // Few positions and names, so that ties are common.
      site(
        Double(Int.random(in: 0...1, using: &random)),
        Double(Int.random(in: 0...1, using: &random)),
        Bool.random(using: &random) ? .point : .postcode,
        name: ["", "a", "b"].randomElement(using: &random) ?? "", line: index / 2)
    }
    let expected = organisation(sites).sites
    #expect(organisation(sites.shuffled(using: &random)).sites == expected)
    #expect(organisation(expected).sites == expected)
  }

  @Test func `leave out what tells nothing, and the same twice`() {
    let nothing = Site(
      position: nil, precision: .none, source: RowSource(file: "a.csv", line: 3))
    #expect(organisation([nothing, .unknown]).sites.isEmpty)
    #expect(organisation([nothing]).site == .unknown)
    #expect(organisation([site(1), site(1)]).sites.count == 1)
  }

  @Test func `keep an address that nobody could place, last`() {
    let unplaced = Site(position: nil, precision: .point, postcode: "ZZ1 1ZZ")
    #expect(organisation([unplaced, site(1)]).sites == [site(1), unplaced])
    #expect(organisation([unplaced]).hasSite == false)
  }

  @Test func `are those of one organisation whether told as one or as several`() {
    #expect(
      Organisation(id: "o", name: "", site: site(1), functions: [0])
        == Organisation(id: "o", name: "", sites: [site(1)], functions: [0]))
    #expect(organisation([site(1)]).at(site(2)).sites == [site(2)])
  }

  @Test func `give the different positions that are known well enough`() {
    let sites = [
      site(3), site(3, 0, .postcode, name: "side door"), site(4, 0, .postcodeSector), site(5),
    ]
    let organisation = organisation(sites)
    #expect(organisation.positions(knownAtLeast: .postcode).map(\.x) == [3, 5])
    #expect(organisation.positions(knownAtLeast: .postcodeSector).map(\.x) == [3, 5, 4])
  }

  @Test func `are near by the nearest of them`() throws {
    let organisation = organisation([site(0), site(10), site(7, 0, .postcodeSector)])
    func nearest(_ x: Double, _ least: LocationPrecision) throws -> (Double?, Double) {
      let found = try #require(
        organisation.nearestSite(to: Coordinate(x: x, y: 0), knownAtLeast: least))
      return (found.site.position?.x, found.distance.metres)
    }
    #expect(try nearest(8, .outputArea) == (10, 2))
    #expect(try nearest(8, .postcodeSector) == (7, 1))
    // As far from either: the first.
    #expect(try nearest(5, .outputArea) == (0, 5))
    #expect(
      Organisation(id: "o", name: "", functions: []).nearestSite(
        to: Coordinate(x: 0, y: 0), knownAtLeast: .point) == nil)
  }

  @Test func `share out the rows that told of the organisation, none lost`() {
    // Row 2 told of the first site, 5 of the second, 9 of neither.
    let organisation = organisation([site(1, line: 2), site(2, line: 5)], rows: [9, 2, 5])
    #expect(organisation.rows(ofSite: 0).map(\.line) == [2, 9])
    #expect(organisation.rows(ofSite: 1).map(\.line) == [5])
  }

  @Test func `of one row both have that row`() {
    let organisation = organisation([site(1, line: 2), site(2, line: 2)], rows: [2])
    #expect(organisation.rows(ofSite: 0).map(\.line) == [2])
    #expect(organisation.rows(ofSite: 1).map(\.line) == [2])
  }

  @Test func `of unknown source have the rows of the organisation`() {
    let organisation = organisation([site(1), site(2)], rows: [4, 3])
    #expect(organisation.rows(ofSite: 0).map(\.line) == [3, 4])
    #expect(organisation.rows(ofSite: 1).map(\.line) == [3, 4])
  }
}

@Suite struct `What is told of a site` {
  @Test func `names it by its name and its postcode`() {
    func label(_ name: String, _ postcode: String) -> String {
      Site(position: nil, precision: .none, name: name, postcode: postcode).label
    }
    #expect(label("Peckham office", "SE15 4AA") == "Peckham office, SE15 4AA")
    #expect(label("", "SE15 4AA") == "SE15 4AA")
    #expect(label("Hut", "") == "Hut")
    #expect(Site.unknown.label == "")
  }

  @Test(arguments: [
    (Site.Flag.main, "main site"), (.headOffice, "head office"), (.largeUser, "large user"),
    (.terminated(since: "2016-03"), "terminated 2016-03"), (.terminated(since: ""), "terminated"),
    (.repaired(from: "S0171BJ"), "repaired from S0171BJ"),
  ])
  func `puts what to bear in mind in words`(flag: Site.Flag, words: String) {
    #expect(flag.description == words)
  }
}

@Suite struct `Row of an input` {
  @Test func `is written as editors write it`() {
    #expect(RowSource(file: "organisations.csv", line: 12).description == "organisations.csv:12")
    #expect(
      RowSource(file: "partners.xlsx", sheet: "Offices", line: 3).description
        == "partners.xlsx [Offices]:3")
  }

  @Test func `comes after those of earlier files, sheets and lines, each once`() {
    let rows = [
      RowSource(file: "a.csv", line: 9), RowSource(file: "a.csv", line: 10),
      RowSource(file: "b.xlsx", sheet: "A", line: 30),
      RowSource(file: "b.xlsx", sheet: "B", line: 1),
    ]
    #expect(Provenance(rows: rows.reversed() + rows).rows == rows)
  }
}
