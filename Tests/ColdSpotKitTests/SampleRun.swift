import ColdSpotKit
import Foundation
import TestSupport

/// The sample that `coldspot init` writes, in a folder of its own: two boroughs of the embedded
/// London, small enough to be run many times.
struct SampleRun {
  let folder: TemporaryFolder
  private static let written = Result {
    try Written(try StudySample.london())
  }

  /// The files of the sample.
  private struct Written {
    let files: [String: [UInt8]]

    init(_ sample: StudySample) throws {
      let folder = try TemporaryFolder()
      _ = try sample.write(to: folder.url)
      files = folder.files()
    }
  }

  init() throws {
    folder = try TemporaryFolder()
    for (name, content) in try Self.written.get().files { try folder.write(content, to: name) }
  }

  /// The study file.
  var file: URL { folder.url.appending(path: StudySample.studyFile) }

  /// The study as its file has it.
  func study() throws -> Study { try Study(contentsOf: file) }

  /// Runs the study, changed or not, and writes the result to a folder beside its files.
  @discardableResult
  func run(
    to name: String, stability: Bool = false,
    _ change: (inout StudySettings) throws -> Void = { _ in }
  ) throws -> URL {
    var study = try study()
    try change(&study.settings)
    let target = folder.url.appending(path: name)
    try study.run(stability: stability).write(to: target)
    return target
  }

  /// Replaces a text in a file, which must have it.
  func replace(_ old: String, with new: String, in file: String) throws {
    let text = try folder.text(of: file)
    guard text.contains(old) else { throw Missing(text: old) }
    try folder.write(text.replacing(old, with: new), to: file)
  }

  struct Missing: Error {
    let text: String
  }
}
