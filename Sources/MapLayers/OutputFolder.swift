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

  /// Refuses early, before anything is computed, when a file is in the way.
  ///
  /// - Throws: ``OutputError/exists(_:)``.
  public func requireFree(_ names: [String]) throws(OutputError) {
    guard !overwrites else { return }
    for name in names
    where FileManager.default.fileExists(atPath: url.appending(path: name).path) {
      throw .exists(name)
    }
  }

  /// Writes the files.
  ///
  /// - Throws: ``OutputError``; nothing has changed then, save temporary files that could not be
  ///   removed.
  public func write(_ files: [(name: String, content: [UInt8])]) throws(OutputError) {
    try requireFree(files.map(\.name))
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(url.lastPathComponent, reason: "the folder cannot be made")
    }
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
    DurableFile.flushFolder(url.path)
  }

  /// Temporary files of a run that was killed.
  private func removeLeftovers(of names: [String]) {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    for file in present where names.contains(where: { file.hasPrefix(".\($0).tmp-") }) {
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
