/// A number without exponent as a text writes it: sign, digits and point.
struct WrittenDecimal {
  private(set) var isNegative = false
  /// The digits as one number; without meaning beyond 19 of them.
  private(set) var significand: UInt64 = 0
  /// The digits, but for a lone 0 before the point.
  private(set) var digits = 0
  /// The digits before the point.
  private(set) var wholeDigits = 0
  /// The digits behind the point; `nil` without a point.
  private(set) var decimals: Int?
  /// Whether a 0 stands before other digits of the whole part.
  private(set) var hasLeadingZero = false

  /// Reads the number at an offset, which is moved behind it.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: inout Int) {
    if text.byte(at: index) == UInt8(ascii: "-") {
      isNegative = true
      index &+= 1
    }
    let startsWithZero = text.byte(at: index) == UInt8(ascii: "0")
    wholeDigits = pass(text, &index)
    hasLeadingZero = startsWithZero && wholeDigits > 1
    digits = startsWithZero ? wholeDigits &- 1 : wholeDigits
    guard text.byte(at: index) == UInt8(ascii: ".") else { return }
    index &+= 1
    let behind = pass(text, &index)
    decimals = behind
    digits &+= behind
  }

  /// Whether JSON allows it: digits before the point and behind it, and no 0 too many.
  var isWellFormed: Bool { wholeDigits > 0 && decimals != 0 && !hasLeadingZero }

  /// Passes digits and appends them to the significand.
  @inline(__always)
  private mutating func pass(_ text: Span<UInt8>, _ index: inout Int) -> Int {
    let start = index
    while true {
      let run = DigitRun(text.word(at: index))
      significand = significand &* powersOfTen[run.count] &+ run.value
      index &+= run.count
      if run.count < 8 { return index &- start }
    }
  }

  /// The nearest `Double` to the number times a power of ten; `nil` if that cannot be told here.
  @inline(__always)
  func value(exponent: Int = 0) -> Double? {
    guard digits <= 19 else { return nil }
    let exponent = exponent &- (decimals ?? 0)
    let magnitude =
      significand <= 1 << 53
      ? Self.exact(significand, exponent) : Self.divided(significand, exponent)
    guard let magnitude else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// One multiplication or division of exact values rounds correctly.
  ///
  /// - SeeAlso: W. D. Clinger, "How to read floating point numbers accurately", *PLDI* 1990.
  @inline(__always)
  private static func exact(_ significand: UInt64, _ exponent: Int) -> Double? {
    let digits = Double(Int64(truncatingIfNeeded: significand))
    if exponent <= 0 { return exponent >= -22 ? digits / exactPowersOfTen[-exponent] : nil }
    return exponent <= 22 ? digits * exactPowersOfTen[exponent] : nil
  }

  /// The quotient of two whole numbers to 63 bits or more, and whether that is all of it, say how
  /// to round.
  ///
  /// - Precondition: The significand is larger than 2⁵³, so that nothing becomes subnormal.
  @inline(never)
  private static func divided(_ significand: UInt64, _ exponent: Int) -> Double? {
    guard -19...0 ~= exponent else { return nil }
    let power = powersOfTen[-exponent]
    let shifts = (significand.leadingZeroBitCount, power.leadingZeroBitCount)
    let (dividend, divisor) = (significand << shifts.0, power << shifts.1)
    let quotient = divisor.dividingFullWidth((dividend >> 1, dividend << 63)).quotient
    // Not zero stands for the digits that the division did not reach.
    let isWhole = quotient &* divisor == dividend << 63
    let scale = Double(bitPattern: UInt64(1023 - 63 - shifts.0 + shifts.1) << 52)
    return Double(isWhole ? quotient : quotient | 1) * scale
  }
}

/// The powers of ten that a `Double` holds exactly.
private let exactPowersOfTen: InlineArray<23, Double> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/// The powers of ten that 64 bits hold.
private let powersOfTen: InlineArray<20, UInt64> = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]
