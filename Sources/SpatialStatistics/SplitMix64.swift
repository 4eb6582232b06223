/// A small generator of random numbers whose draws depend on the seed alone, for ever.
///
/// The system's own generators promise no such thing from one version to the next.
///
/// - SeeAlso: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
///   generators", *OOPSLA* 2014.
package struct SplitMix64: Sendable {
  private var state: UInt64

  /// A generator from its seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number below a bound, each as likely as the others.
  ///
  /// - SeeAlso: D. Lemire, "Fast random integer generation in an interval", *ACM Transactions on
  ///   Modeling and Computer Simulation* 29(1), 2019.
  package mutating func next(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "no number is below 0")
    // 2⁶⁴ modulo the bound: so many of the products would favour a number.
    let excess = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= excess { return product.high }
    }
  }
}
