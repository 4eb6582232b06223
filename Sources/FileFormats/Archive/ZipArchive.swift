internal import CZip

/// A zip archive in memory, of which nothing is written anywhere.
///
/// Names are told apart as the packages of Office do: without regard to case, and `\` is `/`.
@safe final class ZipArchive {
  private let archive: OpaquePointer
  private let buffer: UnsafeMutableRawBufferPointer
  private let entries: [String: zip_uint64_t]
  private let limits: Workbook.Limits
  private var expandedBytes: Int

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: The whole file; kept by the archive as a copy.
  ///   - limits: Bounds on what is unpacked.
  ///   - expandedBytes: How much of the same file has been unpacked before, against the limit.
  /// - Throws: ``FormatError`` for an archive that cannot be opened or has too many files.
  init(
    _ bytes: [UInt8], limits: Workbook.Limits, expandedBytes: Int = 0
  ) throws(FormatError) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // libzip reads from the buffer as long as the archive is open, so it must not move.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    unsafe buffer.copyBytes(from: bytes)
    guard let archive = unsafe Self.open(UnsafeRawBufferPointer(buffer), error: &error) else {
      unsafe buffer.deallocate()
      throw unsafe Self.failure(&error)
    }
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count <= limits.entries else {
      unsafe zip_discard(archive)
      unsafe buffer.deallocate()
      throw .limitExceeded(what: "files in the workbook", limit: limits.entries)
    }
    var entries: [String: zip_uint64_t] = [:]
    for index in 0..<zip_uint64_t(max(count, 0)) {
      guard let name = unsafe zip_get_name(archive, index, 0) else { continue }
      let key = unsafe Self.key(String(cString: name))
      if entries[key] == nil { entries[key] = index }
    }
    unsafe self.archive = archive
    unsafe self.buffer = buffer
    self.entries = entries
    self.limits = limits
    self.expandedBytes = expandedBytes
  }

  deinit {
    // Nothing was changed, so nothing is lost.
    unsafe zip_discard(archive)
    unsafe buffer.deallocate()
  }

  /// Whether there is a file of this name.
  func contains(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// How much has been unpacked of the file so far, in bytes.
  var expandedByteCount: Int { expandedBytes }

  /// Unpacks a file piece by piece.
  ///
  /// - Returns: `false` if there is no file of this name.
  /// - Throws: ``FormatError`` for a damaged or encrypted file, one that unpacks to more than the
  ///   limits allow, and whatever `body` throws.
  func read(
    _ name: String, _ body: (ArraySlice<UInt8>) throws(FormatError) -> Void
  ) throws(FormatError) -> Bool {
    guard let index = entries[Self.key(name)] else { return false }
    let size = try checkedSize(ofEntry: index, name: name)
    guard let file = unsafe zip_fopen_index(archive, index, 0) else {
      throw unsafe Self.failure(zip_get_error(archive), where: name)
    }
    defer { unsafe zip_fclose(file) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    while true {
      // libzip writes at most as many bytes as it is told, which is the size of the chunk.
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
      }
      guard count >= 0 else {
        throw unsafe Self.failure(zip_file_get_error(file), where: name)
      }
      guard count > 0 else { return true }
      total += Int(count)
      expandedBytes += Int(count)
      // What the directory says of the size may be a lie.
      guard total <= size else {
        throw .corrupt(what: "it is larger than the archive says", where: name)
      }
      try body(chunk[..<Int(count)])
    }
  }
}

extension ZipArchive {
  /// The size an entry says it has, if the limits allow it.
  private func checkedSize(
    ofEntry index: zip_uint64_t, name: String
  ) throws(FormatError) -> Int {
    var stat = unsafe zip_stat_t()
    unsafe zip_stat_init(&stat)
    guard unsafe zip_stat_index(archive, index, 0, &stat) == 0 else {
      throw unsafe Self.failure(zip_get_error(archive), where: name)
    }
    let (size, packedSize) = unsafe (stat.size, stat.comp_size)
    if unsafe stat.encryption_method != ZIP_EM_NONE { throw .encrypted }
    guard size <= zip_uint64_t(max(limits.expandedBytes - expandedBytes, 0)) else {
      throw .limitExceeded(what: "bytes when unpacked", limit: limits.expandedBytes)
    }
    guard size <= 1 << 20 || size / zip_uint64_t(limits.ratio) <= packedSize else {
      throw .limitExceeded(what: "times its packed size in \(name)", limit: limits.ratio)
    }
    return Int(size)
  }

  /// An archive over a buffer that must outlive it.
  private static func open(
    _ buffer: UnsafeRawBufferPointer, error: UnsafeMutablePointer<zip_error_t>
  ) -> OpaquePointer? {
    let source = unsafe zip_source_buffer_create(
      buffer.baseAddress, zip_uint64_t(buffer.count), 0, error)
    guard let source = unsafe source else { return nil }
    guard let archive = unsafe zip_open_from_source(source, CInt(ZIP_RDONLY), error) else {
      unsafe zip_source_free(source)
      return nil
    }
    return unsafe archive
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().replacing("\\", with: "/").drop { $0 == "/" })
  }

  private static func failure(
    _ error: UnsafeMutablePointer<zip_error_t>, where place: String = "the zip archive"
  ) -> FormatError {
    switch unsafe zip_error_code_zip(error) {
    case ZIP_ER_NOZIP, ZIP_ER_EOF: return .truncated(what: place, line: nil)
    case ZIP_ER_CRC: return .corrupt(what: "the checksum is wrong", where: place)
    case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD: return .encrypted
    default: return unsafe .corrupt(what: String(cString: zip_error_strerror(error)), where: place)
    }
  }
}
