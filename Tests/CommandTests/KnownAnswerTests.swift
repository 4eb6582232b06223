import TestSupport
import Testing

/// A study whose answer follows by arithmetic.
///
/// One organisation, with no door and a mandate for B1, gives one function. All of B1 has the same
/// access, so the median of those served is that access: nothing lacks in B1, everything in B2.
/// Need, by mid-rank among the 1000 residents: 200 at 10, 200 at 20, 200 at 30, 400 at 40 are the
/// percentiles 0.1, 0.3, 0.5 and 0.8. The score is 100·√(need · lack).
@Suite struct `Known answer` {
  private static func study(_ place: SampleStudy.Place) throws -> SampleStudy {
    var study = SampleStudy(place)
    study["organisations.csv"] =
      "id,name,serves,x,y,specialisms\nk,Known Office,B1,,,advice\n"
    study["functions.csv"] = "function,column,name,specialisms\nadvice,s_advi,Advice,advice\n"
    try study.replace("radius_m = 3000", with: "decay = \"step\"", in: "study.toml")
    return study
  }

  @Test(arguments: [SampleStudy.Place.lyon, .nationalGrid])
  func `is found for the wards`(place: SampleStudy.Place) async throws {
    let folder = try Self.study(place).written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let rows = try Self.rows(of: "out/ranking-wards.csv", in: folder)
    #expect(rows.map { $0["code"] } == ["W4", "W2", "W1", "W3"])
    #expect(rows.map { $0["rank"] } == ["1", "2", "3", "3"])
    #expect(rows.map { $0["people"] } == ["400", "200", "200", "200"])
    #expect(rows.map { $0["need"] } == ["0.8", "0.3", "0.1", "0.5"])
    #expect(rows.map { $0["lack"] } == ["1", "1", "0", "0"])
    // 100·√0.8 = 89.442719… and 100·√0.3 = 54.772255…
    #expect(rows.map { $0["score"] } == ["89.4427", "54.7723", "0", "0"])
    // 400 · 0.8 and 200 · 0.3.
    #expect(rows.map { $0["burden"] } == ["320", "60", "0", "0"])
    #expect(rows.map { $0["n_orgs"] } == ["0", "0", "1", "1"])
    #expect(rows.map { $0["sole"] } == ["", "", "Known Office", "Known Office"])
    #expect(rows.map { $0["missing"] } == ["advice", "advice", "", ""])
  }

  @Test func `is found for the boroughs`() async throws {
    let folder = try Self.study(.lyon).written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let rows = try Self.rows(of: "out/ranking-boroughs.csv", in: folder)
    #expect(rows.map { $0["code"] } == ["B2", "B1"])
    // B2: (200 · 0.3 + 400 · 0.8) ∕ 600 = 0.6333…, and 100·√0.6333… = 79.582242…
    #expect(rows.map { $0["need"] } == ["0.633333", "0.3"])
    #expect(rows.map { $0["score"] } == ["79.5822", "0"])
  }

  /// With lack as all of the score and ρ = 0, the mandate counts for nothing and nobody is served.
  @Test func `follows the choices on the command line`() async throws {
    let folder = try Self.study(.lyon).written()
    let run = try await CommandRun(
      "run", "study.toml", "-o", "out", "--remit-weight", "0", "--need-exponent", "0",
      in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let rows = try Self.rows(of: "out/ranking-wards.csv", in: folder)
    #expect(rows.map { $0["score"] } == ["100", "100", "100", "100"])
    #expect(rows.map { $0["rank"] } == ["1", "1", "1", "1"])
  }

  /// The rows of a ranking whose cells hold no commas in the columns asked for.
  private static func rows(
    of file: String, in folder: TemporaryFolder
  ) throws -> [[String: String]] {
    let lines = try folder.text(of: file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
