#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A new file, which is on the disk when it has been finished.
///
/// Foundation can write and rename, but not flush a folder; these are the system's own calls.
struct DurableFile: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private var isOpen = true
  /// The bytes written so far.
  private(set) var count = 0

  /// Makes a new file.
  ///
  /// A file or link that is already there is refused: nobody else may aim what is written.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - name: What an error calls it.
  /// - Throws: ``OutputError/notWritable(_:reason:)``.
  init(creating path: String, called name: String) throws(OutputError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = unsafe open(path, flags, 0o644)
    self.name = name
    guard descriptor >= 0 else { throw Self.failure(name) }
  }

  deinit {
    if isOpen, descriptor >= 0 { _ = close(descriptor) }
  }

  /// Writes bytes behind those written before.
  mutating func write(_ bytes: Span<UInt8>) throws(OutputError) {
    var written = 0
    while written < bytes.count {
      // The system reads at most the bytes of the rest.
      let count = unsafe bytes.extracting(written...).withUnsafeBytes { rest in
        unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(name) }
      written += count
    }
    count += written
  }

  /// Flushes the file to the disk and closes it.
  ///
  /// - Returns: Its size.
  consuming func finish() throws(OutputError) -> Int {
    guard fsync(descriptor) == 0 else { throw Self.failure(name) }
    isOpen = false
    guard close(descriptor) == 0 else { throw Self.failure(name) }
    return count
  }
}

// MARK: - Places

extension DurableFile {
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
