import CPROJ

/// The PROJ library context, owned by one thread of work.
///
/// Never uses the network and never prints: the library's last message is kept for the error.
@safe final class PROJContext {
  let handle: OpaquePointer
  private let errors = LibraryMessage()

  /// A context that looks for grids in a folder before the usual places.
  ///
  /// - Throws: ``GeometryEngineError/contextUnavailable``.
  init(gridFolder: String? = nil) throws(GeometryEngineError) {
    guard let handle = unsafe proj_context_create() else { throw .contextUnavailable }
    unsafe self.handle = handle
    // The receiver lives as long as the context, so an unretained pointer to it is enough.
    unsafe proj_log_func(handle, Unmanaged.passUnretained(errors).toOpaque()) {
      receiver, _, message in
      guard let message = unsafe message, let receiver = unsafe receiver else { return }
      unsafe Unmanaged<LibraryMessage>.fromOpaque(receiver).takeUnretainedValue()
        .record(String(cString: message))
    }
    _ = unsafe proj_log_level(handle, PJ_LOG_ERROR)
    _ = unsafe proj_context_set_enable_network(handle, 0)
    if let gridFolder { setSearchPaths([gridFolder] + Self.defaultSearchPaths) }
  }

  deinit { _ = unsafe proj_context_destroy(handle) }

  /// The library's last message, once.
  func takeMessage() -> String { errors.take() }

  /// Where PROJ looks for its database and grids by itself.
  ///
  /// Asked once, because the library answers from a buffer that the next question overwrites.
  private static let defaultSearchPaths: [String] = {
    guard let paths = unsafe proj_info().searchpath else { return [] }
    #if os(Windows)
      let separator: Character = ";"
    #else
      let separator: Character = ":"
    #endif
    return unsafe String(cString: paths).split(separator: separator).map(String.init)
  }()

  /// Replaces the search paths; the default ones must be among them, or the database is lost.
  private func setSearchPaths(_ paths: [String]) {
    var text: [CChar] = []
    var starts: [Int] = []
    for path in paths {
      starts.append(text.count)
      text += path.utf8CString
    }
    // PROJ copies the text before it returns.
    unsafe text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      let pointers: [UnsafePointer<CChar>?] = unsafe starts.map { unsafe base + $0 }
      unsafe proj_context_set_search_paths(handle, Int32(pointers.count), pointers)
    }
  }
}
