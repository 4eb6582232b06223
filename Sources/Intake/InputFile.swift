public import Foundation

/// A file read whole, with the name by which messages and the manifest call it.
public struct InputFile: Sendable {
  /// The name as the study writes it.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// The most bytes a file may have: 1 GiB, refused before anything is read.
  public static let byteLimit = 1 << 30

  /// Reads a file.
  ///
  /// - Throws: ``IntakeError/unreadable(file:)``, ``IntakeError/empty(file:)`` or
  ///   ``IntakeError/tooLarge(file:bytes:limit:)``.
  public init(_ url: URL, name: String? = nil) throws(IntakeError) {
    let name = name ?? url.lastPathComponent
    let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    guard size <= Self.byteLimit else {
      throw .tooLarge(file: name, bytes: size, limit: Self.byteLimit)
    }
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: name) }
    try self.init(name: name, bytes: [UInt8](data))
  }

  /// The content as text.
  ///
  /// - Throws: ``IntakeError/notUTF8(file:line:)`` with the first line that is not UTF-8.
  public func text() throws(IntakeError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    throw .notUTF8(file: name, line: line)
  }

  /// A file whose bytes are at hand.
  public init(name: String, bytes: [UInt8]) throws(IntakeError) {
    guard !bytes.isEmpty else { throw .empty(file: name) }
    self.name = name
    self.bytes = bytes
  }
}
