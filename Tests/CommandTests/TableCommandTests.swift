import Foundation
import TestSupport
import Testing

/// Three places and two sites: 100 people beside the first site, 50 within 1 km of it, nobody
/// beside the second.
private let places = "id,people,x,y\na,100,1000,1000\nb,50,2000,1000\nc,0,5000,1000\n"
private let sites = "id,capacity,x,y\ns,3,1000,1000\nt,1,4000,1000\n"

@Suite struct `Measures of plain tables` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(places, to: "p.csv")
    try folder.write(sites, to: "s.csv")
  }

  private func access(_ arguments: String...) async throws -> CommandRun {
    try await CommandRun(
      ["access"] + arguments + ["--places", "p.csv", "--sites", "s.csv"], in: folder.url)
  }

  @Test func `are printed as a table, with what a reader should know beside it`() async throws {
    // 3 units for 150 people within 1500 m.
    let run = try await access("2sfca", "--max-cost", "1500")
    #expect(run.status == 0)
    #expect(
      run.stdout == """
        id,people,value,reason
        a,100,0.02,
        b,50,0.02,
        c,0,0,no_residents_in_reach

        """)
    #expect(run.stderr.contains("in units of capacity per resident"))
    #expect(run.stderr.contains("reaches_no_residents (t)"))
  }

  @Test func `keep the order of the file and depend on it in nothing else`() async throws {
    let first = try await access("2sfca", "--decay", "gaussian:700", "--max-cost", "3500").stdout
    try folder.write(
      "id,people,x,y\nc,0,5000,1000\nb,50,2000,1000\na,100,1000,1000\n", to: "p.csv")
    try folder.write("id,capacity,x,y\nt,1,4000,1000\ns,3,1000,1000\n", to: "s.csv")
    let second = try await access("2sfca", "--decay", "gaussian:700", "--max-cost", "3500").stdout
    let rows = first.split(separator: "\n")
    #expect(second.split(separator: "\n") == [rows[0], rows[3], rows[2], rows[1]])
  }

  @Test func `take costs from a table, in any unit`() async throws {
    try folder.write("from,to,cost\na,s,10\nb,s,30\nb,t,5\n", to: "c.csv")
    let run = try await access("closest-cost", "--costs", "c.csv")
    #expect(run.stdout.contains("\na,100,10,\nb,50,5,\nc,0,,unreachable\n"))
  }

  @Test func `tell no support in reach from unreachable`() async throws {
    try folder.write("from,to,cost\na,s,10\nb,s,30\n", to: "c.csv")
    let run = try await access("potential", "--costs", "c.csv", "--max-cost", "20")
    #expect(run.stdout.contains("\na,100,3,\nb,50,0,no_support_in_reach\nc,0,0,unreachable\n"))
  }

  @Test func `become a map where the reference system is known`() async throws {
    try folder.write("id,people,x,y\na,100,530000,180000\n", to: "p.csv")
    try folder.write("id,capacity,x,y\ns,3,530000,181000\n", to: "s.csv")
    let run = try await access(
      "potential", "--max-cost", "1500", "--crs", "EPSG:27700", "-o", "map.geojson")
    #expect(run.status == 0, "\(run.stderr)")
    let map = try String(contentsOf: folder.url.appending(path: "map.geojson"), encoding: .utf8)
    #expect(map.contains("\"type\":\"Point\"") && map.contains("\"value\":3"))
    let again = try await access(
      "potential", "--max-cost", "1500", "--crs", "EPSG:27700", "-o", "map.geojson")
    #expect(again.status == 5)
  }

  @Test func `of a study count its people and organisations`() async throws {
    let study = try SampleStudy().written()
    let run = try await CommandRun(
      "access", "potential", "study.toml", "--max-cost", "3000", in: study.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasPrefix("id,people,value,reason\n"))
    let unknown = try await CommandRun(
      "access", "potential", "study.toml", "--max-cost", "3000", "--function", "none",
      in: study.url)
    #expect(unknown.status == 2)
    #expect(unknown.stderr.hasPrefix("error[E106] "))
  }

  @Test(arguments: [
    ("s.csv", "id,capacity,x,y\ns,-3,0,0\n", "E212", "s.csv:2", 3),
    ("s.csv", "id,capacity,x,y\ns,1,0,0\ns,1,0,0\n", "E211", "s.csv", 3),
    ("p.csv", "id,people,x,y\na,many,0,0\n", "E212", "p.csv:2", 3),
    ("p.csv", "id,people\na,1\n", "E206", "p.csv", 3),
    ("p.csv", "id,people,x,y\na,1,-0.1,51.5\n", "E216", "p.csv", 3),
  ])
  func `refuse bad tables`(
    file: String, content: String, code: String, place: String, status: Int32
  ) async throws {
    if code == "E216" { try folder.write("id,capacity,x,y\ns,1,-0.1,51.4\n", to: "s.csv") }
    try folder.write(content, to: file)
    let run = try await access("2sfca", "--max-cost", "1500")
    #expect(run.status == status)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[\(code)] "), "\(run.stderr)")
    #expect(run.stderr.contains(place))
  }

  @Test(arguments: [
    ("a,s,NaN", "E212", 3), ("a,s,-1", "E212", 3), ("a,s,inf", "E212", 3), ("a,z,1", "E303", 4),
    ("z,s,1", "E303", 4), ("a,s,1\na,s,2", "E216", 3),
  ])
  func `refuse bad costs with the line`(rows: String, code: String, status: Int32) async throws {
    try folder.write("from,to,cost\n\(rows)\n", to: "c.csv")
    let run = try await access("2sfca", "--max-cost", "5", "--costs", "c.csv")
    #expect(run.status == status)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[\(code)] c.csv:"), "\(run.stderr)")
  }

  @Test(arguments: ["1e200", "1.7e308", "-1e9"])
  func `refuse positions that are nowhere on the Earth`(x: String) async throws {
    try folder.write("id,people,x,y\na,1,\(x),0\nb,1,5000,0\n", to: "p.csv")
    for measure in ["closest-cost", "potential"] {
      let options = measure == "potential" ? ["--decay", "half-life:1000"] : []
      let run = try await CommandRun(
        ["access", measure, "--places", "p.csv", "--sites", "s.csv"] + options, in: folder.url)
      #expect(run.status == 3)
      #expect(run.stderr.hasPrefix("error[E210] p.csv"), "\(run.stderr)")
    }
  }

  @Test(arguments: [
    ("closest-cost", ["--decay", "step:100"]), ("2sfca", ["--max-cost", "10", "--amount", "2"]),
    ("potential", ["--max-cost", "10", "--tau", "2"]), ("2sfca", ["--max-cost", "0"]),
    ("raam", []), ("raam-iteration", ["--tau", "1", "--cycles", "0"]), ("2sfca", []),
  ])
  func `refuse options that would do nothing`(
    measure: String, options: [String]
  ) async throws {
    let run = try await CommandRun(
      ["access", measure, "--places", "p.csv", "--sites", "s.csv"] + options, in: folder.url)
    #expect(run.status == 2)
    #expect(run.stderr.hasPrefix("Error: "), "\(run.stderr)")
  }

  @Test func `name the place that a balanced measure cannot serve`() async throws {
    try folder.write("id,people,x,y\nzeb,5,1000,1000\namy,5,9000000,1000\n", to: "p.csv")
    try folder.write("id,capacity,x,y\nhub,10,1000,1000\n", to: "s.csv")
    let run = try await access("doubly-constrained", "--max-cost", "3000")
    #expect(run.status == 2)
    #expect(run.stderr.contains("the place \"amy\""), "\(run.stderr)")
  }

  @Test func `without any demand are 0 with a reason, never infinite`() async throws {
    try folder.write("id,people,x,y\na,0,1000,1000\n", to: "p.csv")
    let run = try await access("2sfca", "--max-cost", "1500")
    #expect(run.stdout.contains("\na,0,0,no_residents_in_reach\n"))
    let mean = try await access("2sfca", "--max-cost", "1500", "--normalise")
    #expect(mean.stdout.contains("\na,0,,no_demand\n"))
  }
}

@Suite struct `Statistics of plain tables` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("focal,neighbor\na,b\nb,a\nb,c\nc,b\n", to: "n.csv")
  }

  private func stats(
    _ statistic: String, _ table: String, _ options: String...
  ) async throws -> CommandRun {
    try folder.write(table, to: "t.csv")
    return try await CommandRun(
      ["stats", statistic, "t.csv", "--id", "id", "--variable", "v", "--neighbours", "n.csv"]
        + options, in: folder.url)
  }

  @Test func `of G count an area's neighbours`() async throws {
    // G of b, itself left out: its neighbours hold all 4 of the rest; of a: 2 of 2 + 3.
    let run = try await stats("g", "id,v\na,1\nb,2\nc,3\n")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("\nb,2,1,"))
    #expect(run.stdout.contains("\na,1,0.4,"))
  }

  @Test(arguments: ["g", "g-star", "local-moran", "moran", "geary", "general-g"])
  func `of a variable that is constant are null with a reason`(statistic: String) async throws {
    let run = try await stats(statistic, "id,v\na,2\nb,2\nc,2\n")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains(",constant\n"))
    #expect(!run.stdout.lowercased().contains("nan") && !run.stdout.contains("inf"))
  }

  @Test(arguments: ["g", "g-star", "local-moran", "moran", "geary", "general-g"])
  func `of one area are null with a reason`(statistic: String) async throws {
    let wards = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a","v":1},
      "geometry":{"type":"Polygon","coordinates":[[[0,51],[0.1,51],[0.1,51.1],[0,51]]]}}]}
      """
    try folder.write(wards, to: "one.geojson")
    let run = try await CommandRun(
      "stats", statistic, "one.geojson", "--id", "id", "--variable", "v", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains(",too_few_areas\n"))
  }

  @Test func `are null for an area without neighbours, with a reason`() async throws {
    let run = try await stats("local-moran", "id,v\na,1\nb,2\nc,4\nd,9\n")
    #expect(run.stdout.contains("\nd,9,"))
    #expect(run.stdout.contains(",no_neighbours\n"))
    #expect(run.stderr.contains("1 area without neighbours: d"))
  }

  @Test func `do not depend on the order of areas or neighbours to the last digit`() async throws {
    try folder.write("focal,neighbor\na,b\nb,a\nb,c\nc,b\nc,d\nd,c\nd,a\n", to: "n.csv")
    let one = try await stats("g-star", "id,v\na,7.7\nb,3\nc,1.1\nd,0.3\n")
    try folder.write("focal,neighbor\nd,a\nd,c\nc,d\nc,b\nb,c\nb,a\na,b\n", to: "n.csv")
    let other = try await stats("g-star", "id,v\nd,0.3\nb,3\na,7.7\nc,1.1\n")
    #expect(
      one.stdout.split(separator: "\n").sorted() == other.stdout.split(separator: "\n").sorted())
    let (moran, again) = (
      try await stats("moran", "id,v\na,7.7\nb,3\nc,1.1\nd,0.3\n").stdout,
      try await stats("moran", "id,v\nd,0.3\nb,3\na,7.7\nc,1.1\n").stdout
    )
    #expect(moran == again)
  }

  @Test(arguments: ["g", "local-moran", "local-join-count", "moran"])
  func `have no number where no area has a value`(statistic: String) async throws {
    let run = try await stats(statistic, "id,v\na,\nb,\nc,\n")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains(statistic == "moran" ? ",too_few_areas\n" : ",no_value\n"))
  }

  @Test func `take shuffles from a table of whole numbers`() async throws {
    try folder.write("a,b\n0,1\n1,0\n", to: "shuffles.csv")
    let run = try await stats(
      "g", "id,v\na,1\nb,2\nc,4\n", "--permutation-table", "shuffles.csv")
    #expect(run.status == 0, "\(run.stderr)")
    try folder.write("a,b\n0,1.5\n1,0\n", to: "shuffles.csv")
    let broken = try await stats(
      "g", "id,v\na,1\nb,2\nc,4\n", "--permutation-table", "shuffles.csv")
    #expect(broken.stderr.hasPrefix("error[E212] shuffles.csv:2"), "\(broken.stderr)")
  }

  @Test(arguments: [
    ("moran", ["--seed", "2"]), ("g", ["--weights", "rook"]), ("g", ["--tolerance", "2"]),
    ("geary", ["--permutations", "9"]),
  ])
  func `refuse options that would do nothing`(
    statistic: String, options: [String]
  ) async throws {
    try folder.write("id,v\na,1\nb,2\nc,4\n", to: "t.csv")
    let run = try await CommandRun(
      ["stats", statistic, "t.csv", "--id", "id", "--variable", "v", "--neighbours", "n.csv"]
        + options, in: folder.url)
    #expect(run.status == 2)
    #expect(run.stderr.hasPrefix("Error: "))
  }

  @Test func `leave out areas without a value, and say so`() async throws {
    let run = try await stats("g-star", "id,v\na,1\nb,\nc,4\nd,2\n")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("\nb,,"))
    #expect(run.stdout.contains(",no_value\n"))
    #expect(run.stderr.contains("1 area without a value left out"))
  }

  @Test func `refuse what the statistic cannot take`() async throws {
    let negative = try await stats("g-star", "id,v\na,1\nb,-2\nc,4\n")
    #expect(negative.status == 3)
    #expect(negative.stderr.hasPrefix("error[E216] t.csv, b: "), "\(negative.stderr)")
    let grey = try await stats("join-counts", "id,v\na,1\nb,0.5\nc,0\n")
    #expect(grey.stderr.hasPrefix("error[E216] t.csv, b: "), "\(grey.stderr)")
    try folder.write("focal,neighbor\na,a\n", to: "n.csv")
    let own = try await stats("moran", "id,v\na,1\nb,2\nc,0\n")
    #expect(own.stderr.hasPrefix("error[E216] n.csv: a is named as its own neighbour"))
    try folder.write("focal,neighbor\na,z\n", to: "n.csv")
    let unknown = try await stats("moran", "id,v\na,1\nb,2\nc,0\n")
    #expect(unknown.status == 4)
  }

  @Test func `do not depend on the number of threads`() async throws {
    try folder.write("id,v\na,1\nb,2\nc,4\n", to: "t.csv")
    var answers: Set<String> = []
    for threads in ["1", "2", "3"] {
      let run = try await CommandRun(
        "stats", "g-star", "t.csv", "--id", "id", "--variable", "v", "--neighbours", "n.csv",
        "--threads", threads, in: folder.url)
      answers.insert(run.stdout)
    }
    #expect(answers.count == 1)
  }
}

@Suite struct `Equity of a plain table` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func equity(_ table: String, _ arguments: String...) async throws -> CommandRun {
    try folder.write(table, to: "t.csv")
    return try await CommandRun(["equity", "t.csv"] + arguments, in: folder.url)
  }

  @Test func `keeps those who have nothing`() async throws {
    // 0, 0, 2, 4: Gini (Σ (2i − n − 1) x_i) ∕ (n Σ x) = (1·2 + 3·4) ∕ (4 · 6) = 7 ∕ 12.
    let run = try await equity("id,value\na,0\nb,0\nc,2\nd,4\n", "--line", "1")
    #expect(run.status == 0, "\(run.stderr)")
    let gini = try #require(run.stdout.split(separator: "\n").first { $0.hasPrefix("gini,") })
    let value = try #require(Double(gini.split(separator: ",")[1]))
    #expect(value.agrees(with: 7.0 / 12))
    #expect(run.stdout.contains("\npoverty_headcount,0.5,\n"))
  }

  @Test func `of nothing at all is undefined with a reason`() async throws {
    let run = try await equity("id,value\na,0\nb,0\n")
    #expect(run.status == 0)
    #expect(run.stdout.contains("\ngini,,nothing_to_share\n"))
    let nobody = try await equity("id,value,p\na,1,0\n", "--people", "p")
    #expect(nobody.stdout.contains("\ngini,,no_people\n"))
  }

  @Test func `refuses a negative amount with its line`() async throws {
    let run = try await equity("id,value\na,1\nb,-1\n")
    #expect(run.status == 3)
    #expect(run.stderr.hasPrefix("error[E216] t.csv:3: the amount -1.0 is negative"))
  }

  @Test func `leaves out rows without a value, and says so`() async throws {
    let run = try await equity("id,value\na,1\nb,\nc,1\n")
    #expect(run.stdout.contains("\npeople,2,\n"))
    #expect(run.stderr.contains("1 row without a value left out"))
    let zero = try await equity("id,value\na,1\nb,\nc,1\n", "--missing", "0")
    #expect(zero.stdout.contains("\npeople,3,\n"))
  }
}

@Suite struct `Interpolation of plain areas` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // Two squares side by side, a kilometre each, and a target over half of the second and beyond.
    try folder.write(
      square("s1", 500, 501, ",\"people\":10") + square("s2", 501, 502, ",\"people\":20"), "s")
    try folder.write(square("t1", 500, 501.5) + square("t9", 550, 551), "t")
  }

  private func square(_ id: String, _ west: Double, _ east: Double, _ more: String = "") -> String {
    let (west, east) = (west * 1000, east * 1000)
    return """
      {"type":"Feature","properties":{"code":"\(id)"\(more)},"geometry":{"type":"Polygon",\
      "coordinates":[[[\(west),0],[\(east),0],[\(east),1000],[\(west),1000],[\(west),0]]]}},
      """
  }

  @Test func `shares totals out by area and tells what is left`() async throws {
    let run = try await CommandRun(
      "interpolate", "s.geojson", "t.geojson", "--extensive", "people", "--crs", "EPSG:27700",
      in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout == "id,people,reason\nt1,20,\nt9,,nothing_overlaps\n")
    #expect(run.stderr.contains("30.0 in the sources, 20.0 in the targets, 10.0 outside"))
  }

  @Test func `shows its weights`() async throws {
    let run = try await CommandRun(
      "interpolate", "s.geojson", "t.geojson", "--weights", "--crs", "EPSG:27700",
      in: folder.url)
    #expect(run.stdout == "source,target,weight,best_fit\ns1,t1,1,yes\ns2,t1,0.5,yes\n")
  }
}

extension TemporaryFolder {
  /// Writes features, each followed by a comma, as a collection.
  fileprivate func write(_ features: String, _ name: String) throws {
    let list = features.split(separator: "\n").joined(separator: "\n").dropLast()
    try write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(list)]}", to: "\(name).geojson")
  }
}
