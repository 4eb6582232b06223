import Foundation
import GeoJSON
import MapLayers
import Testing

@testable import ColdSpotKit
@testable import Report

/// The sheet of a borough: what it says is what the layers say, and nothing in it can do harm.
@Suite struct `The sheet of a borough` {
  private static let hostile = [
    "</style><script>alert(1)</script>", "<!--<svg onload=alert(1)>",
    "\"'><img src=x onerror=alert(1)>", "{{map}}{{style}}", "&lt;b&gt;", "]]>", "</title></desc>",
  ]

  private func sheet(_ borough: String, of town: TownRun = TownRun()) throws -> PageReading {
    try PageReading(BoroughSheet(borough, of: town.published()).html)
  }

  /// The texts of the cells of the table of the coldest wards, row by row.
  private func coldest(_ page: PageReading) throws -> [[String]] {
    try page.between(#"<table class="five">"#, "</table>").split(separator: "<tr>").dropFirst(2)
      .map { row in
        row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map {
          String($0.1).replacing(/<small>.*?<\/small>/, with: "").replacing(/<[^>]*>/, with: "")
            .trimmingCharacters(in: .whitespaces)
        }
      }
  }

  @Test func `lists the five coldest wards as the layer ranks them`() throws {
    // Borough 2 has wards 2, 3, 5, 6, 8 and 9; ward 5 has no residents. Ranks skip ward 5, and the
    // score is 90 less ten a rank.
    let rows = try coldest(try sheet("B2"))
    #expect(
      rows == [
        ["1", "Ward 2", "2", "70.0", "50", "1", "premises"],
        ["2", "Ward 3", "3", "60.0", "50", "1", "premises"],
        ["3", "Ward 6", "5", "40.0", "50", "1", "premises"],
        ["4", "Ward 8", "7", "20.0", "50", "1", "premises"],
        ["5", "Ward 9", "8", "10.0", "50", "1", "premises"],
      ])
  }

  @Test func `names every ward in words, those without a score last`() throws {
    let key = try sheet("B2").between(#"<ol class="key">"#, "</ol>")
    let names = key.matches(of: /<span>(.*?)<\/span>/).map { String($0.1) }
    #expect(names == [2, 3, 6, 8, 9, 5].map { "Ward \($0)" })
    #expect(key.matches(of: /no score/).count == 1)
  }

  @Test func `draws every ward once, and the other boroughs around`() throws {
    let page = try sheet("B1")
    #expect(try page.between(#"<g class="wards">"#, "</g>").matches(of: /<path/).count == 3)
    #expect(try page.between(#"<g class="beyond">"#, "</g>").matches(of: /<path/).count == 1)
    #expect(try page.between(#"<g class="numbers">"#, "</g>").matches(of: /<text/).count == 3)
    #expect(try page.between(#"<g class="sites">"#, "</g>").matches(of: /<circle/).count == 1)
  }

  @Test func `adds up whom an organisation reaches over the wards`() throws {
    // Three wards of 1,000 each, the first by distance too: everybody in the borough.
    let table = try sheet("B1").between(#"<table class="reached">"#, "</table>")
    #expect(table.contains(#"<th scope="row">Town Trust</th>"#))
    #expect(table.contains("3,000 <small>100 %</small>"))
    #expect(table.contains("<td>near, remit</td><td>high</td>"))
    #expect(try sheet("B2").text.contains("No organisation that counts reaches anybody here"))
  }

  @Test func `says rank, interval and class of the borough, and what nobody provides`() throws {
    let page = try sheet("B1")
    #expect(page.text.contains("Borough 1 is the coldest of 2 boroughs and likely a cold spot"))
    #expect(page.text.contains("<strong>1 of 2</strong> 1 to 2 in 90 % of ways"))
    #expect(page.text.contains("How firm the ranks are was not computed in this run."))
    // Funding falls a quarter short, premises wholly; the greater gap stands first.
    let bars = try page.between(#"<table class="bars">"#, "</table>")
    let shares = bars.matches(of: /([0-9]+) %/).map { String($0.1) }
    #expect(shares == ["100", "25"])
  }

  @Test(arguments: hostile) func `keeps hostile names as text`(name: String) throws {
    var town = TownRun()
    let harmless = try sheet("B1", of: town)
    town.wardName = name
    town.organisationName = name
    town.note = name
    town.attribution = [name]
    let page = try sheet("B1", of: town)
    let tags = /<[a-zA-Z\/!]/
    #expect(page.text.matches(of: tags).count == harmless.text.matches(of: tags).count)
    let escaped = String(decoding: PageTemplate.escaped(name), as: UTF8.self)
    #expect(try page.between(#"<ol class="key">"#, "</ol>").contains("\(escaped.prefix(20))"))
  }

  @Test func `has no script and asks nothing of anybody`() throws {
    let page = try sheet("B1")
    #expect(!page.text.contains("<script"))
    #expect(page.text.firstMatch(of: /\son[a-z]+=/) == nil)
    #expect(page.text.firstMatch(of: /(src|href|action)=/) == nil)
    #expect(page.text.firstMatch(of: /https?:|@import|url\((?!#unsure\))/) == nil)
    let policy = try page.between(#"Content-Security-Policy" content=""#, "\"")
    #expect(policy.contains("default-src 'none'"))
    #expect(!policy.contains("script-src"))
  }

  @Test func `finds a borough by code or name, whatever the case`() throws {
    let run = try TownRun().published()
    let byCode = try BoroughSheet("b1", of: run)
    #expect(try BoroughSheet("  BOROUGH  1", of: run).html == byCode.html)
    #expect(byCode.fileName == "B1-borough-1.html")
  }

  @Test func `refuses an unknown borough and names those that may be meant`() throws {
    let run = try TownRun().published()
    #expect(
      throws: ReportError.unknownBorough("Boroug 2", near: ["Borough 2", "Borough 1"])
    ) { try BoroughSheet("Boroug 2", of: run) }
    #expect(throws: ReportError.unknownBorough("Atlantis", near: [])) {
      try BoroughSheet("Atlantis", of: run)
    }
    let error = ReportError.unknownBorough("Boroug 2", near: ["Borough 2"])
    #expect(error.description.contains("did you mean Borough 2?"))
  }

  @Test func `refuses a run without boroughs`() throws {
    var town = TownRun()
    town.hasBoroughs = false
    let run = try town.published()
    #expect(throws: ReportError.noBoroughs) { try BoroughSheet("B1", of: run) }
    #expect(throws: ReportError.noBoroughs) { try BoroughSheet.all(of: run) }
  }

  @Test func `is the same alone and among all, and the same each time`() throws {
    let run = try TownRun().published()
    let all = try BoroughSheet.all(of: run)
    #expect(all.map(\.fileName) == ["B1-borough-1.html", "B2-borough-2.html"])
    for (code, sheet) in zip(["B1", "B2"], all) {
      #expect(try BoroughSheet(code, of: run).html == sheet.html)
    }
    #expect(try BoroughSheet.all(of: run).map(\.html) == all.map(\.html))
  }

  @Test func `cuts names that would break the page`() throws {
    var town = TownRun()
    town.wardName = String(repeating: "Llanfair ", count: 400)
    town.organisationName = String(repeating: "e\u{301}\u{302}\u{303}\u{304}", count: 4000)
    town.attribution = [String](repeating: "Contains data. ", count: 400)
    let page = try sheet("B1", of: town)
    #expect(page.text.utf8.count < 40_000)
    #expect(page.text.contains("All credits are in manifest.json."))
  }
}

/// The sheets of the embedded study, without the scenarios of method, which take longer.
@Suite struct `The sheets of London` {
  private static let run = Result { try Study.london().run(stability: false).published() }
  private static let sheets = Result { try BoroughSheet.all(of: run.get()) }

  @Test func `are one for each of the 33 boroughs, none larger than a picture`() throws {
    let sheets = try Self.sheets.get()
    #expect(sheets.count == 33)
    #expect(Set(sheets.map(\.fileName)).count == 33)
    #expect(sheets.contains { $0.fileName == "E09000016-havering.html" })
    #expect(sheets.allSatisfy { $0.html.count < 250_000 })
  }

  @Test func `list the coldest wards of each borough as the layer does`() throws {
    let run = try Self.run.get()
    let wards = LayerTable(try #require(run.layer("wards")))
    let boroughs = LayerTable(try #require(run.layer("boroughs")))
    for (row, sheet) in try Self.sheets.get().enumerated() {
      let code = boroughs.text("code", row: row)
      let own = (0..<wards.rowCount)
        .filter { wards.text("boro_code", row: $0) == code }
        .compactMap { row in wards.number("rank", row: row).map { (Int($0), row) } }
        .sorted { $0 < $1 }
      let table = try PageReading(sheet.html).between(#"<table class="five">"#, "</table>")
      let ranks = table.matches(of: /<td class="number"><b>([0-9]+)<\/b>/).compactMap { Int($0.1) }
      #expect(ranks == own.prefix(5).map(\.0))
      let names = table.matches(of: /<th scope="row">(.*?)<\/th>/).map { String($0.1) }
      let expected = own.prefix(5).map { wards.text("name", row: $0.1) }
        .map { String(decoding: PageTemplate.escaped($0), as: UTF8.self) }
      #expect(names == expected)
    }
  }

  @Test func `know as many organisations as the layer of boroughs`() throws {
    let run = try BoroughSheetRun(try Self.run.get())
    for row in 0..<run.boroughs.rowCount {
      #expect(Double(run.reach[row].count) == run.boroughs.number("n_orgs", row: row))
    }
  }

  @Test func `say that need is an average of the borough`() throws {
    let page = PageReading(try #require(try Self.sheets.get().first).html)
    #expect(page.text.contains("It is a borough average"))
  }
}
