/// On which side of a directed line a position lies.
public enum Orientation: Sendable {
  /// To the left: the three positions turn counter-clockwise.
  case left
  /// To the right: the three positions turn clockwise.
  case right
  /// Exactly on the line.
  case collinear

  /// The side of the line `from` → `to` on which `position` lies, decided without rounding error.
  ///
  /// A floating-point determinant decides whenever its error bound allows; otherwise the
  /// determinant is summed exactly. A position on a shared border is therefore seen on the border
  /// from both sides, which is what makes point location a partition. Exact as long as products
  /// of differences stay within the range of numbers: differences of 0 or 10⁻¹⁴⁰ to 10¹⁵⁰ metres.
  ///
  /// - Complexity: O(1); the exact sum is reached only within about 10⁻¹⁶ of the line.
  /// - SeeAlso: J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust
  ///   geometric predicates", *Discrete & Computational Geometry* 18, 1997, 305–363.
  @inlinable
  public static func of(
    _ position: Coordinate, from: Coordinate, to: Coordinate
  ) -> Orientation {
    let left = (from.x - position.x) * (to.y - position.y)
    let right = (from.y - position.y) * (to.x - position.x)
    let determinant = left - right
    // Shewchuk's first error bound, (3 + 16ε)ε with ε = 2⁻⁵³.
    let bound = 3.3306690738754716e-16 * (abs(left) + abs(right))
    if determinant > bound { return .left }
    if determinant < -bound { return .right }
    return exact(position, from: from, to: to)
  }

  @usableFromInline
  static func exact(_ position: Coordinate, from: Coordinate, to: Coordinate) -> Orientation {
    let ax = difference(from.x, position.x)
    let ay = difference(from.y, position.y)
    let bx = difference(to.x, position.x)
    let by = difference(to.y, position.y)
    var sum = Expansion()
    for first in [ax.high, ax.low] {
      for second in [by.high, by.low] { sum.addProduct(first, second) }
    }
    for first in [ay.high, ay.low] {
      for second in [bx.high, bx.low] { sum.addProduct(-first, second) }
    }
    let sign = sum.sign
    return sign > 0 ? .left : sign < 0 ? .right : .collinear
  }
}

/// A difference of two numbers as the unevaluated sum of its rounded value and the exact rest.
private func difference(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
  let high = a - b
  let bVirtual = a - high
  let aVirtual = high + bVirtual
  return (high, (a - aVirtual) + (bVirtual - b))
}

/// A number held exactly as a sum of non-overlapping parts, smallest first.
private struct Expansion {
  private var parts: [Double] = []

  /// Adds `a · b` without error.
  mutating func addProduct(_ a: Double, _ b: Double) {
    let high = a * b
    grow(by: (-high).addingProduct(a, b))
    grow(by: high)
  }

  /// Shewchuk's Grow-Expansion, leaving out zero parts.
  private mutating func grow(by value: Double) {
    var carry = value
    var grown: [Double] = []
    for part in parts {
      let sum = carry + part
      let partVirtual = sum - carry
      let carryVirtual = sum - partVirtual
      let rest = (carry - carryVirtual) + (part - partVirtual)
      if rest != 0 { grown.append(rest) }
      carry = sum
    }
    if carry != 0 { grown.append(carry) }
    parts = grown
  }

  /// The sign of the sum: that of its largest part.
  var sign: Double { parts.last ?? 0 }
}
