internal import CZlib

/// zlib's decompressor for members of a gzip file.
@safe final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk = [UInt8](repeating: 0, count: 1 << 17)

  init() {
    // zlib keeps the address of its stream, so it must not move.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe coldspot_inflate_init(stream)
    precondition(status == Z_OK, "zlib has memory and is the version it was built for")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Adds the content of one member, and returns how many bytes the member takes up.
  ///
  /// - Throws: ``FormatError``; see ``Gzip/decompressed(_:limit:)``.
  func inflate(
    _ bytes: ArraySlice<UInt8>, into content: inout [UInt8], limit: Int
  ) throws(FormatError) -> Int {
    unsafe inflateReset(stream)
    var offset = bytes.startIndex
    while true {
      let (status, consumed, produced) = step(bytes[offset...])
      offset += consumed
      guard content.count + produced <= limit else {
        throw .limitExceeded(what: "bytes when unpacked", limit: limit)
      }
      content += chunk[..<produced]
      switch status {
      case Z_STREAM_END: return offset - bytes.startIndex
      case Z_OK where consumed > 0 || produced > 0: continue
      case Z_OK, Z_BUF_ERROR: throw .truncated(what: "the compressed content", line: nil)
      default: throw .corrupt(what: message, where: "the compressed content")
      }
    }
  }

  /// One call of zlib: what it says, how much it took, and how much of `chunk` it filled.
  private func step(_ bytes: ArraySlice<UInt8>) -> (status: CInt, consumed: Int, produced: Int) {
    // Both counts fit into the 32 bits that zlib has for them, and neither is larger than the
    // buffer it belongs to.
    let available = UInt32(min(bytes.count, 1 << 30))
    let room = UInt32(chunk.count)
    let status = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe chunk.withUnsafeMutableBufferPointer { output in
        // zlib only reads from its input, though its type does not say so.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = available
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = room
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    let (unread, unfilled) = unsafe (stream.pointee.avail_in, stream.pointee.avail_out)
    return (status, Int(available - unread), Int(room - unfilled))
  }

  private var message: String {
    guard let text = unsafe stream.pointee.msg else { return "the compression is damaged" }
    return unsafe String(cString: text)
  }
}
