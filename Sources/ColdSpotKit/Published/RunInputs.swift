internal import Foundation
internal import Intake
internal import MapLayers

/// Where the files lie that a run was made from.
struct RunInputs {
  /// The folder that the names of the inputs start from.
  let folder: URL
  /// The study file; `nil` for a run of a study made in code.
  let studyFile: URL?

  /// Looks for the inputs of a run.
  ///
  /// Without a study file to go by they are looked for among the embedded data; in the current
  /// folder and the folders in it; in the folder that holds the run, the folders in that, and the
  /// one above. The first folder in which every input lies under its name with its checksum is
  /// taken.
  ///
  /// - Parameters:
  ///   - record: The record of the run.
  ///   - run: The folder of the run.
  ///   - config: A study file, beside which alone to look.
  /// - Throws: ``PublishedRunError/inputs(missing:changed:nearest:)``;
  ///   ``PublishedRunError/manifest(_:)`` for settings that name a file that is no input.
  /// - Complexity: O(*n*) in the bytes of the inputs, and a look at each folder.
  init(of record: RunRecord, run: URL, config: URL?) throws(PublishedRunError) {
    // A record from anybody must not have the program read what it does not say it has read.
    for (_, path) in record.settings.paths where record.inputs(at: path).isEmpty {
      throw .manifest("its settings name \"\(path)\", which is not among its inputs")
    }
    let candidates =
      config.map { [Candidate(folder: $0.deletingLastPathComponent(), studyFile: $0)] }
      ?? Self.folders(near: run).map { Candidate(folder: $0, studyFile: nil) }
    var nearest: (candidate: Candidate, faults: Faults)?
    for candidate in candidates {
      var faults = candidate.faults(of: record, readsContent: false)
      if faults.count == 0 { faults = candidate.faults(of: record, readsContent: true) }
      if faults.count == 0 {
        folder = candidate.folder
        studyFile = record.studyFile.map { candidate.url(of: $0, in: record) }
        return
      }
      if faults.count < nearest?.faults.count ?? .max { nearest = (candidate, faults) }
    }
    let candidate = nearest?.candidate ?? Candidate(folder: run, studyFile: nil)
    let faults = candidate.faults(of: record, readsContent: true)
    throw .inputs(
      missing: faults.missing, changed: faults.changed, nearest: candidate.folder.path)
  }

  /// The study again, to be run.
  ///
  /// - Throws: `IntakeError` for a study file that cannot be read any more.
  func study(of record: RunRecord) throws(IntakeError) -> Study {
    var source: InputFile?
    if let studyFile { source = try InputFile(studyFile, name: record.studyFile) }
    return Study(settings: record.settings, folder: folder, source: source)
  }

  /// What is wrong with the inputs in a folder.
  private struct Faults {
    var missing: [String] = []
    var changed: [String] = []
    var count: Int { missing.count + changed.count }
  }

  /// A folder where the inputs may be.
  private struct Candidate {
    let folder: URL
    /// The study file, where the user named it: it may go by another name than in the record.
    let studyFile: URL?

    func url(of name: String, in record: RunRecord) -> URL {
      if let studyFile, name == record.studyFile { return studyFile }
      return URL(filePath: name, relativeTo: folder).absoluteURL
    }

    /// Whatever lacks or differs in size or, if content is read, in checksum.
    func faults(of record: RunRecord, readsContent: Bool) -> Faults {
      var faults = Faults()
      for file in record.inputs {
        let url = url(of: file.name, in: record)
        let values = try? url.resolvingSymlinksInPath().resourceValues(forKeys: [
          .fileSizeKey, .isRegularFileKey,
        ])
        guard let values, values.isRegularFile == true else {
          faults.missing.append(file.name)
          continue
        }
        if values.fileSize != file.bytes || file.bytes > InputFile.byteLimit {
          faults.changed.append(file.name)
        } else if readsContent {
          let data = try? Data(contentsOf: url)
          if data.map({ Checksum(of: [UInt8]($0)).description }) != file.checksum {
            faults.changed.append(file.name)
          }
        }
      }
      return faults
    }
  }

  /// The most folders that are looked into within one.
  private static let childLimit = 200

  private static func folders(near run: URL) -> [URL] {
    let run = run.standardizedFileURL
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    let holder = run.deletingLastPathComponent()
    let all =
      [try? EmbeddedData.folder()].compactMap(\.self) + [here] + children(of: here) + [holder]
      + children(of: holder) + [holder.deletingLastPathComponent()]
    var seen: Set<String> = []
    return all.map { URL(filePath: $0.standardizedFileURL.path, directoryHint: .isDirectory) }
      .filter { seen.insert($0.path).inserted }
  }

  private static func children(of folder: URL) -> [URL] {
    let children = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: [.skipsHiddenFiles])
    let folders = (children ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
    }
    return Array(folders.sorted { $0.path < $1.path }.prefix(childLimit))
  }
}

extension Study {
  /// A study with settings of its own and the study file that its record names.
  fileprivate init(settings: StudySettings, folder: URL, source: InputFile?) {
    self.settings = settings
    self.folder = folder
    self.source = source
  }
}
