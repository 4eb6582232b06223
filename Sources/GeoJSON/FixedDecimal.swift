/// A number rounded to a fixed count of decimals.
///
/// The rounding is that of the number's exact binary value, to nearest, ties to even, as `printf`
/// does it: 0.125 at two decimals is 0.12, and 1.005 (which is a little less) is 1. It is written
/// without exponent, without trailing zeros and never as `-0`.
struct FixedDecimal {
  private static let powersOfTen: [UInt64] = (0...15).reduce(into: [1]) { powers, place in
    if place > 0 { powers.append(powers[place - 1] * 10) }
  }

  private let original: Double
  private let isNegative: Bool
  /// The digits before the point.
  private let whole: UInt64
  /// The digits after the point as one number below 10 to the power of `places`.
  private let fraction: UInt64
  private let places: Int

  /// Rounds a number.
  ///
  /// - Precondition: The number is finite; `places` is 0 to 15.
  init(_ value: Double, places: Int) {
    precondition(value.isFinite, "only a finite number has decimals")
    precondition((0...15).contains(places), "decimals must be 0 to 15")
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
    let scale = Self.powersOfTen[places]
    var whole = UInt64(magnitude)
    var fraction = Self.rounded(
      magnitude - Double(whole), scale: Double(scale), isEvenBefore: whole % 2 == 0)
    if fraction == scale {
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

  /// The `Double` nearest to the decimal, whose own decimal is the same again.
  ///
  /// A number so large that its decimals are finer than a `Double` can hold stays as it is.
  var value: Double {
    let scale = Self.powersOfTen[places]
    guard original.magnitude < 0x1p53 / Double(scale) else { return original }
    let units = Double(whole * scale + fraction) / Double(scale)
    return isNegative ? -units : units
  }

  /// The decimal as a count of its last place; `nil` where a `Double` cannot hold that exactly.
  var units: Int64? {
    let scale = Self.powersOfTen[places]
    guard original.magnitude < 0x1p53 / Double(scale) else { return nil }
    let units = Int64(whole * scale + fraction)
    return isNegative ? -units : units
  }

  /// Writes the decimal.
  func append(to bytes: inout [UInt8]) {
    if original.magnitude >= 0x1p63 {
      bytes += PlainNumber.text(original.rounded(), keepingFraction: false).utf8
      return
    }
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    Self.append(whole, width: 1, to: &bytes)
    guard fraction > 0 else { return }
    var digits = fraction
    var width = places
    while digits % 10 == 0 {
      digits /= 10
      width -= 1
    }
    bytes.append(UInt8(ascii: "."))
    Self.append(digits, width: width, to: &bytes)
  }

  /// Writes a whole number with leading zeros up to a width.
  static func append(_ number: UInt64, width: Int, to bytes: inout [UInt8]) {
    var count = width
    while count < 20, number >= power(count) { count += 1 }
    var rest = number
    var index = bytes.count + count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
    while rest > 0 {
      index -= 1
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private static func power(_ exponent: Int) -> UInt64 {
    exponent < powersOfTen.count
      ? powersOfTen[exponent] : powersOfTen[15] * powersOfTen[exponent - 15]
  }
}
