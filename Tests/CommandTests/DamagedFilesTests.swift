import ColdSpotKit
import Foundation
import TestSupport
import Testing

@Suite struct `A damaged file` {
  static let files = [
    "study.toml", "wards.geojson", "wards.gpkg", "wards.shp", "wards.shx", "wards.dbf",
    "places.csv", "organisations.csv", "organisations.xlsx", "organisations.csv.gz",
    "functions.csv",
  ]

  @Test(arguments: files)
  func `is whole before it is damaged`(file: String) throws {
    let folder = try SampleStudy.form(of: file).written()
    let result = try Study(contentsOf: folder.url.appending(path: "study.toml"))
      .run(stability: false)
    #expect(result.coldestWards.count == 4)
  }

  @Test(arguments: files)
  func `gives a result or says what is wrong, and spoils nothing`(file: String) throws {
    let study = try SampleStudy.form(of: file)
    let folder = try study.written()
    let out = folder.url.appending(path: "out")
    for name in ["wards.geojson", "manifest.json"] {
      try folder.write("earlier", to: "out/\(name)")
    }
    var before = folder.files(in: "out")
    for damage in Damage.all(of: try folder.bytes(of: file)) {
      try folder.write(damage.bytes, to: file)
      do {
        let study = try Study(contentsOf: folder.url.appending(path: "study.toml"))
        _ = try study.run(stability: false).write(to: out, overwriting: true)
        before = folder.files(in: "out")
      } catch {
        #expect(
          [.usage, .unreadableInput, .misfit, .limit].contains(error.exitStatus),
          "\(damage): \(error)")
        #expect(!error.description.isEmpty && error.code.hasPrefix("E"), "\(damage)")
        #expect(folder.files(in: "out") == before, "\(damage)")
      }
    }
  }

  @Test(arguments: ["study.toml", "wards.gpkg", "wards.shp", "organisations.xlsx"])
  func `is named by the command`(file: String) async throws {
    let folder = try SampleStudy.form(of: file).written()
    try folder.write("earlier", to: "out/manifest.json")
    let whole = try folder.bytes(of: file)
    try folder.write(Array(whole.prefix(whole.count / 2)), to: file)
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--overwrite", in: folder.url)
    #expect([2, 3, 4, 6].contains(run.status), "\(run.stderr)")
    let message = run.stderr.split(separator: "\n").first { $0.hasPrefix("error[E") }
    #expect(message?.contains(file) == true, "\(run.stderr)")
    #expect(folder.files(in: "out") == ["manifest.json": Array("earlier".utf8)])
  }
}

/// A file cut off, or with some of its bytes replaced.
private struct Damage: CustomStringConvertible {
  let bytes: [UInt8]
  let description: String

  /// The file cut at every sixteenth of its length, and sixteen times with one to four bytes
  /// replaced, the same ones in every run.
  static func all(of file: [UInt8]) -> [Damage] {
    var random = SeededGenerator(seed: UInt64(file.count))
    let cut = (0..<16).map { part in
      Damage(bytes: Array(file.prefix(file.count * part / 16)), description: "\(part)/16 of it")
    }
    let flipped = (0..<16).map { _ in
      var bytes = file
      let places = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Int.random(in: file.indices, using: &random)
      }
      for place in places { bytes[place] = .random(in: 0...255, using: &random) }
      return Damage(bytes: bytes, description: "another byte at \(places)")
    }
    return cut + flipped
  }
}
