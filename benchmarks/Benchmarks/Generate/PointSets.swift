/// Points to be assigned to areas, residents, and the sites that serve them.
enum PointSets {
  /// `points_N.f64`: x and y, 85 of 100 along streets, the rest anywhere, in no order.
  ///
  /// A smaller set is the beginning of a larger one.
  static func points(_ count: Int, to path: String) throws {
    let streets = Streets("points", count: 212_500)
    let file = try OutputFile(path)
    for number in 0..<count {
      let point = point(number, streets)
      try file.write(point.x, point.y)
    }
    try file.close()
  }

  /// The same points along a curve that visits neighbours together.
  static func sortedPoints(_ count: Int, to path: String) throws {
    let streets = Streets("points", count: 212_500)
    let points = (0..<count).map { point($0, streets) }
    let west = Town.centre.x - Town.halfWidth * 1.5
    let south = Town.centre.y - Town.halfHeight * 1.5
    let step = Town.halfWidth * 3 / 65_536
    // The place on the curve above, the number of the point below.
    let keys = points.enumerated().map { number, point in
      (spread((point.x - west) / step) | spread((point.y - south) / step) << 1) << 32
        | UInt64(number)
    }
    let file = try OutputFile(path)
    for key in keys.sorted() {
      let point = points[Int(key & 0xFFFF_FFFF)]
      try file.write(point.x, point.y)
    }
    try file.close()
  }

  private static func point(_ number: Int, _ streets: Streets) -> Position {
    var random = SplitMix64("points", number)
    let point =
      random.unit() < 0.15 ? Town.anywhere(&random) : streets.address(&random)
    return point.rounded(1000)
  }

  /// A zero bit before each of the sixteen bits of a number.
  private static func spread(_ value: Double) -> UInt64 {
    var bits = UInt64(min(max(value, 0), 65_535))
    for (shift, mask) in [
      (8, 0x00FF_00FF), (4, 0x0F0F_0F0F), (2, 0x3333_3333), (1, 0x5555_5555),
    ] as [(UInt64, UInt64)] {
      bits = (bits | bits << shift) & mask
    }
    return bits
  }

  /// `demand_N`: x, y and people, fourteen addresses a street.
  static func demand(_ count: Int, to path: String) throws {
    let name = "demand \(count)"
    let streets = Streets(name, count: count / 14)
    try table(path, ["x", "y", "pop"], decimals: [1, 1, 0], count: count) { number in
      var random = SplitMix64(name, number)
      let position = streets.address(&random).rounded(10)
      let spread = 1 + 0.16 * random.bell()
      return [position.x, position.y, max(1, (30 * spread * spread * spread).rounded())]
    }
  }

  /// `supply_N`: x, y and capacity.
  static func supply(_ count: Int, to path: String) throws {
    try table(path, ["x", "y", "cap"], decimals: [1, 1, 0], count: count) { number in
      var random = SplitMix64("supply", number)
      let position = Town.position(&random).rounded(10)
      return [position.x, position.y, Double(1 + random.below(39))]
    }
  }

  /// The same numbers as text and as doubles one after the other.
  static func table(
    _ path: String, _ columns: [String], decimals: [Int], count: Int, _ row: (Int) -> [Double]
  ) throws {
    let (text, numbers) = (try OutputFile(path + ".csv"), try OutputFile(path + ".f64"))
    try text.write(columns.joined(separator: ",") + "\n")
    for number in 0..<count {
      let values = row(number)
      for column in values.indices {
        if column > 0 { try text.write(",") }
        try text.write(values[column], decimals: decimals[column])
        try numbers.write(values[column])
      }
      try text.write("\n")
    }
    try text.close()
    try numbers.close()
  }
}
