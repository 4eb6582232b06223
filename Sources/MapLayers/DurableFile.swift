#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Files that are on the disk when writing them has returned.
///
/// Foundation can write and rename, but not flush a folder; these are the system's own calls.
enum DurableFile {
  /// Writes a new file and flushes it.
  ///
  /// A file or link that is already there is refused: nobody else may aim what is written.
  ///
  /// - Parameters:
  ///   - content: The bytes.
  ///   - path: Where they go.
  ///   - name: What an error calls the file.
  /// - Throws: ``OutputError/notWritable(_:reason:)``.
  static func write(
    _ content: [UInt8], to path: String, called name: String
  ) throws(OutputError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = unsafe open(path, flags, 0o644)
    guard file >= 0 else { throw failure(name) }
    var written = 0
    while written < content.count {
      // The system reads at most the bytes that remain of `content`.
      let count = unsafe content.withUnsafeBytes { bytes in
        unsafe systemWrite(
          file, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = failure(name)
        _ = close(file)
        throw error
      }
      written += count
    }
    guard fsync(file) == 0 else {
      let error = failure(name)
      _ = close(file)
      throw error
    }
    guard close(file) == 0 else { throw failure(name) }
  }

  /// Puts a complete file in its place, in one step.
  static func rename(
    _ path: String, to target: String, called name: String
  ) throws(OutputError) {
    guard systemRename(path, target) == 0 else { throw failure(name) }
  }

  /// Makes renames last; a system that cannot do that has done all it can.
  static func flushFolder(_ path: String) {
    let folder = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    _ = close(folder)
  }

  /// Whether a process exists.
  static func isRunning(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }

  private static func failure(_ name: String) -> OutputError {
    let reason = errno == 0 ? "unknown" : unsafe String(cString: strerror(errno))
    return .notWritable(name, reason: reason)
  }
}

// The functions of the C library under names that the enum's own do not hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, bytes, count)
}

private func systemRename(_ path: String, _ target: String) -> Int32 {
  unsafe rename(path, target)
}
