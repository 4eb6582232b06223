/// A number rounded to a fixed count of decimals.
///
/// The rounding is that of the number's exact binary value, to nearest, ties to even, as `printf`
/// does it: 0.125 at two decimals is 0.12, and 1.005 (which is a little less) is 1. It is written
/// without exponent, without trailing zeros and never as `-0`.
///
/// Almost all numbers take a short way, see ``DecimalPlaces/nearestUnits(_:)``: those of up to ten
/// digits, unless they are within 2⁻¹⁵ of a tie. The others are rounded exactly.
struct FixedDecimal {
  /// The bytes that a decimal may need.
  static let room = 40

  private let original: Double
  private let isNegative: Bool
  /// The digits before the point.
  private let whole: UInt64
  /// The digits after the point as one number below 10 to the power of `places`.
  private let fraction: UInt64
  private let places: DecimalPlaces

  /// Rounds a number exactly.
  ///
  /// - Precondition: The number is finite.
  private init(_ value: Double, _ places: DecimalPlaces) {
    precondition(value.isFinite, "only a finite number has decimals")
    original = value
    self.places = places
    let magnitude = value.magnitude
    guard magnitude < 0x1p63 else {
      // Such numbers are whole, and longer than 64 bits.
      isNegative = value < 0
      whole = .max
      fraction = 0
      return
    }
    var whole = UInt64(magnitude)
    var fraction = Self.rounded(
      magnitude - Double(whole), scale: places.scale, isEvenBefore: whole % 2 == 0)
    if fraction == places.units {
      whole += 1
      fraction = 0
    }
    self.whole = whole
    self.fraction = fraction
    isNegative = value < 0 && (whole > 0 || fraction > 0)
  }

  /// `part · scale` to the nearest integer.
  ///
  /// The product of two `Double`s is the rounded product and an exact rest; the rest decides where
  /// rounding the product made a tie of what is none.
  private static func rounded(_ part: Double, scale: Double, isEvenBefore: Bool) -> UInt64 {
    let product = part * scale
    let rest = (-product).addingProduct(part, scale)
    var nearest = product.rounded(.toNearestOrEven)
    let difference = product - nearest
    if difference == 0.5, rest > 0 {
      nearest += 1
    } else if difference == -0.5, rest < 0 {
      nearest -= 1
    } else if scale == 1, difference.magnitude == 0.5 {
      // Without decimals the last digit is that of the whole part.
      nearest = isEvenBefore ? 0 : 1
    }
    return UInt64(nearest)
  }
}

// MARK: - As a number

extension FixedDecimal {
  /// The `Double` nearest to the decimal, whose own decimal is the same again.
  ///
  /// A number so large that its decimals are finer than a `Double` can hold stays as it is.
  @inline(__always)
  static func value(_ value: Double, _ places: DecimalPlaces) -> Double {
    guard let units = places.nearestUnits(value.magnitude) else {
      return exactValue(value, places)
    }
    let rounded = Double(Int64(truncatingIfNeeded: units)) / places.scale
    return value < 0 && units > 0 ? -rounded : rounded
  }

  /// The decimal as a count of its last place; `nil` where a `Double` cannot hold that exactly.
  @inline(__always)
  static func units(_ value: Double, _ places: DecimalPlaces) -> Int64? {
    guard let units = places.nearestUnits(value.magnitude) else {
      return exactUnits(value, places)
    }
    return value < 0 ? -Int64(truncatingIfNeeded: units) : Int64(truncatingIfNeeded: units)
  }

  @inline(never)
  private static func exactValue(_ value: Double, _ places: DecimalPlaces) -> Double {
    guard let units = exactUnits(value, places) else { return value }
    return Double(units) / places.scale
  }

  @inline(never)
  private static func exactUnits(_ value: Double, _ places: DecimalPlaces) -> Int64? {
    let decimal = FixedDecimal(value, places)
    guard value.magnitude < 0x1p53 / places.scale else { return nil }
    let units = Int64(decimal.whole * places.units + decimal.fraction)
    return decimal.isNegative ? -units : units
  }
}

// MARK: - As text

extension FixedDecimal {
  /// Writes the decimal of a number, for which there must be ``room``.
  ///
  /// - Parameters:
  ///   - value: A finite number.
  ///   - places: Its decimals.
  ///   - quads: ``DecimalDigits/quads``.
  ///   - output: Where to write to.
  ///   - start: The offset of the first byte.
  /// - Returns: The offset behind the decimal.
  /// - Precondition: The number is finite.
  @inline(__always)
  static func write(
    _ value: Double, _ places: DecimalPlaces, _ quads: Span<UInt32>,
    into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    guard let units = places.nearestUnits(value.magnitude) else {
      return writeExactly(value, places, quads, into: &output, at: start)
    }
    return write(
      units, isNegative: value < 0 && units > 0, places, quads, into: &output, at: start)
  }

  /// Writes a count of units below 2³⁷.
  ///
  /// All eight decimals are stored; the next writer overwrites the zeros at their end, and the point
  /// if nothing is left behind it.
  @inline(__always)
  static func write(
    _ units: UInt64, isNegative: Bool, _ places: DecimalPlaces, _ quads: Span<UInt32>,
    into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    let whole = units.multipliedFullWidth(by: places.reciprocal).high
    let fraction = units &- whole &* places.units
    let first = writeWhole(whole, isNegative: isNegative, quads, into: &output, at: start)
    let decimals = DecimalDigits.eight(fraction &* places.lift, quads)
    output.storeBytes(of: decimals.littleEndian, toByteOffset: first, as: UInt64.self)
    guard fraction > 0 else { return first &- 1 }
    return first &+ 8 &- (decimals ^ DecimalDigits.eightZeros).leadingZeroBitCount &>> 3
  }

  /// Writes the sign, the digits before the point, and the point.
  ///
  /// Up to three digits make one store of a word. The branches are taken alike throughout a column,
  /// so that they cost less than the table and the shifts that need none (0.85 times as long).
  @inline(__always)
  private static func writeWhole(
    _ whole: UInt64, isNegative: Bool, _ quads: Span<UInt32>,
    into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    // The first character is in the lowest byte.
    var word: UInt64
    var length: Int
    if whole < 10 {
      word = 0x2E30 | whole
      length = 2
    } else if whole < 100 {
      let tens = (whole &* 103) &>> 10
      word = 0x2E_3030 | tens | (whole &- tens &* 10) &<< 8
      length = 3
    } else if whole < 1000 {
      word = UInt64(quads[Int(truncatingIfNeeded: whole)]) &>> 8 | 0x2E00_0000
      length = 4
    } else {
      return writeLongWhole(whole, isNegative: isNegative, quads, into: &output, at: start)
    }
    if isNegative {
      word = word &<< 8 | UInt64(UInt8(ascii: "-"))
      length &+= 1
    }
    output.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
    return start &+ length
  }

  @inline(never)
  private static func writeLongWhole(
    _ whole: UInt64, isNegative: Bool, _ quads: Span<UInt32>,
    into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    output.storeBytes(of: UInt8(ascii: "-"), toByteOffset: start, as: UInt8.self)
    let point = DecimalDigits.write(
      whole, quads, into: &output, at: start &+ (isNegative ? 1 : 0))
    output.storeBytes(of: UInt8(ascii: "."), toByteOffset: point, as: UInt8.self)
    return point &+ 1
  }

  @inline(never)
  private static func writeExactly(
    _ value: Double, _ places: DecimalPlaces, _ quads: Span<UInt32>,
    into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    let decimal = FixedDecimal(value, places)
    if value.magnitude >= 0x1p63 {
      return PlainNumber.write(
        value.rounded(), keepingFraction: false, quads, into: &output, at: start)
    }
    output.storeBytes(of: UInt8(ascii: "-"), toByteOffset: start, as: UInt8.self)
    let point = DecimalDigits.write(
      decimal.whole, quads, into: &output, at: start + (decimal.isNegative ? 1 : 0))
    guard decimal.fraction > 0 else { return point }
    output.storeBytes(of: UInt8(ascii: "."), toByteOffset: point, as: UInt8.self)
    var end = point + 1 + places.count
    var rest = decimal.fraction
    while rest % 10 == 0 {
      rest /= 10
      end -= 1
    }
    for place in (point + 1..<end).reversed() {
      let digit = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      output.storeBytes(of: digit, toByteOffset: place, as: UInt8.self)
      rest /= 10
    }
    return end
  }
}
