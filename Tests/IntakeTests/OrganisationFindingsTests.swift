import Intake
import Places
import Testing

@Suite struct `Findings on organisations` {
  private let town: TownWithOrganisations

  init() throws {
    town = try TownWithOrganisations()
  }

  @Test func `are none where all is well`() throws {
    #expect(try town.read(rows: ["a,A,B1,530500,181500,advice"]).findings.isEmpty)
  }

  @Test func `count those outside every area and keep them`() throws {
    let read = try town.read(rows: [
      "b,B,,529999,181500,advice", "a,A,,530001,181500,advice", "c,C,B1,600000,181500,space",
    ])
    #expect(read.organisations.count == 3)
    let finding = try #require(read.findings.first)
    #expect(finding.code == "W101")
    #expect(finding.severity == .warning)
    #expect(finding.count == 2)
    #expect(finding.examples == ["line 2: b", "line 4: c"])
  }

  @Test func `list the areas of remits that the boundaries do not have`() throws {
    let read = try town.read(rows: [
      "a,A,B1;E09000033;W9,530500,181500,advice", "b,B,Westminster,530500,181500,advice",
    ])
    #expect(read.organisations.map(\.remit) == [.areas(["B1"]), .none])
    #expect(read.findings.map(\.code) == ["W103"])
    #expect(read.findings[0].count == 3)
    #expect(
      read.findings[0].occurrences.map(\.value) == ["a: E09000033", "a: W9", "b: Westminster"])
  }

  @Test func `count each specialism that provides nothing`() throws {
    let read = try town.read(rows: [
      "a,A,,530500,181500,advice;dancing", "b,B,,530500,181500,dancing;singing",
    ])
    #expect(read.organisations.map(\.functions) == [[0], []])
    #expect(read.findings.map(\.code) == ["N104", "N109"])
    #expect(read.findings.allSatisfy { $0.severity == .note })
    #expect(read.findings[0].examples == ["line 2: dancing", "line 3: dancing", "line 3: singing"])
    #expect(read.findings[1].examples == ["line 3: b"])
  }

  @Test func `count those with neither a site nor a remit`() throws {
    let read = try town.read(rows: ["a,A,,,,advice", "b,B,B1,,,advice", "c,C,W9,,,advice"])
    #expect(read.organisations.count == 3)
    #expect(read.findings.map(\.code) == ["W103", "W110"])
    #expect(read.findings[1].examples == ["line 2: a", "line 4: c"])
  }

  @Test func `do not count those that declare an area of benefit as lost`() throws {
    let zone = town.wards.wards.areas[0].shape
    let read = try town.read(rows: ["a,A,,,,advice"], areasOfBenefit: ["a": zone])
    #expect(read.organisations[0].areaOfBenefit == zone)
    #expect(read.findings.isEmpty)
  }

  @Test func `do not depend on the order of the rows`() throws {
    let rows = [
      "a,A,W9,529999,181500,advice;dancing", "b,B,W8,,,singing", "c,C,,600000,181500,space",
    ]
    // All but the lines that they give.
    func told(_ rows: [String]) throws -> [[String]] {
      try town.read(rows: rows).findings.map { finding in
        [finding.code, finding.message] + finding.occurrences.map(\.value).sorted()
      }
    }
    #expect(try told(rows) == told(rows.reversed()))
  }
}
