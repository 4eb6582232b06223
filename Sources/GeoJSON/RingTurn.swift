/// Which way round a closed ring goes.
enum RingTurn: Hashable, Sendable {
  case counterClockwise
  case clockwise
  /// The ring encloses nothing: its signed area is zero.
  case none

  /// The sign of the area of a ring whose ordinates have been rounded.
  ///
  /// The area is summed in whole units of the last decimal, without error, so that a ring squeezed
  /// onto a line is recognised whatever its direction. Only ordinates that a `Double` cannot hold
  /// to that decimal are summed in floating point.
  ///
  /// - Complexity: O(*n*) in the number of positions.
  init(_ ring: [Position], decimals: Int) {
    guard let first = ring.first else {
      self = .none
      return
    }
    let sign =
      Self.exactSign(ring, first, decimals) ?? Self.approximateSign(ring, first)
    self = sign > 0 ? .counterClockwise : sign < 0 ? .clockwise : .none
  }

  private static func exactSign(_ ring: [Position], _ first: Position, _ decimals: Int) -> Int? {
    func units(_ ordinate: Double) -> Int64? {
      FixedDecimal(ordinate, places: decimals).units
    }
    guard let originX = units(first.x), let originY = units(first.y) else { return nil }
    var twiceArea: Int128 = 0
    var previousX: Int128 = 0
    var previousY: Int128 = 0
    for position in ring.dropFirst() {
      guard let unitX = units(position.x), let unitY = units(position.y) else { return nil }
      // Below 2⁵⁴ each, so that a product stays below 2¹⁰⁸ and 2¹⁸ of them can be added; the
      // ordinates of a map need less than half of that.
      let x = Int128(unitX - originX)
      let y = Int128(unitY - originY)
      twiceArea &+= previousX * y - x * previousY
      previousX = x
      previousY = y
    }
    return Int(twiceArea.signum())
  }

  private static func approximateSign(_ ring: [Position], _ first: Position) -> Int {
    var twiceArea = 0.0
    var previous = first
    for position in ring.dropFirst() {
      twiceArea +=
        (previous.x - first.x) * (position.y - first.y)
        - (position.x - first.x) * (previous.y - first.y)
      previous = position
    }
    return twiceArea > 0 ? 1 : twiceArea < 0 ? -1 : 0
  }
}
