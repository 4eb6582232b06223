/// `scale · (exp(−c²/2σ²) − floor)` up to a limit: the bell curves among the decays.
struct Bell: Sendable {
  let deviation: Double
  /// The limit; infinite if there is none.
  let limit: Double
  let floor: Double
  let scale: Double

  /// The largest square of a distance whose weight may be above 0.
  let squaredLimit: Double
  /// −1/2σ².
  let rate: Double
  /// Half of the greatest exponent, turned positive, and the height of the curve there.
  let middle: Double
  let heightAtMiddle: Double

  /// A bell curve cut at a limit, or never.
  init(deviation: Double, limit: Double?) {
    self.init(deviation: deviation, limit: limit ?? .infinity, floor: 0)
  }

  /// The bell curve that is lowered so as to end at 0 at its limit.
  init(endingAt limit: Double) {
    self.init(deviation: limit, limit: limit, floor: 0.6065306597126334)
  }

  private init(deviation: Double, limit: Double, floor: Double) {
    self.deviation = deviation
    self.limit = limit
    self.floor = floor
    scale = 1 / (1 - floor)
    // At its end the curve is 0 whatever rounding makes of it.
    squaredLimit = floor > 0 ? (limit * limit).nextDown : limit * limit
    rate = -0.5 / (deviation * deviation)
    let share = limit / deviation
    middle = 0.25 * share * share
    heightAtMiddle = exponential(Lanes(repeating: -middle))[0]
  }

  /// Whether exponents stay so near to 0 that the exponential function is one polynomial.
  var isShallow: Bool { middle <= 0.34 }

  /// The longest side of a cell over which the expansion of ``CellMoments`` is exact to rounding:
  /// with σ for unit, the product of a site's offset and a place's must not exceed 0.0534.
  var longestSide: Double { 0.0755 * deviation * deviation / limit }
}
