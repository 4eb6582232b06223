/// Bytes that are written again and again, such as the name of a property with its quotes.
///
/// The first are kept as vectors, so that a phrase is one store or two; a loop over words took a
/// third of all the time of writing a table (benchmark T6).
struct Phrase: Sendable {
  private static let width = 16

  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>
  private let others: [UInt8]
  /// The number of bytes.
  let count: Int

  /// A phrase of some text.
  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// A phrase of some bytes.
  init(_ bytes: [UInt8]) {
    first = Self.vector(bytes.prefix(Self.width))
    second = Self.vector(bytes.dropFirst(Self.width).prefix(Self.width))
    others = Array(bytes.dropFirst(2 * Self.width))
    count = bytes.count
  }

  private static func vector(_ bytes: ArraySlice<UInt8>) -> SIMD16<UInt8> {
    var vector = SIMD16<UInt8>()
    for (index, byte) in bytes.enumerated() { vector[index] = byte }
    return vector
  }

  /// Writes the phrase, and fewer than sixteen bytes beyond it.
  ///
  /// - Returns: The offset behind the phrase.
  @inline(__always)
  func write(into output: inout MutableRawSpan, at start: Int) -> Int {
    output.storeBytes(of: first, toByteOffset: start, as: SIMD16<UInt8>.self)
    if count > Self.width {
      output.storeBytes(
        of: second, toByteOffset: start &+ Self.width, as: SIMD16<UInt8>.self)
      if count > 2 * Self.width { writeOthers(into: &output, at: start &+ 2 * Self.width) }
    }
    return start &+ count
  }

  @inline(never)
  private func writeOthers(into output: inout MutableRawSpan, at start: Int) {
    let others = others.span
    for index in others.indices {
      output.storeBytes(of: others[index], toByteOffset: start &+ index, as: UInt8.self)
    }
  }
}
