import AccessMeasures
import ColdSpots
import Foundation
import Places
import TestSupport
import Testing

/// A town of twelve places and eight organisations, small enough to be kept here.
///
/// `ReferenceCase/expected.py` computes what is expected from the formulae, with none of the
/// engine's shortcuts. The town holds one of each difficulty: a place without people, one that
/// nobody reaches, tied needs, an organisation without a site, remits by ward and by borough, two
/// branches of one host, no capacity, and a provider of everywhere.
@Suite struct `Small reference case` {
  private let analysis: ColdSpotAnalysis
  private let expected: [PlainTable.Row]

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "ReferenceCase")
    func path(_ file: String) -> String { folder.appending(path: file).path(percentEncoded: false) }
    let town = try ReferenceTown(
      places: path("places.csv"), supporters: path("organisations.csv"))
    // Every place is a ward there; here the remits name the wards of the town.
    var study = try town.studyOfPlaces()
    study.wards = Set(town.places.map(\.ward)).sorted().map { .init($0) }
    for (index, place) in town.places.enumerated() {
      study.places[index].ward = study.wards.firstIndex(of: .init(place.ward))
    }
    analysis = try study.analysis()
    expected = try PlainTable(path: path("expected.csv")).rows
    #expect(try expected.map { try $0.text("id") } == analysis.data.places.ids)
  }

  private func expect(_ values: [Double], agreeWith column: String) throws {
    #expect(values.count == expected.count)
    for (value, row) in zip(values, expected) {
      let number = try row.number(column)
      let id = try row.text("id")
      #expect(value.agrees(with: number, within: 1e-9), "place \(id)")
    }
  }

  @Test func `has the expected need`() throws {
    try expect(analysis.scores.need, agreeWith: "need")
  }

  @Test func `has the expected shortfalls`() throws {
    let functions = analysis.data.functions.functions
    #expect(functions.map(\.key) == ["advice", "funds", "voice"])
    for (function, shortfalls) in zip(functions, analysis.scores.shortfalls) {
      try expect(shortfalls, agreeWith: "short_\(function.key)")
    }
  }

  @Test func `has the expected lack, score and burden`() throws {
    try expect(analysis.scores.lack, agreeWith: "lack")
    try expect(analysis.scores.score, agreeWith: "score")
    try expect(analysis.scores.burden, agreeWith: "burden")
  }

  @Test func `has the expected coverage`() throws {
    try expect(analysis.coverage.organisations.map(Double.init), agreeWith: "organisations")
    try expect(analysis.coverage.independent.map(Double.init), agreeWith: "independent")
    for (sole, row) in zip(analysis.coverage.sole, expected) {
      #expect((sole.map { analysis.data.organisations[$0].id } ?? "none") == (try row.text("sole")))
    }
  }

  @Test func `holds every invariant`() {
    #expect(analysis.invariants.allSatisfy { $0.holds })
  }
}
