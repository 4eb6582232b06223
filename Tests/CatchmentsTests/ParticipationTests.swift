import Catchments
import Places
import SimpleFeatures
import Testing

@Suite struct `Participation of organisations` {
  private func participation(
    of organisation: Organisation, _ rules: CatchmentRules = CatchmentRules()
  ) -> Participation {
    Participation(of: organisation, under: rules)
  }

  @Test func `counts an active organisation with a site or a remit`() {
    #expect(participation(of: .working(at: (0, 0))) == .counted)
    #expect(participation(of: .working(remit: .areas(["B1"]))) == .counted)
  }

  @Test(arguments: ["closed", "uncertain", ""])
  func `does not count another status by default`(status: String) {
    #expect(participation(of: .working(at: (0, 0), status: status)) == .statusNotCounted)
  }

  @Test func `does not mind how a status is capitalised`() {
    #expect(participation(of: .working(at: (0, 0), status: "Active")) == .counted)
  }

  @Test func `counts the statuses that the rules name, and no others`() {
    let rules = CatchmentRules(statuses: ["uncertain"])
    #expect(participation(of: .working(at: (0, 0), status: "uncertain"), rules) == .counted)
    #expect(participation(of: .working(at: (0, 0)), rules) == .statusNotCounted)
  }

  @Test func `counts every kind unless the rules name some`() {
    let rules = CatchmentRules(kinds: ["cvs", "anchor"])
    #expect(participation(of: .working(at: (0, 0), kind: "anchor"), rules) == .counted)
    #expect(participation(of: .working(at: (0, 0), kind: "network"), rules) == .kindNotCounted)
    #expect(participation(of: .working(at: (0, 0), kind: "network")) == .counted)
  }

  @Test(arguments: [PanLondonRule.include, .exclude])
  func `counts a provider of everywhere by rule`(rule: PanLondonRule) {
    let rules = CatchmentRules(panLondon: rule)
    let expected: Participation = rule == .include ? .counted : .panLondonExcluded
    #expect(participation(of: .working(remit: .everywhere), rules) == expected)
    #expect(participation(of: .working(at: (0, 0), remit: .everywhere), rules) == expected)
  }

  @Test func `finds no support without a function or without capacity`() {
    #expect(participation(of: .working(at: (0, 0), functions: [])) == .noSupport)
    #expect(participation(of: .working(at: (0, 0), capacity: 0)) == .noSupport)
  }

  @Test func `finds no reach without a usable location, a remit or an area of benefit`() {
    #expect(participation(of: .working()) == .noReach)
    #expect(participation(of: .working(at: (0, 0), precision: .boroughPoint)) == .noReach)
  }

  @Test func `finds no reach from a site where only remits act`() {
    let rules = CatchmentRules(reach: .remitOnly)
    #expect(participation(of: .working(at: (0, 0)), rules) == .noReach)
    #expect(participation(of: .working(at: (0, 0), remit: .areas(["B1"])), rules) == .counted)
    #expect(participation(of: .working(benefit: MultiPolygon([])), rules) == .counted)
  }

  @Test func `gives the first reason of several`() {
    let rules = CatchmentRules(kinds: ["anchor"])
    let idle = Organisation.working(remit: .everywhere, capacity: 0, status: "closed")
    #expect(participation(of: idle, rules) == .statusNotCounted)
    let other = Organisation.working(remit: .everywhere, capacity: 0)
    #expect(participation(of: other, rules) == .kindNotCounted)
    #expect(participation(of: .working(remit: .everywhere, capacity: 0)) == .panLondonExcluded)
    #expect(participation(of: .working(capacity: 0)) == .noSupport)
  }

  @Test func `keeps who does not count out of the matrix but in its columns`() throws {
    let study = try SmallStudy(places: [(0, 0)], wards: [0])
    let catchments = study.catchments(of: [
      .working(at: (0, 0), status: "closed"), .working(at: (0, 0), remit: .everywhere),
      .working(at: (0, 0), capacity: 0), .working(), .working(at: (0, 0)),
    ])
    #expect(
      catchments.participation
        == [.statusNotCounted, .panLondonExcluded, .noSupport, .noReach, .counted])
    #expect(catchments.reach.organisationCount == 5)
    #expect(catchments.reach.organisationsByPlace == [[4]])
  }

  @Test func `has values that files can hold`() {
    #expect(Participation.counted.rawValue == "counted")
    #expect(Participation.statusNotCounted.rawValue == "status_not_counted")
    #expect(Participation.kindNotCounted.rawValue == "kind_not_counted")
    #expect(Participation.panLondonExcluded.rawValue == "pan_london_excluded")
    #expect(Participation.noReach.rawValue == "no_reach")
    #expect(Participation.noSupport.rawValue == "no_support")
  }
}
