import ColdSpotKit
import Foundation
import TestSupport
import Testing

@Suite struct `Verifying a run` {
  @Test(arguments: [false, true])
  func `gives every file again, byte for byte`(stability: Bool) throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out", stability: stability)
    // Found beside the run, without being told.
    let verification = try RunVerification(of: out)
    #expect(verification.isSame, "\(verification)")
    #expect(verification.notes.isEmpty)
    #expect(verification.inputFolder.path == sample.folder.url.standardizedFileURL.path)
    #expect(Set(verification.files.map(\.name)) == Set(sample.folder.files(in: "out").keys))
    #expect(verification.description.contains("byte for byte"))
  }

  @Test func `takes the choices from the record, not from the study file`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out") {
      $0.catchment.reach = .nearest(count: 2)
      $0.scenario.functions = ["funding"]
    }
    #expect(try RunVerification(of: out).isSame)
  }

  @Test func `says on which line a changed file differs`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let name = "ranking-wards.csv"
    let lines = try sample.folder.text(of: "out/\(name)").split(
      separator: "\n", omittingEmptySubsequences: false)
    var changed = lines
    changed[2] = "changed by hand"
    try sample.folder.write(changed.joined(separator: "\n"), to: "out/\(name)")
    let verification = try RunVerification(of: out)
    #expect(!verification.isSame)
    let file = try #require(verification.files.first { $0.name == name })
    guard case .differs(let difference, let isAsRecorded) = file.outcome else {
      Issue.record("\(file)")
      return
    }
    #expect(difference.line == 3)
    #expect(difference.found.hasPrefix("changed by hand"))
    #expect(lines[2].hasPrefix(difference.expected.prefix(20)))
    #expect(!isAsRecorded)
    #expect(verification.files.count { $0.outcome != .same } == 1)
    let json = try JSONReader().read(verification.json)
    #expect(json["schema"] == .string("coldspot/verify/1"))
    #expect(json["ok"] == .bool(false))
  }

  @Test func `tells missing files, files that no run gives, and a record that was changed`() throws
  {
    let sample = try SampleRun()
    let out = try sample.run(to: "out") { $0.boroughs = $0.boroughs }
    try FileManager.default.removeItem(at: out.appending(path: "places.geojson"))
    try sample.replace(
      "\"program\": \"coldspot ", with: "\"program\": \"coldspot 0.0.", in: "out/manifest.json")
    let verification = try RunVerification(of: out)
    let outcomes = Dictionary(
      uniqueKeysWithValues: verification.files.map { ($0.name, $0.outcome) })
    #expect(outcomes["places.geojson"] == .missing)
    guard case .differs(let difference, true) = outcomes["manifest.json"] else {
      Issue.record("a changed record is not told")
      return
    }
    #expect(difference.found.contains("program"))
    #expect(verification.notes.count == 1)
    #expect(verification.notes[0].hasPrefix("The run is by coldspot 0.0."))
    #expect(outcomes["wards.geojson"] == .same)
  }

  @Test func `tells a checksum that is not that of the file`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let checksum = Checksum(of: try sample.folder.bytes(of: "out/wards.geojson")).description
    try sample.replace(
      checksum, with: String(repeating: "0", count: 64), in: "out/manifest.json")
    let verification = try RunVerification(of: out)
    #expect(verification.files.first { $0.name == "wards.geojson" }?.outcome == .misrecorded)
  }

  @Test func `tells a file that the run does not give`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    #expect(sample.folder.files(in: "out")["organisations-unplaced.geojson"] == nil)
    try sample.folder.write("{}", to: "out/organisations-unplaced.geojson")
    let verification = try RunVerification(of: out)
    #expect(
      verification.files.first { $0.name == "organisations-unplaced.geojson" }?.outcome
        == .unexpected)
  }

  @Test func `finds the inputs in a folder beside the run, above it, or where it is told`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let elsewhere = try TemporaryFolder()
    func lay(_ files: [String: [UInt8]], _ path: String) throws {
      for (name, content) in files { try elsewhere.write(content, to: "\(path)/\(name)") }
    }
    let (inputs, outputs) = (sample.folder.files(), sample.folder.files(in: "out"))
    try lay(outputs, "a/runs/one")
    let run = elsewhere.url.appending(path: "a/runs/one")
    guard case .inputs(let missing, let changed, _) = refusal(of: run) else {
      Issue.record("a run without inputs is verified")
      return
    }
    // The embedded data have files of that name, of all London.
    #expect((missing + changed).contains("wards.geojson"))
    try lay(inputs, "told")
    // Under another name, too.
    let config = elsewhere.url.appending(path: "told/mine.toml")
    try FileManager.default.moveItem(
      at: elsewhere.url.appending(path: "told/study.toml"), to: config)
    #expect(try RunVerification(of: run, config: config).isSame)
    try lay(inputs, "a/runs/data")
    #expect(try RunVerification(of: run).inputFolder.lastPathComponent == "data")
    try FileManager.default.removeItem(at: elsewhere.url.appending(path: "a/runs/data"))
    try lay(inputs, "a")
    #expect(try RunVerification(of: run).inputFolder.lastPathComponent == "a")
    #expect(out.lastPathComponent == "out")
  }

  @Test func `names the inputs that are missing or changed`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let places = try sample.folder.text(of: "places.csv")
    // Of the same size: only the checksum tells.
    try sample.folder.write(places.replacing("0", with: "1"), to: "places.csv")
    try FileManager.default.removeItem(at: sample.folder.url.appending(path: "functions.csv"))
    for config in [nil, sample.file] {
      guard case .inputs(let missing, let changed, _) = refusal(of: out, config: config) else {
        Issue.record("changed inputs are taken")
        return
      }
      #expect(missing == ["functions.csv"])
      #expect(changed == ["places.csv"])
    }
    let error = try #require(refusal(of: out))
    #expect(StudyError.published(error).exitStatus == .unreadableInput)
    #expect(StudyError.published(error).suggestion.contains("-c"))
    #expect(error.description.contains("functions.csv is missing"))
    #expect(error.description.contains("places.csv is changed since"))
  }

  @Test func `reads nothing that the record does not list`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    try sample.replace(
      #"file = \"places.csv\""#, with: #"file = \"/dev/zero\""#, in: "out/manifest.json")
    guard case .manifest(let reason) = refusal(of: out) else {
      Issue.record("a file that is no input would be read")
      return
    }
    #expect(reason.contains("/dev/zero"))
  }

  @Test func `takes a device for no input`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let text = try sample.folder.text(of: "out/manifest.json")
    try sample.folder.write(
      text.replacing("places.csv", with: "/dev/zero"), to: "out/manifest.json")
    guard case .inputs(let missing, _, _) = refusal(of: out) else {
      Issue.record("a device is read")
      return
    }
    #expect(missing == ["/dev/zero"])
  }

  private func refusal(of folder: URL, config: URL? = nil) -> PublishedRunError? {
    do {
      _ = try RunVerification(of: folder, config: config)
      return nil
    } catch .published(let error) {
      return error
    } catch {
      Issue.record("another kind of error: \(error)")
      return nil
    }
  }
}
