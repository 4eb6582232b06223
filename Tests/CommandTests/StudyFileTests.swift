import TestSupport
import Testing

@Suite struct `Study file` {
  private static func run(
    _ change: (inout SampleStudy) throws -> Void
  ) async throws -> (run: CommandRun, files: [String: [UInt8]]) {
    var study = SampleStudy()
    try change(&study)
    let folder = try study.written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    return (run, folder.files(in: "out"))
  }

  /// The line of the sample study on which a text first stands.
  private static func line(of text: String) throws -> Int {
    let lines = SampleStudy()["study.toml"].split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test(arguments: [
    ("radius_m = 3000", "radus_m = 3000", "catchment.radus_m", "radius_m"),
    ("direction = ", "directon = ", "need.directon", "direction"),
    ("name = \"Sample\"", "nmae = \"Sample\"", "nmae", "name"),
    ("[functions]", "[funktions]", "funktions", "functions"),
  ])
  func `names the line of an unknown key and the key that was meant`(
    old: String, new: String, key: String, meant: String
  ) async throws {
    let line = try Self.line(of: old)
    let (run, files) = try await Self.run { try $0.replace(old, with: new, in: "study.toml") }
    #expect(run.status == 2)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.contains("error[E102] study.toml:\(line): unknown key \"\(key)\"."))
    #expect(run.stderr.contains("Did you mean \"\(meant)\"?"))
    #expect(files.isEmpty)
  }

  @Test func `names the line in a file with the line ends of Windows too`() async throws {
    let line = try Self.line(of: "radius_m")
    let (run, _) = try await Self.run {
      try $0.replace("radius_m", with: "radus_m", in: "study.toml")
      $0["study.toml"] = $0["study.toml"].replacing("\n", with: "\r\n")
    }
    #expect(run.stderr.contains("study.toml:\(line): unknown key"), "\(run.stderr)")
  }

  @Test func `suggests nothing for a key that is like no other`() async throws {
    let (run, _) = try await Self.run { $0["study.toml"] += "zzzzzzzz = 1\n" }
    #expect(run.status == 2)
    #expect(run.stderr.contains("error[E102]"))
    #expect(!run.stderr.contains("Did you mean"))
  }

  @Test(arguments: [
    ("radius_m = 3000", "radius_m = 0"), ("radius_m = 3000", "radius_m = \"far\""),
    ("radius_m = 3000", "radius_m = nan"), ("radius_m = 3000", "decay = \"wavy\""),
    ("radius_m = 3000", "nearest = 1.5"), ("radius_m = 3000", "nearest = 2\nradius_m = 3000"),
    ("radius_m = 3000", "remit_weight = 2"), ("radius_m = 3000", "statuses = \"active\""),
    ("direction = \"higher-is-more-need\"", "direction = \"up\""),
    ("file = \"places.csv\"", "file = 7"),
  ])
  func `names the line of a value that cannot be`(old: String, new: String) async throws {
    let line = try Self.line(of: old)
    let (run, files) = try await Self.run { try $0.replace(old, with: new, in: "study.toml") }
    #expect(run.status == 2)
    // Of two keys that exclude each other the second is named.
    let named = line + new.count { $0 == "\n" }
    #expect(run.stderr.hasPrefix("error[E103] study.toml:\(named): "), "\(run.stderr)")
    #expect(run.stderr.contains("must be"))
    #expect(files.isEmpty)
  }

  @Test func `refuses a value where a table should be`() async throws {
    let (run, _) = try await Self.run {
      try $0.replace("[functions]\nfile = \"functions.csv\"\n", with: "", in: "study.toml")
      $0["study.toml"] = "functions = 1\n" + $0["study.toml"]
    }
    #expect(run.status == 2)
    #expect(run.stderr.hasPrefix("error[E103] study.toml:1: \"functions\" must be a table"))
  }

  @Test(arguments: [
    ("column = \"need\"\n", "need.column"), ("file = \"places.csv\"\n", "places.file"),
    ("[functions]\nfile = \"functions.csv\"\n", "functions"),
  ])
  func `names a key that is missing`(text: String, key: String) async throws {
    let (run, _) = try await Self.run { try $0.replace(text, with: "", in: "study.toml") }
    #expect(run.status == 2)
    #expect(run.stderr.contains("error[E104] study.toml: \"\(key)"), "\(run.stderr)")
  }

  @Test func `asks for the direction of an index whose name does not tell it`() async throws {
    let (run, files) = try await Self.run {
      try $0.replace("direction = \"higher-is-more-need\"\n", with: "", in: "study.toml")
    }
    #expect(run.status == 3)
    #expect(run.stderr.contains("error[E220] places.csv: "), "\(run.stderr)")
    #expect(run.stderr.contains("direction = "))
    #expect(files.isEmpty)
  }

  @Test(arguments: [
    "[catchment\n", "[\n", "[/dev/null]\n", "[ [ é ]\n", "[[.]]\n", "[]\n", "radius_m = = 3000\n",
    "radius_m = \"3000\n", "radius_m\n", "statuses = [\"active\", }\n", "day = 1970-05-27T:7\n",
    "radius_m = 3000\0\n", "kinds = [\"c\\u0000vs\"]\n",
  ])
  func `names the line that is not TOML`(text: String) async throws {
    let old = text.hasPrefix("[") ? "[catchment]\n" : "radius_m = 3000\n"
    let line = try Self.line(of: String(old.dropLast()))
    let (run, _) = try await Self.run { try $0.replace(old, with: text, in: "study.toml") }
    #expect(run.status == 2)
    #expect(run.stderr.hasPrefix("error[E101] study.toml:\(line):"), "\(run.stderr)")
  }

  @Test func `refuses a standard for a function that does not exist`() async throws {
    let (run, files) = try await Self.run {
      $0["study.toml"] += "[score.standards]\nadvise = 0.001\n"
    }
    #expect(run.status == 2)
    #expect(run.stderr.contains("error[E102]"))
    #expect(run.stderr.contains("score.standards.advise"))
    #expect(files.isEmpty)
  }

  @Test func `may declare a standard for a function that does`() async throws {
    let (run, _) = try await Self.run {
      $0["study.toml"] += "[score.standards]\nadvice = 0.001\n"
    }
    #expect(run.status == 0, "\(run.stderr)")
  }

  @Test func `must be there`() async throws {
    let folder = try SampleStudy().written()
    let run = try await CommandRun("run", "none.toml", "-o", "out", in: folder.url)
    #expect(run.status == 3)
    #expect(run.stderr.hasPrefix("error[E200] none.toml"))
  }
}
