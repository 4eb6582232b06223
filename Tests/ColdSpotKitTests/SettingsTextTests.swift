import ColdSpotKit
import Testing

/// What a text is refused for, as the text of a study file; `nil` if it is none of its form.
private func refusal(of text: String) -> (line: Int, reason: String)? {
  do {
    _ = try StudySettings(text, file: "study.toml")
  } catch .malformed(_, let line, _, let reason) {
    return (line, reason)
  } catch {}
  return nil
}

@Suite struct `The text of a study file` {
  /// Each ends the parser, and with it the program, unless it is refused before.
  @Test(arguments: [
    "[[[a]]]", "[/a]", "[é]", "a = [}", "a = [\u{2028}]", "a = [\n1979-05-27 0]",
    "a = 1979_-05_-27 0]", "a = 1a7a-0a-27 0]", "a = 702\"-0!-27 2,\"", "# \"\"\"\n[/a]",
    "a = '''b'''''\n[/a]",
    "a = \"\\\"\"\n[/a]", "a = \"\"\"b\\\"\"\"\"\n[/a]", "a = [\n\"]\" # ]\n]\n[/a]",
  ])
  func `is refused where the parser would break down`(text: String) throws {
    #expect(try #require(refusal(of: text)).reason.isEmpty == false)
  }

  @Test func `is refused on the line that is wrong`() throws {
    let text = "name = \"x\"\n# \"\"\" is no text here\n[/a]\n"
    #expect(try #require(refusal(of: text)).line == 3)
    let list = "name = [\n  \"[/a]\",\n]\n[[[b]]]\n"
    #expect(try #require(refusal(of: list)).line == 4)
  }

  @Test func `may hold anything in quotes and comments`() {
    let texts = [
      "name = \"[/a] {} 1979-05-27 é “x”\" # {} “x” 07:32", "name = '''\n[/a]\n{}''' # x",
      "name = \"\"\"\n[/a] \\\"\"\" {\n\"\"\"\"\"\n", "# \"\"\"\nname = \"a\"",
      "attribution = [\n  \"[/a]\", # [\n  '{',\n]",
    ]
    for text in texts { #expect(refusal(of: text) == nil, "\(text)") }
  }

  @Test func `may begin with a byte order mark, and have the line ends of Windows`() {
    #expect(refusal(of: "\u{FEFF}name = \"x\"\r\n\r\nattribution = [\r\n\"y\"\r\n]\r\n") == nil)
  }

  @Test func `says that curly quotes are none`() throws {
    let (line, reason) = try #require(refusal(of: "crs = \"EPSG:27700\"\nname = “x”"))
    #expect(line == 2)
    #expect(reason.contains("straight quotes"))
  }

  @Test func `has numbers with a sign and an exponent`() {
    let text = "[sensitivity]\nradius_scales = [1e-3, -1.5E-2,-1, +2]"
    #expect(refusal(of: text) == nil)
  }

  @Test func `is bounded in its size and in the depth of its keys`() throws {
    let long = String(repeating: "# a comment\n", count: 100_000)
    #expect(try #require(refusal(of: long)).reason.contains("bytes"))
    let deep = String(repeating: "a.", count: 10_000)
    for text in ["\(deep)a = 1", "[\(deep)a]", "[a]\n\(deep)a = 1"] {
      #expect(try #require(refusal(of: text)).reason.contains("names"))
    }
  }
}
