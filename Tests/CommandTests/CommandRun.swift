import Foundation

/// One run of the built command: what it said, and how it ended.
struct CommandRun {
  /// The exit status; the signal's number, negative, for a run that a signal ended.
  let status: Int32
  let stdout: String
  let stderr: String

  /// Runs the command to its end, in the plainest of locales unless told otherwise.
  ///
  /// - Parameters:
  ///   - arguments: What stands after `coldspot`.
  ///   - folder: The current folder.
  ///   - executable: Another copy of the command.
  ///   - environment: Variables that differ from those of the tests.
  /// - Throws: `BuiltCommand.Missing`, or what starting a process may throw.
  init(
    _ arguments: [String], in folder: URL, executable: URL? = nil,
    environment: [String: String] = [:]
  ) async throws {
    let process = Process()
    process.executableURL = try executable ?? BuiltCommand.url()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["COLDSPOT_DATA", "LC_ALL", "TZ"] { variables[name] = nil }
    variables["LANG"] = "C"
    process.environment = variables.merging(environment) { $1 }
    // Files, not pipes: a pipe that nobody empties stops the writer.
    let texts = FileManager.default.temporaryDirectory
      .appending(path: "coldspot-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: texts) }
    let (out, error) = (texts.appending(path: "out"), texts.appending(path: "error"))
    for file in [out, error] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: error)
    status = try await Self.status(of: process)
    stdout = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    stderr = String(decoding: try Data(contentsOf: error), as: UTF8.self)
  }

  /// Runs the command with its arguments one by one.
  init(
    _ arguments: String..., in folder: URL, executable: URL? = nil,
    environment: [String: String] = [:]
  ) async throws {
    try await self.init(
      arguments, in: folder, executable: executable, environment: environment)
  }

  private static func status(of process: Process) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { ended in
        let isExit = ended.terminationReason == .exit
        continuation.resume(returning: isExit ? ended.terminationStatus : -ended.terminationStatus)
      }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }
}

/// The command that was built together with these tests.
enum BuiltCommand {
  enum Missing: Error {
    /// No `coldspot` lies beside the tests or in a folder above them.
    case notFound(from: String)
  }

  /// Looks beside the running tests, and in the folders above them.
  static func url() throws -> URL {
    let tests = Bundle.main.executableURL ?? URL(filePath: ProcessInfo.processInfo.arguments[0])
    let bundles = Bundle.allBundles.map(\.bundleURL)
    for start in [tests] + bundles {
      var folder = start.resolvingSymlinksInPath().deletingLastPathComponent()
      for _ in 0..<5 {
        let candidate = folder.appending(path: "coldspot")
        let values = try? candidate.resourceValues(forKeys: [.isRegularFileKey])
        if values?.isRegularFile == true,
          FileManager.default.isExecutableFile(atPath: candidate.path)
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    throw Missing.notFound(from: tests.path)
  }
}
