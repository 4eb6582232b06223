public import Foundation

/// A folder into which files appear whole or not at all.
///
/// All files are first written under temporary names beside their places and flushed to disk. Only
/// when every one of them is complete are they renamed, each in one step. The last file is the seal
/// of the set: an older one is removed first and the new one comes last, so a set with a seal is
/// complete, and one that was interrupted between two renames has none.
public struct OutputFolder: Sendable {
  /// The folder.
  public let url: URL
  /// Whether files that exist may be replaced.
  public let overwrites: Bool

  /// A folder to write to; it is made when first needed.
  public init(_ url: URL, overwrites: Bool) {
    self.url = url
    self.overwrites = overwrites
  }

  /// Refuses early, before anything is computed, when something is in the way.
  ///
  /// - Throws: ``OutputError``.
  public func requireFree(_ names: [String]) throws(OutputError) {
    // The nearest folder that exists must be one; those below it can be made.
    var above = url.standardizedFileURL
    while kind(of: above) == .nothing, above.path != "/" { above.deleteLastPathComponent() }
    guard kind(of: above) == .folder else { throw .notAFolder(url.relativePath) }
    for name in names {
      switch kind(of: url.appending(path: name)) {
      case .nothing: continue
      case .file where overwrites: continue
      case .file: throw .exists(path(of: name))
      case .folder, .other:
        throw .notWritable(path(of: name), reason: "something other than a file is there")
      }
    }
  }

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - files: Their names and contents, the seal last.
  ///   - obsolete: Files of an earlier run that would not belong to these; they are removed.
  /// - Throws: ``OutputError``. Until every file is complete on disk, earlier files are as they were.
  public func write(
    _ files: [(name: String, content: [UInt8])], removing obsolete: [String] = []
  ) throws(OutputError) {
    try replace(files.map(\.name), removing: obsolete) { index, file throws(OutputError) in
      let content = files[index].content
      try file.write(content.span)
    }
  }

  /// Writes one file whose content comes piece by piece, so that it never is in memory as a whole.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - content: Gives the pieces to its argument, in order.
  /// - Returns: The size of the file.
  /// - Throws: ``OutputError``. Until the file is complete on disk, an earlier one is as it was.
  @discardableResult
  public func write(
    _ name: String,
    content: (_ sink: (Span<UInt8>) throws(OutputError) -> Void) throws(OutputError) -> Void
  ) throws(OutputError) -> Int {
    try replace([name], removing: []) { _, file throws(OutputError) in
      try content { piece throws(OutputError) in try file.write(piece) }
    }
  }

  /// Puts files in their places once all are complete.
  ///
  /// - Returns: The size of all of them.
  @discardableResult
  private func replace(
    _ names: [String], removing obsolete: [String],
    writing: (Int, inout DurableFile) throws(OutputError) -> Void
  ) throws(OutputError) -> Int {
    try requireFree(names)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(url.relativePath, reason: "the folder cannot be made")
    }
    removeLeftovers(of: names)
    var bytes = 0
    do {
      for (index, name) in names.enumerated() {
        var file = try DurableFile(creating: temporary(name), called: path(of: name))
        try writing(index, &file)
        bytes += try file.finish()
      }
      if names.count > 1, let seal = names.last, kind(of: url.appending(path: seal)) == .file {
        try? FileManager.default.removeItem(at: url.appending(path: seal))
        DurableFile.flushFolder(url.path)
      }
      for name in names {
        // The seal must not be on disk before what it seals.
        if name == names.last { DurableFile.flushFolder(url.path) }
        let target = url.appending(path: name).path
        try DurableFile.rename(temporary(name), to: target, called: path(of: name))
      }
    } catch {
      removeTemporaries(of: names)
      throw error
    }
    for name in obsolete where !names.contains(name) {
      try? FileManager.default.removeItem(at: url.appending(path: name))
    }
    DurableFile.flushFolder(url.path)
    return bytes
  }

  /// Removes the temporary files of this process, as when it is interrupted.
  public func removeTemporaries(of names: [String]) {
    for name in names { try? FileManager.default.removeItem(atPath: temporary(name)) }
  }

  private func temporary(_ name: String) -> String {
    url.appending(path: ".\(name).tmp-\(ProcessInfo.processInfo.processIdentifier)").path
  }

  /// A file's path as the user named its folder.
  private func path(of name: String) -> String {
    let folder = url.relativePath
    return folder == "." ? name : url.appending(path: name).relativePath
  }

  private enum Kind { case nothing, file, folder, other }

  /// What is at a place, links followed.
  private func kind(of place: URL) -> Kind {
    let target = place.resolvingSymlinksInPath().path
    let type = (try? FileManager.default.attributesOfItem(atPath: target))?[.type]
    switch type as? FileAttributeType {
    case nil: return .nothing
    case .typeRegular?: return .file
    case .typeDirectory?: return .folder
    default: return .other
    }
  }

  /// Removes temporary files of a run that was killed, not those of one that is still going.
  private func removeLeftovers(of names: [String]) {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    for file in present where names.contains(where: { file.hasPrefix(".\($0).tmp-") }) {
      let process = file.split(separator: "-").last.flatMap { Int32($0) }
      guard process.map(DurableFile.isRunning) != true else { continue }
      try? FileManager.default.removeItem(at: url.appending(path: file))
    }
  }
}

/// Why outputs were not written.
public enum OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// This file exists and may not be replaced.
  case exists(String)
  /// This should be a folder and is not.
  case notAFolder(String)
  /// This file cannot be written.
  case notWritable(String, reason: String)

  /// The stable code of the error.
  public var code: String {
    switch self {
    case .exists: "E501"
    case .notAFolder, .notWritable: "E502"
    }
  }

  /// What is in the way.
  public var description: String {
    switch self {
    case .exists(let name): "\(name) exists. Nothing was written."
    case .notAFolder(let name):
      "\(name) is not a folder and cannot become one. Nothing was written."
    case .notWritable(let name, let reason): "\(name) cannot be written: \(reason)."
    }
  }

  /// What the user can try.
  public var suggestion: String {
    switch self {
    case .exists: "Use --overwrite, or name another place with -o."
    case .notAFolder: "Name another folder with -o."
    case .notWritable: "Check the space on the disk and the permissions of the folder."
    }
  }
}
