/// The values that every draw of a table lends to the neighbours of one area.
///
/// The draws serve every area and leave out the one at hand. From one area to the next, only what
/// draws at a single index changes: these values are kept, and not gathered anew for each area,
/// which took 4 times as long with eight neighbours of unequal weights (benchmark T5's areas).
struct DrawnValues {
  /// Eight draws side by side: one vector of a wide processor, four of a narrow one.
  typealias Draws = SIMD8<Double>

  /// The number of draws.
  let drawCount: Int
  /// The number of neighbours that there are values for.
  let width: Int
  /// The number of groups of eight draws; the last is filled up with NaN, which compares with
  /// nothing.
  let groupCount: Int
  /// The values of the first group for the first neighbour, those for the second and so on; then
  /// those of the second group.
  private var values: [Draws]

  /// What the first `width` neighbours of an area are lent.
  ///
  /// - Complexity: O(draws · width).
  init(_ table: PermutationTable, of values: [Double], without area: Int, width: Int) {
    drawCount = table.drawCount
    self.width = width
    groupCount = (table.drawCount + Draws.scalarCount - 1) / Draws.scalarCount
    self.values = Array(repeating: Draws(repeating: .nan), count: groupCount * width)
    for neighbour in 0..<width {
      for draw in 0..<table.drawCount {
        let index = table[draw: draw, neighbour: neighbour]
        set(values[index < area ? index : index + 1], draw: draw, neighbour: neighbour)
      }
    }
  }

  /// Changes the value that a draw lends to a neighbour.
  mutating func set(_ value: Double, draw: Int, neighbour: Int) {
    let (group, lane) = draw.quotientAndRemainder(dividingBy: Draws.scalarCount)
    values[group * width + neighbour][lane] = value
  }

  /// The sums over the first `count` neighbours, added up in their order.
  func sums(ofGroup group: Int, over count: Int) -> Draws {
    var sums = Draws.zero
    let start = group * width
    for position in start..<start + count { sums += values[position] }
    return sums
  }

  /// The sums over neighbours of different weights, added up in their order.
  func sums(ofGroup group: Int, weights: [Double]) -> Draws {
    var sums = Draws.zero
    let start = group * width
    for (position, weight) in weights.enumerated() { sums += weight * values[start + position] }
    return sums
  }

  /// The sum of one draw over the first `count` neighbours, to the last digit that of its group.
  func sum(ofDraw draw: Int, over count: Int) -> Double {
    let (group, lane) = draw.quotientAndRemainder(dividingBy: Draws.scalarCount)
    return sums(ofGroup: group, over: count)[lane]
  }
}
