/// Sebastiano Vigna's SplitMix64: the same numbers from the same seed, on any machine.
///
/// Only sums, products and square roots are made of them, so that no library of mathematical
/// functions has a say in what is written.
struct SplitMix64 {
  private var state: UInt64

  /// A stream of its own for each pair of a name and a number.
  init(_ name: String, _ number: Int = 0) {
    // Fowler, Noll and Vo's hash of the name.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0100_0000_01B3
    }
    state = Self.mixed(hash ^ Self.mixed(UInt64(number)))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.finished(state)
  }

  /// From 0 up to, but without, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// From −1 up to, but without, 1.
  mutating func signed() -> Double { unit() * 2 - 1 }

  /// A whole number below a bound.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Bell-shaped about 0 with variance 1, never beyond 6: the sum of twelve uniform numbers.
  mutating func bell() -> Double {
    var sum: UInt64 = 0
    for _ in 0..<3 {
      let four = next()
      sum += (four & 0xFFFF) + (four >> 16 & 0xFFFF) + (four >> 32 & 0xFFFF) + four >> 48
    }
    return (Double(sum) + 6) / 65536 - 6
  }

  /// A number without pattern made of another.
  static func mixed(_ value: UInt64) -> UInt64 { finished(value &+ 0x9E37_79B9_7F4A_7C15) }

  private static func finished(_ state: UInt64) -> UInt64 {
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
