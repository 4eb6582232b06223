import GeoJSON
import MapLayers
import Testing

@testable import ColdSpotKit
@testable import Report

/// The page as a file: what is in it, and that nothing in it can do harm.
@Suite struct `The page` {
  /// Names that mean something to HTML, to JavaScript, to templates and to the eye.
  private static let hostile = [
    "</script><script>alert(1)</script>", "<!--<script>", "\"'><img src=x onerror=alert(1)>",
    "{{data}}{{script}}", "&lt;b&gt;", "\u{2028}\u{2029}", "a\u{202E}b", "]]>", "\\\"</SCRIPT >",
  ]

  @Test(arguments: hostile) func `keeps hostile names as text`(name: String) throws {
    var town = TownRun()
    let harmless = try PageReading(HTMLPage.render(town.published()))
    town.wardName = name
    town.organisationName = name
    town.note = name
    town.attribution = [name]
    let page = try PageReading(HTMLPage.render(town.published()))
    let tags = /<[a-zA-Z\/!]/
    #expect(page.text.matches(of: tags).count == harmless.text.matches(of: tags).count)
    #expect(try page.column("names").first == .string("\(name) 1"))
    let organisation = try #require(try page.data()["organisations"]?.array?.first)
    #expect(organisation["name"] == .string(name))
    #expect(organisation["note"] == .string(name))
  }

  @Test func `holds every ward once, with its rank`() throws {
    let page = try PageReading(HTMLPage.render(TownRun().published()))
    #expect(try page.column("codes") == (1...9).map { .string("W\($0)") })
    let ranks: [JSONValue] =
      [1, 2, 3, 4].map { .integer($0) } + [.null]
      + [5, 6, 7, 8].map { .integer($0) }
    #expect(try page.column("rank") == ranks)
    #expect(try page.column("codes", of: "boroughs") == [.string("B1"), .string("B2")])
  }

  @Test func `tells every ward its borough, what is missing and how much`() throws {
    let page = try PageReading(HTMLPage.render(TownRun().published()))
    #expect(try page.column("borough") == [0, 1, 1, 0, 1, 1, 0, 1, 1].map { .integer($0) })
    #expect(try page.column("missing").first == .array([.integer(1)]))
    let shortfalls = try page.column("shortfalls")
    #expect(shortfalls.map { $0.array?.first } == [.number(0.25), .integer(1)])
  }

  @Test func `says who reaches a ward, and a borough by the sum of its wards`() throws {
    let reach = try #require(
      try PageReading(HTMLPage.render(TownRun().published())).data()["reach"])
    // [organisation, ways, people]; distance is 1, remit is 2.
    func row(_ ways: Int, _ people: Int) -> JSONValue {
      .array([.array([.integer(0), .integer(ways), .integer(people)])])
    }
    let none = JSONValue.array([])
    #expect(
      reach["wards"]?.array == [
        row(3, 1000), none, none, row(2, 1000), none, none, row(2, 1000), none, none,
      ])
    #expect(reach["boroughs"]?.array == [row(3, 3000), none])
  }

  @Test func `shows the coldest without JavaScript`() throws {
    let page = try PageReading(HTMLPage.render(TownRun().published()))
    let rows = try page.between("<tbody>", "</tbody>").split(separator: "\n")
    #expect(rows.count == 8, "the ward without residents has no rank")
    #expect(
      rows.first
        == #"<tr><td>1</td><th scope="row">Ward 1</th><td>Borough 1</td><td>80</td></tr>"#)
  }

  @Test func `has the same bytes each time`() throws {
    let run = try TownRun(cornersPerSide: 3).published()
    #expect(try HTMLPage.render(run) == HTMLPage.render(run))
  }

  @Test func `needs no boroughs`() throws {
    let page = try PageReading(HTMLPage.render(TownRun(hasBoroughs: false).published()))
    #expect(try page.data()["levels"]?["boroughs"] == nil)
    #expect(try page.column("borough").allSatisfy { $0 == .integer(-1) })
  }

  @Test func `compares two runs ward by ward`() throws {
    var other = TownRun()
    other.hasBoroughs = false
    let bytes = try HTMLPage.render(TownRun().published(), compare: other.published())
    let levels = try #require(try PageReading(bytes).data()["compare"]?["levels"])
    #expect(levels["wards"]?["score"] == .array(try PageReading(bytes).column("score")))
    #expect(levels["boroughs"] == nil, "the other run has none")
  }

  @Test func `refuses a run without areas`() throws {
    let run = try PublishedRun(layers: [], manifest: TownRun().manifest)
    #expect(throws: ReportError.noAreas) { try HTMLPage.render(run) }
  }
}
