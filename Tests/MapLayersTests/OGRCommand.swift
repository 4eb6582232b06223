import Foundation
import TestSupport

/// The commands of GDAL, which know nothing of this package: what they read in a file is in it.
struct OGRCommand {
  /// Whether `ogrinfo` and `ogr2ogr` are installed; tests that ask them are skipped otherwise.
  static let isInstalled = path(of: "ogrinfo") != nil && path(of: "ogr2ogr") != nil

  /// What the command wrote; errors and warnings are in `messages`.
  let output: [UInt8]
  let messages: String
  let status: Int32

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs a command on a file of these bytes, which stands where an argument is "FILE".
  init(_ name: String, _ arguments: [String], file: String, bytes: [UInt8]) async throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: file)
    let process = Process()
    process.executableURL = Self.path(of: name).map { URL(filePath: $0) }
    process.arguments = arguments.map { $0 == "FILE" ? file : $0 }
    process.currentDirectoryURL = folder.url
    // Files, not pipes: a pipe that nobody empties stops the writer.
    for output in ["out", "error"] { try folder.write("", to: output) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: folder.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.url.appending(path: "error"))
    status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    output = try folder.bytes(of: "out")
    messages = try folder.text(of: "error")
  }

  private static func path(of name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
