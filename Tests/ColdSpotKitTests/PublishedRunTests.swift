import ColdSpotKit
import Foundation
import TestSupport
import Testing

@Suite struct `A published run` {
  @Test func `is the same read back from its folder as it was made`() throws {
    let sample = try SampleRun()
    let result = try sample.study().run()
    try result.write(to: sample.folder.url.appending(path: "out"))
    let made = try result.published()
    let read = try PublishedRun(contentsOf: sample.folder.url.appending(path: "out"))
    #expect(read.study == made.study)
    #expect(read.functions == made.functions)
    #expect(read.functions.count == 8)
    #expect(read.attribution == made.attribution)
    let writer = JSONWriter(layout: .pretty)
    #expect(writer.write(read.manifest) == writer.write(made.manifest))
    #expect(Set(read.layers.map(\.name)) == Set(made.layers.map(\.name)))
    for layer in made.layers {
      let found = try #require(read.layer(layer.name), "\(layer.name)")
      #expect(found.title == layer.title)
      #expect(found.columns == layer.columns, "\(layer.name)")
      try #require(found.features.count == layer.features.count)
      for (one, other) in zip(layer.features, found.features) {
        #expect(one.id == other.id)
        #expect(one.values.map(\.plainText) == other.values.map(\.plainText), "\(one.id)")
        #expect(one.geometry == other.geometry, "\(layer.name) \(one.id)")
      }
    }
  }

  @Test func `is refused where a file was changed`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    for name in sample.folder.files(in: "out").keys.sorted() where name != "manifest.json" {
      let content = try sample.folder.bytes(of: "out/\(name)")
      var changed = content
      changed[changed.count / 2] ^= 1
      try sample.folder.write(changed, to: "out/\(name)")
      #expect(Self.refusal(of: out) == .changed(file: name))
      try sample.folder.write(content, to: "out/\(name)")
    }
    #expect(Self.refusal(of: out) == nil)
    try FileManager.default.removeItem(at: out.appending(path: "wards.geojson"))
    guard case .missing(_, "wards.geojson") = Self.refusal(of: out) else {
      Issue.record("a run without its wards is one")
      return
    }
  }

  @Test func `is not what any folder holds`() throws {
    let folder = try TemporaryFolder()
    guard case .missing(_, "manifest.json") = Self.refusal(of: folder.url) else {
      Issue.record("an empty folder is a run")
      return
    }
    #expect(Self.refusal(of: folder.url.appending(path: "nowhere")) != nil)
    try folder.write("a,b\n1,2\n", to: "manifest.json")
    guard case .unreadable("manifest.json", _) = Self.refusal(of: folder.url) else {
      Issue.record("a table is a manifest")
      return
    }
  }

  /// Whatever a record holds, reading it ends with a run or a reason.
  @Test(arguments: [
    "{}", "[]", "null", "{\"schema\":\"coldspot/manifest/2\"}",
    "{\"schema\":\"coldspot/manifest/1\"}",
    "{\"schema\":\"coldspot/manifest/1\",\"study\":\"x\",\"outputs\":7}",
    "{\"schema\":\"coldspot/manifest/1\",\"study\":\"x\",\"outputs\":[{\"name\":\"../secret\"}]}",
    "{\"schema\":\"coldspot/manifest/1\",\"outputs\":[{\"name\":\"/etc/hostname\",\"sha256\":\"\"}]}",
    "{\"schema\":\"coldspot/manifest/1\",\"outputs\":[{\"name\":[\"wards.geojson\"]}]}",
    "{\"schema\":\"coldspot/manifest/1\",\"outputs\":[{\"name\":\"manifest.json\"}]}",
    "{\"outputs\":[{\"name\":\"wards.geojson\",\"sha256\":null}]}",
  ])
  func `is refused for a record that is none`(manifest: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(manifest, to: "manifest.json")
    try folder.write("secret", to: "../secret")
    #expect(Self.refusal(of: folder.url) != nil)
    #expect(throws: StudyError.self) { try RunVerification(of: folder.url) }
  }

  @Test func `is refused for a record of great depth, or cut off anywhere`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let manifest = try sample.folder.bytes(of: "out/manifest.json")
    try sample.folder.write(String(repeating: "[", count: 200_000), to: "out/manifest.json")
    #expect(Self.refusal(of: out) != nil)
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      let length = Int.random(in: 0..<(manifest.count - 2), using: &random)
      try sample.folder.write(Array(manifest.prefix(length)), to: "out/manifest.json")
      #expect(Self.refusal(of: out) != nil, "\(length) bytes")
    }
  }

  @Test func `is refused or read where any byte of the record was changed`() throws {
    let sample = try SampleRun()
    let out = try sample.run(to: "out")
    let manifest = try sample.folder.bytes(of: "out/manifest.json")
    var random = SeededGenerator(seed: 2)
    for _ in 0..<40 {
      var changed = manifest
      changed[Int.random(in: 0..<changed.count, using: &random)] = .random(
        in: 0...255, using: &random)
      try sample.folder.write(changed, to: "out/manifest.json")
      // Ends either way.
      _ = Self.refusal(of: out)
    }
  }

  /// Why a folder is not read as a run; `nil` if it is.
  private static func refusal(of folder: URL) -> PublishedRunError? {
    do {
      _ = try PublishedRun(contentsOf: folder)
      return nil
    } catch .published(let error) {
      return error
    } catch {
      Issue.record("another kind of error: \(error)")
      return nil
    }
  }
}
