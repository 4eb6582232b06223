internal import CShapelib

/// The files of a Shapefile in memory, where Shapelib finds them instead of on the disk.
///
/// Shapelib asks for files by name; the name that it is given is the address of this object, so
/// that the functions it calls, which know nothing else, come back to it.
@safe final class ShapelibFiles {
  private let files: [String: [UInt8]]

  /// - Parameter files: The bytes by the extension in lower case.
  init(_ files: [String: [UInt8]]) {
    self.files = files
  }

  /// A file that Shapelib has opened.
  private final class Open {
    let bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }
  }

  /// The name under which Shapelib is to open the files; good as long as this object lives.
  var name: String {
    unsafe String(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()))
  }

  /// The functions that Shapelib calls: those that write do nothing.
  static var hooks: SAHooks {
    unsafe SAHooks(
      FOpen: { name, _ in unsafe ShapelibFiles.open(name) },
      FRead: { target, size, count, file in
        unsafe ShapelibFiles.read(into: target, size: size, count: count, from: file)
      },
      FWrite: { _, _, _, _ in 0 },
      FSeek: { file, offset, origin in
        unsafe ShapelibFiles.seek(file, offset: offset, origin: origin)
      },
      FTell: { file in unsafe UInt(ShapelibFiles.opened(file)?.offset ?? 0) },
      FFlush: { _ in 0 },
      FClose: { file in
        guard let file = unsafe file else { return 0 }
        unsafe Unmanaged<Open>.fromOpaque(file).release()
        return 0
      },
      Remove: { _ in -1 },
      Error: { _ in },
      Atof: { _ in 0 })
  }

  private static func open(_ name: UnsafePointer<CChar>?) -> SAFile? {
    guard let name = unsafe name else { return nil }
    let parts = unsafe String(cString: name).split(separator: ".")
    guard parts.count == 2, let address = UInt(parts[0]),
      let pointer = unsafe UnsafeRawPointer(bitPattern: address)
    else { return nil }
    // The address is one that `name` gave out, and whoever opens keeps the object.
    let files = unsafe Unmanaged<ShapelibFiles>.fromOpaque(pointer).takeUnretainedValue()
    guard let bytes = files.files[String(parts[1])] else { return nil }
    return unsafe Unmanaged.passRetained(Open(bytes)).toOpaque()
      .assumingMemoryBound(to: Int32.self)
  }

  private static func opened(_ file: SAFile?) -> Open? {
    guard let file = unsafe file else { return nil }
    return unsafe Unmanaged<Open>.fromOpaque(file).takeUnretainedValue()
  }

  /// Copies whole items, as many as there are; the caller vouches for the room.
  private static func read(
    into target: UnsafeMutableRawPointer?, size: SAOffset, count: SAOffset, from file: SAFile?
  ) -> SAOffset {
    guard let file = unsafe opened(file), let target = unsafe target, size > 0 else { return 0 }
    let whole = min(UInt(file.bytes.count - file.offset) / size, count)
    let length = Int(whole * size)
    unsafe target.copyMemory(
      from: Array(file.bytes[file.offset..<file.offset + length]), byteCount: length)
    file.offset += length
    return whole
  }

  private static func seek(_ file: SAFile?, offset: SAOffset, origin: Int32) -> SAOffset {
    guard let file = unsafe opened(file) else { return 1 }
    let start = origin == 0 ? 0 : origin == 1 ? file.offset : file.bytes.count
    let (place, overflows) = start.addingReportingOverflow(Int(bitPattern: offset))
    guard !overflows, (0...file.bytes.count).contains(place) else { return 1 }
    file.offset = place
    return 0
  }
}
