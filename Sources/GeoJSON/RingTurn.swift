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
  /// - Parameters:
  ///   - ring: Closed.
  ///   - decimals: Of every ordinate, 0 to 15.
  /// - Complexity: O(*n*) in the number of positions.
  init(_ ring: [Position], decimals: Int) {
    self.init(ring, DecimalPlaces.all[decimals])
  }

  /// The same for decimals that are looked up already.
  init(_ ring: [Position], _ places: DecimalPlaces) {
    guard let first = ring.first else {
      self = .none
      return
    }
    let sign =
      Self.exactSign(ring.span, first, places) ?? Self.approximateSign(ring, first)
    self = sign > 0 ? .counterClockwise : sign < 0 ? .clockwise : .none
  }

  private static func exactSign(
    _ ring: Span<Position>, _ first: Position, _ places: DecimalPlaces
  ) -> Int? {
    guard let originX = FixedDecimal.units(first.x, places),
      let originY = FixedDecimal.units(first.y, places)
    else { return nil }
    var twiceArea: Int128 = 0
    var previousX: Int128 = 0
    var previousY: Int128 = 0
    for index in 1..<ring.count {
      guard let unitX = FixedDecimal.units(ring[index].x, places),
        let unitY = FixedDecimal.units(ring[index].y, places)
      else { return nil }
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
