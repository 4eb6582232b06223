/// A count of decimals, 0 to 15, and what the writing of numbers needs to know of it.
struct DecimalPlaces: Sendable {
  /// All counts, each at its place.
  static let all: [DecimalPlaces] = (0...15).map(DecimalPlaces.init)

  /// Six, which is enough for most tables.
  static let six = all[6]

  /// The count.
  let count: Int
  /// 10 to the power of the count: the units of the last decimal in one.
  let units: UInt64
  /// The same as a `Double`, which holds it exactly.
  let scale: Double
  /// The magnitude below which ``FixedDecimal`` has a short way; 0 where it has none.
  ///
  /// It keeps the scaled number below 2³⁶.
  let shortLimit: Double
  /// 2⁶⁴ / units, rounded up: the upper half of a product with it is the quotient by units.
  ///
  /// For numbers below 2³⁷ and up to 8 decimals that is exact: the error of the reciprocal is below
  /// units / 2⁶⁴, and 2³⁷ · 10⁸ is less than 2⁶⁴.
  let reciprocal: UInt64
  /// 10 to the power of what the count lacks of 8.
  let lift: UInt64

  private init(_ count: Int) {
    self.count = count
    units = Self.power(count)
    scale = Double(units)
    let hasShortWay = (1...8).contains(count)
    shortLimit = hasShortWay ? 0x1p36 / scale : 0
    reciprocal = count == 0 ? 0 : .max / units + 1
    lift = hasShortWay ? Self.power(8 - count) : 0
  }

  private static func power(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The units nearest to a magnitude below ``shortLimit``; `nil` where the short way cannot be
  /// sure.
  ///
  /// The product of magnitude and scale, itself rounded, is less than 2⁻¹⁶ from the true one. So
  /// its nearest whole number is that of the true product, unless it lies so near a tie that
  /// only an exact computation can tell. Adding 2⁵² rounds to a whole number and leaves it in the
  /// lower bits.
  @inline(__always)
  func nearestUnits(_ magnitude: Double) -> UInt64? {
    let product = magnitude * scale
    let shifted = product + 0x1p52
    let distance = product - (shifted - 0x1p52)
    // Not a number compares false.
    guard magnitude < shortLimit, distance.magnitude < 0.5 - 0x1p-15 else { return nil }
    return shifted.bitPattern & (1 << 52 - 1)
  }
}
