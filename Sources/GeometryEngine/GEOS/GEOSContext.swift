import CGEOS

/// The GEOS library context, owned by one thread of work.
///
/// Not `Sendable`: GEOS contexts, and the prepared geometries made in them, must not be shared
/// between threads. Make one per task; it costs next to nothing.
@safe final class GEOSContext {
  let handle: GEOSContextHandle_t
  private let errors = LibraryMessage()

  /// A context that keeps the library's messages instead of printing them.
  ///
  /// - Throws: ``GeometryEngineError/contextUnavailable``.
  init() throws(GeometryEngineError) {
    guard let handle = unsafe GEOS_init_r() else { throw .contextUnavailable }
    unsafe self.handle = handle
    // The receiver lives as long as the context, so an unretained pointer to it is enough.
    unsafe GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, receiver in
        guard let message = unsafe message, let receiver = unsafe receiver else { return }
        unsafe Unmanaged<LibraryMessage>.fromOpaque(receiver).takeUnretainedValue()
          .record(String(cString: message))
      },
      Unmanaged.passUnretained(errors).toOpaque())
  }

  deinit { unsafe GEOS_finish_r(handle) }

  /// The error for an operation that has just failed, with the library's last message.
  func failure(of operation: String) -> GeometryEngineError {
    .geos(operation: operation, message: errors.take())
  }
}
