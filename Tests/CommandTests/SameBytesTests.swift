import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `Same bytes` {
  @Test func `come out in every locale, time zone and current folder`() async throws {
    let folder = try SampleStudy().written()
    let plain = try await CommandRun("run", "study.toml", "-o", "one", in: folder.url)
    #expect(plain.status == 0, "\(plain.stderr)")
    let study = folder.url.appending(path: "study.toml").path
    let two = folder.url.appending(path: "two").path
    // Turkish, where the small letter of I has no dot, and a decimal comma.
    let elsewhere = try await CommandRun(
      "run", study, "-o", two, in: URL(filePath: "/"),
      environment: [
        "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu",
      ])
    #expect(elsewhere.status == 0, "\(elsewhere.stderr)")
    let files = folder.files(in: "one")
    #expect(files.count == 16)
    #expect(folder.files(in: "two") == files)
    #expect(Self.answer(plain.stdout) == Self.answer(elsewhere.stdout))
  }

  @Test func `come out of rows and features in any order`() async throws {
    let straight = SampleStudy()
    var turned = straight
    for file in ["places.csv", "organisations.csv"] {
      let lines = straight[file].split(separator: "\n")
      turned[file] = (lines.prefix(1) + lines.dropFirst().reversed()).joined(separator: "\n")
    }
    for file in ["wards.geojson", "boroughs.geojson"] {
      let features = straight[file].split(separator: "\n").dropFirst().dropLast().map {
        String($0).trimmingCharacters(in: CharacterSet(charactersIn: ","))
      }
      turned[file] = SampleStudy.document(features.reversed())
    }
    let one = try await Self.files(of: straight)
    let two = try await Self.files(of: turned)
    // Those two have the checksums of the others.
    for name in one.keys where !["manifest.json", "datapackage.json"].contains(name) {
      // The line that told of an organisation is another one now, and nothing else.
      #expect(Self.withoutLines(one[name]) == Self.withoutLines(two[name]), "\(name)")
      let tellsLines = name.hasPrefix("organisations") && name.hasSuffix(".geojson")
      #expect((one[name] == two[name]) != tellsLines, "\(name)")
    }
    #expect(two.keys == one.keys)
    let manifests = try [one, two].map { files in
      try JSONReader().read(try #require(files["manifest.json"]))
    }
    #expect(manifests[0]["inputs"] != manifests[1]["inputs"])
    #expect(Self.withoutFiles(manifests[0]) == Self.withoutFiles(manifests[1]))
  }

  @Test func `come out of spreadsheets of every make`() async throws {
    let plain = SampleStudy()
    var other = plain
    for file in ["places.csv", "organisations.csv"] {
      // Unicode text with tabs and the line ends of Windows, as Excel saves it.
      other[file] =
        "\u{FEFF}"
        + plain[file].replacing("advice;space", with: "\"advice;space\"")
        .replacing(",", with: "\t").replacing("\n", with: "\r\n")
    }
    let one = try await Self.files(of: plain)
    let two = try await Self.files(of: other)
    for name in one.keys where name != "manifest.json" {
      #expect(one[name] == two[name], "\(name)")
    }
  }

  @Test func `hold neither a path nor the name of the computer`() async throws {
    let folder = try SampleStudy().written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    for (name, bytes) in folder.files(in: "out") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(folder.url.lastPathComponent), "\(name)")
      #expect(!text.contains(ProcessInfo.processInfo.hostName), "\(name)")
    }
  }

  private static func files(of study: SampleStudy) async throws -> [String: [UInt8]] {
    let folder = try study.written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    return folder.files(in: "out")
  }

  /// The tables of an answer, without the folder that they were written to.
  private static func answer(_ stdout: String) -> Substring {
    stdout[..<(stdout.range(of: "\nWrote ")?.lowerBound ?? stdout.endIndex)]
  }

  private static func withoutFiles(_ manifest: JSONValue) -> [JSONValue.Member] {
    guard case .object(let members) = manifest else { return [] }
    return members.filter { $0.name != "inputs" && $0.name != "outputs" }
  }

  private static func withoutLines(_ file: [UInt8]?) -> String {
    String(decoding: file ?? [], as: UTF8.self)
      .replacing(/"line":"[0-9]+"/, with: #""line":"""#)
  }
}
