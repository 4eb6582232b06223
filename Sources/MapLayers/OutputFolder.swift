public import Foundation

/// A folder into which files appear whole or not at all.
///
/// All files are first written under temporary names beside their places and flushed to disk;
/// only when every one of them is complete are they renamed, in the order given. A failure before
/// that leaves earlier outputs as they were.
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
    if type(of: url.path) != nil, type(of: url.path) != .typeDirectory {
      throw .notWritable(url.lastPathComponent, reason: "it is no folder")
    }
    guard !overwrites else { return }
    for name in names
    where FileManager.default.fileExists(atPath: url.appending(path: name).path) {
      throw .exists(name)
    }
  }

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - files: Their names and contents.
  ///   - obsolete: Files of an earlier run that would not belong to these; they are removed.
  /// - Throws: ``OutputError``; nothing has changed then, save temporary files that could not be
  ///   removed.
  public func write(
    _ files: [(name: String, content: [UInt8])], removing obsolete: [String] = []
  ) throws(OutputError) {
    try requireFree(files.map(\.name))
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(url.lastPathComponent, reason: "the folder cannot be made")
    }
    try requireReplaceable(files.map(\.name))
    removeLeftovers(of: files.map(\.name))
    let suffix = ".tmp-\(ProcessInfo.processInfo.processIdentifier)"
    func temporary(_ name: String) -> String { url.appending(path: ".\(name)\(suffix)").path }
    do {
      for file in files { try DurableFile.write(file.content, to: temporary(file.name)) }
      for file in files {
        try DurableFile.rename(temporary(file.name), to: url.appending(path: file.name).path)
      }
    } catch {
      for file in files { try? FileManager.default.removeItem(atPath: temporary(file.name)) }
      throw error
    }
    for name in obsolete where !files.contains(where: { $0.name == name }) {
      try? FileManager.default.removeItem(at: url.appending(path: name))
    }
    DurableFile.flushFolder(url.path)
  }

  /// What is at a path; `nil` for nothing.
  private func type(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  /// Refuses before anything is renamed: a file cannot take the place of a folder, and the files
  /// renamed before it would be new, those after it old.
  private func requireReplaceable(_ names: [String]) throws(OutputError) {
    for name in names where type(of: url.appending(path: name).path) == .typeDirectory {
      throw .notWritable(name, reason: "a folder is in its place")
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
  /// This file cannot be written.
  case notWritable(String, reason: String)

  /// The stable code of the error.
  public var code: String {
    switch self {
    case .exists: "E501"
    case .notWritable: "E502"
    }
  }

  /// What is in the way.
  public var description: String {
    switch self {
    case .exists(let name): "\(name) exists. Nothing was written."
    case .notWritable(let name, let reason): "\(name) cannot be written: \(reason)."
    }
  }

  /// What the user can try.
  public var suggestion: String {
    switch self {
    case .exists: "Use --overwrite, or another folder with -o."
    case .notWritable: "Check the space on the disk and the permissions of the folder."
    }
  }
}
