internal import FileFormats
public import Foundation

/// A file read whole, with the name by which messages and the manifest call it.
public struct InputFile: Sendable {
  /// The name as the study writes it.
  public let name: String
  /// The content as it lies on the disk.
  public let bytes: [UInt8]
  /// What the content is.
  let format: FileFormat
  /// The files that belong to a Shapefile, by their extension in lower case: dbf, shx, prj, cpg.
  public let companions: [Companion]

  /// A file beside another that is needed to read it.
  public struct Companion: Sendable {
    /// The extension in lower case.
    public let kind: String
    /// The name as the study would write it.
    public let name: String
    /// The content.
    public let bytes: [UInt8]

    /// A companion from its parts.
    public init(kind: String, name: String, bytes: [UInt8]) {
      self.kind = kind
      self.name = name
      self.bytes = bytes
    }
  }

  /// The most bytes a file may have, packed or unpacked: 2 GiB, refused before anything is read.
  public static let byteLimit = 1 << 31

  /// Reads a file, and what belongs to it where it is one of several.
  ///
  /// - Throws: ``IntakeError/unreadable(file:)``, ``IntakeError/empty(file:)``,
  ///   ``IntakeError/tooLarge(file:bytes:limit:)``, or ``IntakeError/inUse(file:)`` for a
  ///   GeoPackage with changes that are not yet in it.
  public init(_ url: URL, name: String? = nil) throws(IntakeError) {
    let name = name ?? url.lastPathComponent
    let bytes = try Self.bytes(of: url, name: name)
    guard !bytes.isEmpty else { throw .empty(file: name) }
    let format = FileFormat.of(bytes)
    switch format {
    case .shapefile:
      self.init(name, bytes, format, companions: try Self.companions(of: url, name: name))
    case .geoPackage, .sqlite:
      let journal = URL(filePath: url.path + "-wal")
      guard (try? journal.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0 == 0 else {
        throw .inUse(file: name)
      }
      self.init(name, bytes, format, companions: [])
    default:
      self.init(name, bytes, format, companions: [])
    }
  }

  /// A file whose bytes are at hand.
  ///
  /// - Throws: ``IntakeError/empty(file:)``.
  public init(
    name: String, bytes: [UInt8], companions: [Companion] = []
  ) throws(IntakeError) {
    guard !bytes.isEmpty else { throw .empty(file: name) }
    self.init(name, bytes, FileFormat.of(bytes), companions: companions)
  }

  private init(
    _ name: String, _ bytes: [UInt8], _ format: FileFormat, companions: [Companion]
  ) {
    self.name = name
    self.bytes = bytes
    self.format = format
    self.companions = companions
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

  /// The content, unpacked where it is packed with gzip.
  ///
  /// - Throws: ``IntakeError/format(file:_:)``.
  func unpacked() throws(IntakeError) -> [UInt8] {
    guard format == .gzip else { return bytes }
    do {
      return try Gzip.decompressed(bytes, limit: Self.byteLimit)
    } catch {
      throw IntakeError(error, file: name)
    }
  }

  private static func bytes(of url: URL, name: String) throws(IntakeError) -> [UInt8] {
    let values = try? url.resourceValues(forKeys: [.fileSizeKey, .isDirectoryKey])
    guard values?.isDirectory != true else { throw .unreadable(file: name) }
    let size = values?.fileSize ?? 0
    guard size <= byteLimit else { throw .tooLarge(file: name, bytes: size, limit: byteLimit) }
    if let bytes = FileContent.read(url.path(percentEncoded: false)) { return bytes }
    // Pipes and their like, and whatever says that it is empty.
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: name) }
    return [UInt8](data)
  }

  /// The files of the same name in the same folder, whatever the case of their extensions.
  private static func companions(
    of url: URL, name: String
  ) throws(IntakeError) -> [Companion] {
    let stem = url.deletingPathExtension().lastPathComponent
    let folder = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let base = String(name.dropLast(url.lastPathComponent.count))
    var companions: [Companion] = []
    for file in names.sorted() {
      let candidate = folder.appending(path: file)
      let kind = candidate.pathExtension.lowercased()
      guard candidate.deletingPathExtension().lastPathComponent == stem,
        ["dbf", "shx", "prj", "cpg"].contains(kind),
        !companions.contains(where: { $0.kind == kind })
      else { continue }
      let name = base + file
      companions.append(
        Companion(kind: kind, name: name, bytes: try Self.bytes(of: candidate, name: name)))
    }
    return companions
  }
}
