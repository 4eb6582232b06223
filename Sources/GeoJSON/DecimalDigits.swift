/// The writing of whole numbers in decimal digits, four at a time.
///
/// Tried and slower, for coordinates of seven decimals (benchmark T6): all eight digits by
/// multiplications within a word, which needs no table, took 1.3 times as long.
enum DecimalDigits {
  /// The digits of 0 to 9999, zeros in front: one word each, the first digit in the lowest byte.
  static let quads: [UInt32] = (0..<10_000).map { (number: UInt32) in
    [number % 10, number / 10 % 10, number / 100 % 10, number / 1000]
      .reduce(0) { $0 << 8 | (UInt32(UInt8(ascii: "0")) + $1) }
  }

  /// The bytes that any `UInt64` needs.
  static let room = 20

  /// Four and eight zeros as words.
  static let fourZeros: UInt32 = 0x3030_3030
  static let eightZeros: UInt64 = 0x3030_3030_3030_3030

  /// The digits of a number below 10 000 without zeros in front, as a word, and how many they are.
  @inline(__always)
  static func significant(
    _ number: UInt64, _ quads: Span<UInt32>
  ) -> (word: UInt32, count: Int) {
    let word = quads[Int(truncatingIfNeeded: number)]
    // The last digit is kept, be it a zero.
    let skipped = (word ^ fourZeros | 1 << 24).trailingZeroBitCount & 24
    return (word &>> UInt32(truncatingIfNeeded: skipped), 4 &- skipped &>> 3)
  }

  /// The eight digits of a number below 10⁸, zeros in front.
  @inline(__always)
  static func eight(_ number: UInt64, _ quads: Span<UInt32>) -> UInt64 {
    let high = number / 10_000
    let low = number &- high &* 10_000
    return UInt64(quads[Int(truncatingIfNeeded: high)])
      | UInt64(quads[Int(truncatingIfNeeded: low)]) << 32
  }

  /// Writes a number.
  ///
  /// - Returns: The offset behind its digits.
  @inline(__always)
  static func write(
    _ number: UInt64, _ quads: Span<UInt32>, into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    if number < 10_000 {
      let digits = significant(number, quads)
      output.storeBytes(of: digits.word.littleEndian, toByteOffset: start, as: UInt32.self)
      return start &+ digits.count
    }
    return writeLong(number, quads, into: &output, at: start)
  }

  @inline(never)
  private static func writeLong(
    _ number: UInt64, _ quads: Span<UInt32>, into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    guard number >= 10_000 else { return write(number, quads, into: &output, at: start) }
    let high = number / 10_000
    let end = writeLong(high, quads, into: &output, at: start)
    let word = quads[Int(truncatingIfNeeded: number &- high &* 10_000)]
    output.storeBytes(of: word.littleEndian, toByteOffset: end, as: UInt32.self)
    return end &+ 4
  }

  /// Writes a number with its sign.
  @inline(__always)
  static func write(
    _ number: Int, _ quads: Span<UInt32>, into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    output.storeBytes(of: UInt8(ascii: "-"), toByteOffset: start, as: UInt8.self)
    return write(
      UInt64(number.magnitude), quads, into: &output, at: start &+ (number < 0 ? 1 : 0))
  }
}
