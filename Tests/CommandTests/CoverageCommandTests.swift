import Foundation
import TestSupport
import Testing

@Suite struct `Coverage of a study` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try SampleStudy(.nationalGrid).written()
  }

  private func table(_ name: String) throws -> [PlainTable.Row] {
    try PlainTable(path: folder.url.appending(path: "out/\(name)").path(percentEncoded: false)).rows
  }

  @Test func `is told on standard output and written as three tables`() async throws {
    let run = try await CommandRun("coverage", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("1 or more"))
    for (ward, place) in try zip(table("coverage-wards.csv"), 0...) {
      let shares = try (1...3).map { try ward.number("area_share_\($0)") }
      let people = try (1...3).map { try ward.number("people_\($0)") }
      // What three cover, two cover.
      #expect(shares == shares.sorted(by: >) && shares.allSatisfy { (0...1).contains($0) })
      #expect(people == people.sorted(by: >), "ward \(place)")
      #expect(try people[0] <= ward.number("people"))
    }
    let places = try table("coverage-places.csv")
    let wards = try table("coverage-wards.csv")
    let reached = try places.reduce(0.0) {
      try $0 + ($1.number("n_orgs") > 0 ? $1.number("people") : 0)
    }
    #expect(try wards.reduce(0.0) { try $0 + $1.number("people_1") }.agrees(with: reached))
    for place in places {
      #expect(try (place.number("n_orgs") == 1) == !place.text("sole").isEmpty)
      #expect(try (place.number("n_orgs") == 0) == (place.number("chance") == 0))
    }
  }

  @Test(arguments: ["coverage", "sensitivity"])
  func `does not touch tables of an earlier run unless told to`(command: String) async throws {
    let name = "\(command)-wards.csv"
    try folder.write("earlier", to: "out/\(name)")
    let run = try await CommandRun(command, "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 5)
    // Refused before anything is computed, and so before anything is said.
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[E501] "), "\(run.stderr)")
    #expect(folder.files(in: "out") == [name: Array("earlier".utf8)])
    let again = try await CommandRun(
      command, "study.toml", "-o", "out", "--overwrite", in: folder.url)
    #expect(again.status == 0, "\(again.stderr)")
  }

  @Test func `grows with the chance that organisations survive`() async throws {
    var chances: [Double] = []
    for survival in ["0", "0.5", "1"] {
      _ = try await CommandRun(
        "coverage", "study.toml", "-o", "out", "--overwrite", "--survival", survival,
        in: folder.url)
      chances.append(
        try table("coverage-places.csv").reduce(0.0) { try $0 + $1.number("chance") })
    }
    #expect(chances[0] == 0 && chances[0] < chances[1] && chances[1] < chances[2])
  }

  @Test(arguments: [["--survival", "1.5"], ["--survival", "nan"]])
  func `refuses options that cannot be`(options: [String]) async throws {
    let run = try await CommandRun(["coverage", "study.toml"] + options, in: folder.url)
    #expect(run.status == 2)
  }
}

@Suite struct `Sensitivity of a study` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try SampleStudy(.nationalGrid).written()
  }

  @Test func `is told and written as tables, the same on any number of threads`() async throws {
    for threads in ["1", "3"] {
      let run = try await CommandRun(
        "sensitivity", "study.toml", "-o", "out\(threads)", "--draws", "5", "--threads", threads,
        in: folder.url)
      #expect(run.status == 0, "\(run.stderr)")
      #expect(run.stdout.contains("Which choice moves the ranks"))
    }
    #expect(folder.files(in: "out1") == folder.files(in: "out3"))
    #expect(folder.files(in: "out1").keys.contains("sensitivity-wards.csv"))
  }

  @Test func `takes the values of the study file`() async throws {
    let study = try String(contentsOf: folder.url.appending(path: "study.toml"), encoding: .utf8)
    try folder.write(study + "\n[sensitivity]\nradius_scales = [0.5, 2]\n", to: "other.toml")
    let run = try await CommandRun("sensitivity", "other.toml", "--draws", "1", in: folder.url)
    #expect(run.stdout.contains("× 0.5") && run.stdout.contains("× 2"), "\(run.stdout)")
  }

  @Test(arguments: [
    "radius_scales = [0]", "decays = [\"steep\"]", "remit_weights = [2]",
    "aggregations = [\"mean\"]", "need_exponents = \"half\"", "radius = [1]",
  ])
  func `refuses values that cannot be`(line: String) async throws {
    let study = try String(contentsOf: folder.url.appending(path: "study.toml"), encoding: .utf8)
    try folder.write(study + "\n[sensitivity]\n\(line)\n", to: "other.toml")
    let run = try await CommandRun("sensitivity", "other.toml", in: folder.url)
    #expect(run.status == 2)
    #expect(run.stderr.hasPrefix("error[E10"), "\(run.stderr)")
  }

  @Test func `is left out of a run on request`() async throws {
    let run = try await CommandRun(
      "run", "study.toml", "-o", "out", "-q", "--no-sensitivity", in: folder.url)
    #expect(run.status == 0)
    let wards = try String(
      contentsOf: folder.url.appending(path: "out/ranking-wards.csv"), encoding: .utf8)
    #expect(!wards.contains("rank_lo"))
    let full = try await CommandRun(
      "run", "study.toml", "-o", "out", "-q", "--overwrite", in: folder.url)
    #expect(full.status == 0)
    let firm = try String(
      contentsOf: folder.url.appending(path: "out/ranking-wards.csv"), encoding: .utf8)
    #expect(firm.contains("rank_lo,rank_hi,class"))
  }
}
