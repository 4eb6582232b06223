/// A position in metres.
struct Position {
  var x: Double
  var y: Double

  /// On a grid of so many steps a metre, as a file with few decimals has it.
  func rounded(_ stepsPerMetre: Double) -> Position {
    Position(
      x: (x * stepsPerMetre).rounded() / stepsPerMetre,
      y: (y * stepsPerMetre).rounded() / stepsPerMetre)
  }
}

/// The made-up town: as large as London and where London is on the British National Grid, of
/// uneven outline, denser towards the middle.
enum Town {
  static let centre = Position(x: 531_000, y: 180_000)
  static let halfWidth = 26_500.0
  static let halfHeight = 20_500.0

  /// Below 1 inside the town, 1 on its outline; `east` and `north` in half axes from the centre.
  static func level(_ east: Double, _ north: Double) -> Double {
    let (e, n) = (east * east, north * north)
    // A disc, dented three and five times around.
    return e + n + 0.10 * east * (e - 3 * n) + 0.06 * north * (5 * e * e - 10 * e * n + n * n)
  }

  /// A resident's position.
  static func position(_ random: inout SplitMix64) -> Position {
    while true {
      let (east, north) = (random.signed() * 1.2, random.signed() * 1.2)
      let density = 1 / (1 + (east * east + north * north) / 0.3025)
      guard random.unit() < density, level(east, north) <= 1 else { continue }
      return Position(x: centre.x + east * halfWidth, y: centre.y + north * halfHeight)
    }
  }

  /// A position anywhere in the rectangle about the town.
  static func anywhere(_ random: inout SplitMix64) -> Position {
    Position(
      x: centre.x + random.signed() * halfWidth * 1.1,
      y: centre.y + random.signed() * halfHeight * 1.1)
  }

  /// Degrees, near enough: a linear map.
  static func degrees(_ position: Position) -> (longitude: Double, latitude: Double) {
    (
      -0.115 + (position.x - centre.x) / 69_299.0,
      51.5 + (position.y - centre.y) / 111_250.0
    )
  }
}

/// Short streets, some with four times the addresses of others.
struct Streets {
  private var middles: [Position] = []
  private var directions: [(x: Double, y: Double)] = []

  /// So many of them, other ones for each name.
  init(_ name: String, count: Int) {
    var random = SplitMix64(name + " streets")
    for _ in 0..<max(1, count) {
      middles.append(Town.position(&random))
      directions.append(Self.direction(&random))
    }
  }

  /// An address, within some hundred metres along and tens of metres across its street.
  func address(_ random: inout SplitMix64) -> Position {
    let share = random.unit()
    let street = min(
      Int(Double(middles.count) * share * (0.25 + 0.75 * share)), middles.count - 1)
    let (along, across) = (random.bell() * 95, random.bell() * 24)
    let (middle, direction) = (middles[street], directions[street])
    return Position(
      x: middle.x + along * direction.x - across * direction.y,
      y: middle.y + along * direction.y + across * direction.x)
  }

  private static func direction(_ random: inout SplitMix64) -> (x: Double, y: Double) {
    while true {
      let (x, y) = (random.signed(), random.signed())
      let length = (x * x + y * y).squareRoot()
      if length > 0.1, length <= 1 { return (x / length, y / length) }
    }
  }
}
