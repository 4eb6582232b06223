import SimpleFeatures
import TestSupport

/// A position in whole units that floating point holds exactly: at most 53 significant bits.
struct LatticePosition {
  var x: Int64
  var y: Int64

  /// So many steps of a direction away from a position.
  static func step(
    _ count: Int64, along direction: LatticePosition, from start: LatticePosition
  ) -> LatticePosition {
    LatticePosition(x: start.x + count * direction.x, y: start.y + count * direction.y)
  }

  /// Ordinates drawn from a range.
  static func random(
    in range: ClosedRange<Int64>, using random: inout SeededGenerator
  ) -> LatticePosition {
    LatticePosition(
      x: .random(in: range, using: &random), y: .random(in: range, using: &random))
  }

  /// The same position for the code under test, a unit being 2⁻³² m.
  var coordinate: Coordinate { Coordinate(x: Double(x) * 0x1p-32, y: Double(y) * 0x1p-32) }
}

/// Three positions with the side on which the first one lies, by arithmetic in 128-bit integers.
struct LatticeTriple {
  var position: LatticePosition
  var from: LatticePosition
  var to: LatticePosition

  /// From the determinant, whose magnitude is below 2¹²⁵.
  var orientation: Orientation {
    let left = (Int128(from.x) - Int128(position.x)) * (Int128(to.y) - Int128(position.y))
    let right = (Int128(from.y) - Int128(position.y)) * (Int128(to.x) - Int128(position.x))
    return left > right ? .left : left < right ? .right : .collinear
  }

  /// From the code under test.
  var computed: Orientation {
    Orientation.of(position.coordinate, from: from.coordinate, to: to.coordinate)
  }
}

/// Ways to draw three positions that nearly lie on a line.
enum TripleFamily: CaseIterable {
  /// Ordinates up to 2²⁵: products just fill the 53 digits of a double.
  case small
  /// Ordinates up to 2⁵¹: products need twice as many.
  case large
  /// One position near 0 and two near ±2⁶⁰, so that differences need more than 53, too.
  case mixed

  /// A random triple: a third on the line, two thirds up to two units beside it.
  func triple(using random: inout SeededGenerator) -> LatticeTriple {
    var triple: LatticeTriple
    switch self {
    case .small:
      triple = line(slopes: 1 << 12, steps: 1 << 12, around: 1 << 24, using: &random)
    case .large:
      triple = line(slopes: 1 << 25, steps: 1 << 25, around: 1 << 50, using: &random)
    case .mixed:
      let direction = LatticePosition.random(in: -(1 << 20)...1 << 20, using: &random)
      let origin = LatticePosition(x: 0, y: 0)
      func step(_ count: Int64) -> LatticePosition {
        .step(count, along: direction, from: origin)
      }
      // Far from 0 only multiples of 2¹¹ fit.
      triple = LatticeTriple(
        position: step(.random(in: 0...1 << 8, using: &random)),
        from: step(.random(in: 1...1 << 29, using: &random) << 11),
        to: step(-.random(in: 1...1 << 29, using: &random) << 11))
    }
    if random.next() % 3 != 0 {
      triple.position.x += .random(in: -2...2, using: &random)
      triple.position.y += .random(in: -2...2, using: &random)
    }
    return triple
  }

  private func line(
    slopes: Int64, steps: Int64, around extent: Int64, using random: inout SeededGenerator
  ) -> LatticeTriple {
    let start = LatticePosition.random(in: -extent...extent, using: &random)
    let direction = LatticePosition.random(in: -slopes...slopes, using: &random)
    return LatticeTriple(
      position: start,
      from: .step(.random(in: 1...steps, using: &random), along: direction, from: start),
      to: .step(-.random(in: 1...steps, using: &random), along: direction, from: start))
  }
}
