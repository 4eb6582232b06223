import ColdSpotKit
import Foundation
import TestSupport
import Testing

@Suite struct `Comparing two runs` {
  @Test func `finds nothing between a run and itself`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    for level in RunComparison.Level.allCases {
      let comparison = try RunComparison(out, out, level: level)
      #expect(comparison.isSame)
      #expect(comparison.explanation == .none)
      #expect(comparison.areas.count > 1)
      #expect(comparison.text(rows: 10).hasPrefix("The runs are the same"))
    }
  }

  @Test func `lays every move to the one kind of cause that differs`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let other = try sample.run(to: "other") {
      $0.catchment.remitWeight = 0.1
      $0.score.needExponent = 0.75
    }
    let comparison = try RunComparison(out, other)
    #expect(comparison.explanation == .one(.parameter))
    #expect(
      comparison.differences.map(\.name) == ["catchment.remit_weight", "score.need_exponent"])
    #expect(comparison.differences.map(\.first) == ["0.5", "0.5"])
    #expect(comparison.differences.map(\.second) == ["0.1", "0.75"])
    let moved = comparison.areas.filter(comparison.isMoved)
    #expect(!moved.isEmpty)
    #expect(moved.allSatisfy { $0.cause == .parameter })
    #expect(comparison.areas.allSatisfy { comparison.isMoved($0) || $0.cause == nil })
    // The other way round, every change has the opposite sign.
    let back = try RunComparison(other, out)
    let changes = Dictionary(
      uniqueKeysWithValues: back.areas.map { ($0.code, $0.rankChange) })
    for area in comparison.areas {
      #expect(area.rankChange.map { -$0 } == changes[area.code])
    }
  }

  @Test func `shows the largest moves first, and the figures that were published`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let other = try sample.run(to: "other") { $0.catchment.reach = .nearest(count: 1) }
    let comparison = try RunComparison(out, other)
    let sizes = comparison.areas.map { abs($0.rankChange ?? 0) }
    #expect(sizes == sizes.sorted(by: >))
    let published = try PublishedRun(contentsOf: other)
    let layer = try #require(published.layer("wards"))
    #expect(comparison.areas.count == layer.features.count)
    let rank = try #require(layer.columns.firstIndex { $0.name == "rank" })
    for feature in layer.features {
      let area = try #require(comparison.areas.first { $0.code == feature.id })
      #expect(area.second.rank.map(String.init) ?? "" == feature.values[rank].plainText)
    }
  }

  @Test func `lays moves to the data where only a file's content differs`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let organisations = try sample.folder.text(of: "organisations.csv")
    try sample.folder.write(
      organisations.replacing(",active,", with: ",closed,", maxReplacements: 2),
      to: "organisations.csv")
    let comparison = try RunComparison(out, try sample.run(to: "other"))
    #expect(comparison.explanation == .one(.data))
    let difference = try #require(comparison.differences.first)
    #expect(comparison.differences.count == 1)
    #expect(difference.name == "organisations.file")
    #expect(difference.first.hasPrefix("organisations.csv (sha256 "))
    #expect(difference.first != difference.second)
  }

  @Test func `takes a scenario for other data, and a title for nothing`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let other = try sample.run(to: "other") {
      $0.name = "Another title"
      $0.scenario.added = [
        Scenario.Opening("Hub", at: LonLat(longitude: 0.2, latitude: 51.6))
      ]
    }
    let comparison = try RunComparison(out, other)
    #expect(comparison.explanation == .one(.data))
    #expect(comparison.differences.map(\.cause) == [nil, .data])
  }

  @Test(arguments: RunComparison.Level.allCases)
  func `splits moves into parts that add up`(level: RunComparison.Level) throws {
    let (sample, other) = try (SampleRun(), SampleRun())
    let out = try sample.run(to: "out")
    // Fewer wards, other data and other parameters.
    let second = try other.run(to: "out") {
      $0.wards.merged = ["E09000002"]
      $0.scenario.closed = ["org002", "org005"]
      $0.catchment.reach = .disc(radius: .kilometres(2), decay: .linear)
    }
    let comparison = try RunComparison(out, second, level: level)
    #expect(comparison.explanation == .split([.boundary, .data, .parameter]))
    expectSums(comparison)
    #expect(comparison.areas.contains { !$0.parts.isEmpty })
    if level == .ward {
      #expect(comparison.onlyInSecond.map(\.code) == ["E09000002"])
      #expect(!comparison.onlyInFirst.isEmpty)
    }
  }

  /// A scenario that closes somebody and another radius, each alone, tell what the parts must be.
  @Test func `splits moves into what each cause changes after those before it`() throws {
    let sample = try SampleRun()
    let close: (inout StudySettings) -> Void = { $0.scenario.closed = ["org002"] }
    let narrow: (inout StudySettings) -> Void = {
      $0.catchment.reach = .disc(radius: .kilometres(1.5), decay: .linear)
    }
    let runs = try (
      sample.run(to: "a"), sample.run(to: "b", close),
      sample.run(to: "c") {
        close(&$0)
        narrow(&$0)
      }
    )
    let whole = try RunComparison(runs.0, runs.2)
    #expect(whole.explanation == .split([.data, .parameter]))
    expectSums(whole)
    let steps = try [RunComparison(runs.0, runs.1), RunComparison(runs.1, runs.2)].map {
      Dictionary(uniqueKeysWithValues: $0.areas.map { ($0.code, $0) })
    }
    for area in whole.areas where !area.parts.isEmpty {
      for (part, step) in zip(area.parts, steps) {
        #expect(part.rank == step[area.code]?.rankChange)
        #expect(abs(part.score - (step[area.code]?.scoreChange ?? .nan)) < 1e-9)
      }
    }
  }

  @Test func `has a part of the program where a run is by another version`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let other = try sample.run(to: "other") { $0.catchment.remitWeight = 0.2 }
    try sample.replace(
      "\"program\": \"coldspot ", with: "\"program\": \"coldspot 0.0.", in: "other/manifest.json")
    let comparison = try RunComparison(out, other)
    #expect(comparison.explanation == .split([.parameter, .program]))
    expectSums(comparison)
    // The bytes are those of this version, so its part is none.
    for area in comparison.areas {
      for part in area.parts where part.cause == .program { #expect(part.score == 0) }
    }
  }

  @Test func `says why causes cannot be told apart`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let other = try sample.run(to: "other") {
      $0.catchment.remitWeight = 0.2
      $0.scenario.closed = ["org002"]
    }
    try FileManager.default.removeItem(at: sample.folder.url.appending(path: "places.csv"))
    let comparison = try RunComparison(out, other)
    guard case .unknown([.data, .parameter], let reason) = comparison.explanation else {
      Issue.record("\(comparison.explanation)")
      return
    }
    #expect(reason.contains("places.csv"))
    #expect(comparison.areas.allSatisfy { $0.parts.isEmpty && $0.cause == nil })
    #expect(comparison.text(rows: 3).contains("cannot be told"))
    let json = try JSONReader().read(comparison.json)
    #expect(json["told_apart"] == .bool(false))
  }

  @Test func `says that a step cannot be computed`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    // Nobody in the first run's file has the status that the second run counts.
    let organisations = try sample.folder.text(of: "organisations.csv")
    let second = try SampleRun()
    try second.folder.write(
      organisations.replacing(",active,", with: ",running,"), to: "organisations.csv")
    let other = try second.run(to: "out") { $0.catchment.statuses = ["running"] }
    let comparison = try RunComparison(out, other)
    guard case .unknown(_, let reason) = comparison.explanation else {
      Issue.record("\(comparison.explanation)")
      return
    }
    #expect(reason.contains("the step to the other data"))
  }

  @Test func `refuses a level that a run has not, and a folder that is none of a run`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out") {
      $0.boroughs = nil
      $0.need.file = nil
      $0.need.unit = .place
      $0.need.columns.index = "people"
      $0.need.columns.direction = .higher
    }
    #expect(throws: StudyError.self) { try RunComparison(out, out, level: .borough) }
    #expect(throws: StudyError.self) { try RunComparison(out, sample.folder.url) }
  }

  @Test func `is a table with a row for every area of either run`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let other = try sample.run(to: "other") { $0.wards.merged = ["E09000002"] }
    let comparison = try RunComparison(out, other)
    #expect(comparison.explanation == .one(.boundary))
    #expect(
      comparison.table.rowCount
        == comparison.areas.count + comparison.onlyInFirst.count + comparison.onlyInSecond.count)
    let lines = String(decoding: comparison.table.csv, as: UTF8.self).split(separator: "\n")
    #expect(lines[0].hasPrefix("code,name,borough,in_run,rank_1,rank_2,rank_change,score_1"))
    #expect(lines.contains { $0.hasPrefix("E09000002,") })
  }

  /// Parts add up to the change of the score, to the fourth decimal that is published, and to that
  /// of the rank exactly.
  private func expectSums(_ comparison: RunComparison) {
    for area in comparison.areas where !area.parts.isEmpty {
      let score = area.parts.reduce(0) { $0 + $1.score }
      let rank = area.parts.reduce(0) { $0 + $1.rank }
      #expect(abs(score - (area.scoreChange ?? .nan)) < 1e-9, "\(area.code)")
      #expect(rank == area.rankChange, "\(area.code)")
    }
  }
}
