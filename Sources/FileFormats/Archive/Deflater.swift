internal import CZlib

/// zlib's compressor for one member of a gzip file.
@safe final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// A compressor that tries as hard as a level from 1 to 9 says.
  init(level: Int) {
    // zlib keeps the address of its stream, so it must not move.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe coldspot_deflate_init(stream, CInt(level))
    precondition(status == Z_OK, "zlib has memory and is the version it was built for")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The member that holds the content.
  func member(of content: [UInt8]) -> [UInt8] {
    unsafe deflateReset(stream)
    var packed: [UInt8] = []
    var rest = content[...]
    while true {
      let (status, consumed, produced) = step(rest)
      rest = rest.dropFirst(consumed)
      packed += chunk[..<produced]
      if status == Z_STREAM_END { return packed }
      precondition(status == Z_OK, "zlib has room in its output and so goes on")
    }
  }

  /// One call of zlib: what it says, how much it took, and how much of `chunk` it filled.
  private func step(_ bytes: ArraySlice<UInt8>) -> (status: CInt, consumed: Int, produced: Int) {
    // Both counts fit into the 32 bits that zlib has for them, and neither is larger than the
    // buffer it belongs to.
    let available = UInt32(min(bytes.count, 1 << 30))
    let room = UInt32(chunk.count)
    let isLast = Int(available) == bytes.count
    let status = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe chunk.withUnsafeMutableBufferPointer { output in
        // zlib only reads from its input, though its type does not say so.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = available
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = room
        return unsafe CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      }
    }
    let (unread, unfilled) = unsafe (stream.pointee.avail_in, stream.pointee.avail_out)
    return (status, Int(available - unread), Int(room - unfilled))
  }
}
