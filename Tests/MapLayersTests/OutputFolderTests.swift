import Foundation
import MapLayers
import TestSupport
import Testing

@Suite struct `Output folder` {
  private let folder: TemporaryFolder
  private var target: URL { folder.url.appending(path: "out") }
  private static let old: [UInt8] = Array("old".utf8)
  private static let new: [UInt8] = Array("new".utf8)

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `is made with every folder above it`() throws {
    let deep = folder.url.appending(path: "a/b/out")
    try OutputFolder(deep, overwrites: false).write([("1.txt", Self.new), ("2.txt", [])])
    #expect(folder.files(in: "a/b/out") == ["1.txt": Self.new, "2.txt": []])
  }

  @Test func `refuses to replace a file and writes none of the others`() throws {
    try folder.write(Self.old, to: "out/2.txt")
    let output = OutputFolder(target, overwrites: false)
    let exists = OutputError.exists(target.appending(path: "2.txt").path)
    #expect(throws: exists) { try output.requireFree(["1.txt", "2.txt"]) }
    #expect(throws: exists) {
      try output.write([("1.txt", Self.new), ("2.txt", Self.new)])
    }
    #expect(folder.files(in: "out") == ["2.txt": Self.old])
  }

  @Test func `replaces files when it may and leaves others alone`() throws {
    try folder.write(Self.old, to: "out/1.txt")
    try folder.write(Self.old, to: "out/notes.txt")
    try OutputFolder(target, overwrites: true).write([("1.txt", Self.new), ("2.txt", Self.new)])
    #expect(
      folder.files(in: "out") == ["1.txt": Self.new, "2.txt": Self.new, "notes.txt": Self.old])
  }

  @Test func `changes nothing when a folder is in the place of a file`() throws {
    try folder.write(Self.old, to: "out/1.txt")
    try folder.write(Self.old, to: "out/3.txt")
    try folder.write(Self.old, to: "out/2.txt/inside.txt")
    #expect(throws: OutputError.self) {
      try OutputFolder(target, overwrites: true).write([
        ("1.txt", Self.new), ("2.txt", Self.new), ("3.txt", Self.new),
      ])
    }
    #expect(folder.files(in: "out") == ["1.txt": Self.old, "3.txt": Self.old])
    #expect(folder.files(in: "out/2.txt") == ["inside.txt": Self.old])
  }

  @Test func `changes nothing when one file cannot be written`() throws {
    try folder.write(Self.old, to: "out/1.txt")
    // No system that we know has names of a thousand bytes.
    let impossible = String(repeating: "x", count: 1000)
    #expect {
      try OutputFolder(target, overwrites: true).write([
        ("1.txt", Self.new), (impossible, Self.new),
      ])
    } throws: { error in
      guard case OutputError.notWritable(_, let reason) = error else { return false }
      return !reason.isEmpty
    }
    #expect(folder.files(in: "out") == ["1.txt": Self.old])
  }

  @Test func `takes one file piece by piece`() throws {
    try folder.write(Self.old, to: "out/1.txt")
    let bytes = try OutputFolder(target, overwrites: true).write("1.txt") {
      sink throws(OutputError) in
      for _ in 0..<3 { try sink(Self.new.span) }
      try sink([UInt8]().span)
    }
    #expect(bytes == 9)
    #expect(folder.files(in: "out") == ["1.txt": Self.new + Self.new + Self.new])
  }

  @Test func `keeps the earlier file when the pieces end in an error`() throws {
    try folder.write(Self.old, to: "out/1.txt")
    let output = OutputFolder(target, overwrites: true)
    #expect(throws: OutputError.exists("x")) {
      try output.write("1.txt") { sink throws(OutputError) in
        try sink(Self.new.span)
        throw .exists("x")
      }
    }
    #expect(throws: OutputError.self) {
      try OutputFolder(target, overwrites: false).write("1.txt") { _ in }
    }
    #expect(folder.files(in: "out") == ["1.txt": Self.old])
  }

  @Test func `cannot be made where a file is`() throws {
    try folder.write(Self.old, to: "out")
    #expect(throws: OutputError.self) {
      try OutputFolder(target, overwrites: true).write([("1.txt", Self.new)])
    }
    #expect(try folder.bytes(of: "out") == Self.old)
  }

  @Test func `clears what a run that was killed left of the same files`() throws {
    try folder.write(Self.old, to: "out/.1.txt.tmp-999999")
    try folder.write(Self.old, to: "out/.profile.tmp-1")
    try OutputFolder(target, overwrites: false).write([("1.txt", Self.new)])
    #expect(folder.files(in: "out") == ["1.txt": Self.new, ".profile.tmp-1": Self.old])
  }

  @Test(.enabled(if: getuid() != 0, "the administrator may write anywhere"))
  func `says so when it may not be written to`() throws {
    try folder.write(Self.old, to: "out/1.txt")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o500], ofItemAtPath: target.path)
    defer { try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: target.path) }
    #expect(throws: OutputError.self) {
      try OutputFolder(target, overwrites: true).write([("1.txt", Self.new)])
    }
    #expect(folder.files(in: "out") == ["1.txt": Self.old])
  }

  @Test func `has errors that differ in code and say what to try`() {
    let errors: [OutputError] = [.exists("1.txt"), .notWritable("1.txt", reason: "no space")]
    #expect(errors.map(\.code) == ["E501", "E502"])
    #expect(errors.allSatisfy { $0.description.contains("1.txt") && !$0.suggestion.isEmpty })
  }
}
