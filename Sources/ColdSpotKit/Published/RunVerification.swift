public import Foundation
internal import Intake
internal import MapLayers
public import SpatialStatistics

/// A run done again from its record, and compared with its files byte by byte.
///
/// The settings are those in `manifest.json`, and the inputs must be the very files that it names.
/// Ranks are tried in scenarios of method only if the run did that.
public struct RunVerification: Sendable {
  /// What became of a file.
  public enum Outcome: Hashable, Sendable {
    /// It is what the run gives again, and what its record says.
    case same
    /// The run gives other bytes. `isAsRecorded` tells a file that the run wrote from one that was
    /// changed afterwards; it is `true` for the record itself, which records no checksum of its own.
    case differs(Difference, isAsRecorded: Bool)
    /// It is what the run gives again, and its checksum in the record is another.
    case misrecorded
    /// The run gives it, and the folder lacks it.
    case missing
    /// The folder or the record has it, and the run does not give it.
    case unexpected
  }

  /// The first line in which two files differ.
  public struct Difference: Hashable, Sendable {
    /// Its number, from 1.
    public let line: Int
    /// That line around the difference in the folder, shortened.
    public let found: String
    /// The same in what the run gives again.
    public let expected: String
  }

  /// A file and what became of it.
  public struct File: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What became of it.
    public let outcome: Outcome
  }

  /// The name of the study.
  public let study: String
  /// The folder in which the inputs were found.
  public let inputFolder: URL
  /// The files in the order in which a run writes them, then those that it does not write.
  public let files: [File]
  /// What may explain a difference: other versions of the program and its libraries.
  public let notes: [String]

  /// Whether the run gives every file again, byte for byte.
  public var isSame: Bool { files.allSatisfy { $0.outcome == .same } }

  /// Does a run again.
  ///
  /// - Parameters:
  ///   - folder: The folder of the run.
  ///   - config: The study file, beside which the inputs lie; without it they are looked for in the
  ///     embedded data, in the current folder and the folders in it, and in the folder that holds
  ///     the run, those beside the run, and the one above.
  ///   - threads: How much to compute at the same time; no result depends on it.
  ///   - onStage: Called when a stage begins, on the caller's thread.
  /// - Throws: ``StudyError/published(_:)`` for a folder that is none of a run, or whose inputs are
  ///   missing or changed; any other ``StudyError`` when the run cannot be done again.
  /// - Complexity: As ``Study/run(stability:threads:onStage:)``.
  public init(
    of folder: URL, config: URL? = nil, threads: Threads = .all,
    onStage: (Study.Stage) -> Void = { _ in }
  ) throws(StudyError) {
    do {
      let manifest = try PublishedRun.content(of: "manifest.json", in: folder)
      let record = try RunRecord(try PublishedRun.json(manifest, file: "manifest.json"))
      let inputs = try RunInputs(of: record, run: folder, config: config)
      let again = try inputs.study(of: record).run(
        stability: record.hasMethodGrid, threads: threads, onStage: onStage)
      study = record.study
      inputFolder = inputs.folder
      files = try Self.compared(try again.files(), in: folder, record: record)
      notes = Self.notes(on: record.maker)
    } catch {
      throw StudyError(error)
    }
  }

  private static func compared(
    _ again: [(name: String, content: [UInt8])], in folder: URL, record: RunRecord
  ) throws(PublishedRunError) -> [File] {
    let checksums = Dictionary(
      record.outputs.map { ($0.name, $0.checksum) }, uniquingKeysWith: { first, _ in first })
    func isThere(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }
    var files: [File] = []
    for (name, content) in again {
      guard isThere(name) else {
        files.append(File(name: name, outcome: .missing))
        continue
      }
      let found = try PublishedRun.content(of: name, in: folder)
      let isAsRecorded =
        name == "manifest.json" || Checksum(of: found).description == checksums[name]
      let outcome: Outcome =
        if let difference = Difference(found, content) {
          .differs(difference, isAsRecorded: isAsRecorded)
        } else {
          isAsRecorded ? .same : .misrecorded
        }
      files.append(File(name: name, outcome: outcome))
    }
    let given = Set(again.map(\.name))
    for name in StudyResult.fileNames
    where !given.contains(name) && (checksums[name] != nil || isThere(name)) {
      files.append(File(name: name, outcome: .unexpected))
    }
    return files
  }

  private static func notes(on maker: RunRecord.Maker) -> [String] {
    let here = RunRecord.Maker.current
    var notes: [String] = []
    if maker.program != here.program {
      notes.append("The run is by \(maker.program), this is \(here.program).")
    }
    for name in Set(maker.libraries.keys).union(here.libraries.keys).sorted() {
      let (then, now) = (maker.libraries[name] ?? "none", here.libraries[name] ?? "none")
      if then != now { notes.append("The run used \(name) \(then), this is \(now).") }
    }
    return notes
  }
}

extension RunVerification.Difference {
  /// Where two contents first differ; `nil` where they do not.
  ///
  /// - Complexity: O(*n*) in the number of bytes up to the difference.
  init?(_ found: [UInt8], _ expected: [UInt8]) {
    let common = min(found.count, expected.count)
    let place = (0..<common).first { found[$0] != expected[$0] } ?? common
    guard place < max(found.count, expected.count) else { return nil }
    let newline = UInt8(ascii: "\n")
    let before = found[..<place]
    line = 1 + before.count { $0 == newline }
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    self.found = Self.line(of: found, from: start, around: place)
    self.expected = Self.line(of: expected, from: start, around: place)
  }

  /// The bytes of a line that are shown before a difference, and from there on.
  private static let shown = (before: 30, after: 50)

  private static func line(of content: [UInt8], from start: Int, around place: Int) -> String {
    guard place < content.count else { return "the end of the file" }
    let first = max(start, place - shown.before)
    let end = content[place...].firstIndex(of: UInt8(ascii: "\n")) ?? content.count
    let last = min(end, place + shown.after)
    return (first > start ? "…" : "") + String(decoding: content[first..<last], as: UTF8.self)
      + (last < end ? "…" : "")
  }
}
