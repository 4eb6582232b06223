#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The reading of whole files into arrays.
///
/// Foundation reads into memory of its own, from where the bytes have to be copied: twice the
/// memory, and for the 41 MB of the benchmark `T1` 45 ms instead of 10. A mapped file would be
/// faster still, but ends the process if someone shortens the file meanwhile.
enum FileContent {
  /// The bytes of a regular file; `nil` if it is none, is empty, or cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0
    else { return nil }
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { room, count in
      unsafe askForLargePages(UnsafeMutableRawBufferPointer(room))
      while count < room.count {
        // The system fills at most the bytes of `room` that remain, and says how many.
        let filled = unsafe systemRead(
          file, room.baseAddress.map { unsafe $0 + count }, room.count - count)
        if filled < 0, errno == EINTR { continue }
        isWhole = filled >= 0
        guard filled > 0 else { break }
        count += filled
      }
    }
    return isWhole ? bytes : nil
  }

  /// Asks the system to hand memory out in pages of 2 MiB, as far as whole ones fit: for the file
  /// of `T1` that are 20 interruptions instead of 10,000.
  private static func askForLargePages(_ room: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      let page = 1 << 21
      guard let start = room.baseAddress, room.count > 2 * page else { return }
      let skipped = (page - Int(bitPattern: start) % page) % page
      // Only advice: the memory is the same without it, so a refusal changes nothing.
      _ = unsafe madvise(
        start + skipped, (room.count - skipped) / page * page, MADV_HUGEPAGE)
    #endif
  }
}

private func systemRead(_ file: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(file, room, count)
}
