/// The weights of one area's neighbours, relative to the largest of them: what they come to.
///
/// Equal weights are all exactly 1 here, whatever they were divided by: so z and p of
/// row-standardised contiguity are those of the binary one to the last digit.
struct RelativeRow {
  /// Where the neighbours stand among all pairs.
  let pairs: Range<Int>
  /// The area itself, if it is to count.
  let own: Int?
  /// Whether all neighbours count alike.
  let isEven: Bool
  /// The largest weight; 1 where there are no neighbours.
  let largest: Double
  /// The sum of the relative weights.
  let total: Double
  /// The sum of their squares.
  let squares: Double

  /// The number of areas in the row.
  var count: Int { pairs.count + (own == nil ? 0 : 1) }
}

extension Neighbours {
  /// The row of an area; with it included, it counts as much as its closest neighbour.
  func relativeRow(of area: Int, includingSelf: Bool = false) -> RelativeRow {
    let pairs = starts[area]..<starts[area + 1]
    let own = includingSelf ? area : nil
    let ownCount = includingSelf ? 1.0 : 0
    switch weights {
    case .even(let weights):
      let count = Double(pairs.count) + ownCount
      return RelativeRow(
        pairs: pairs, own: own, isEven: true, largest: weights[area], total: count, squares: count)
    case .uneven(let weights):
      let weights = weights[pairs]
      let largest = weights.max() ?? 1
      return RelativeRow(
        pairs: pairs, own: own, isEven: weights.allSatisfy { $0 == largest }, largest: largest,
        total: weights.reduce(0) { $0 + $1 / largest } + ownCount,
        squares: weights.reduce(0) { $0 + ($1 / largest) * ($1 / largest) } + ownCount)
    }
  }

  /// The relative weight of one of the pairs of a row.
  func relativeWeight(of pair: Int, in row: RelativeRow) -> Double {
    guard !row.isEven, case .uneven(let weights) = weights else { return 1 }
    return weights[pair] / row.largest
  }

  /// Σ u x over a row with relative weights u, in its order, the area itself last.
  @inline(__always)
  func sum(over row: RelativeRow, of value: (_ area: Int) -> Double) -> Double {
    var sum = 0.0
    if row.isEven {
      for pair in row.pairs { sum += value(Int(areas[pair])) }
    } else {
      for pair in row.pairs { sum += relativeWeight(of: pair, in: row) * value(Int(areas[pair])) }
    }
    return row.own.map { sum + value($0) } ?? sum
  }

  /// Σ (u − ū)² of a row over `count` areas, those outside it with a weight of 0.
  ///
  /// It is Σu² − (Σu)² ∕ `count` without the difference, in which equal weights on all areas would
  /// leave a remnant; here they leave nothing.
  func spread(of row: RelativeRow, among count: Double) -> Double {
    let mean = row.total / count
    var inside = 0.0
    for pair in row.pairs {
      let difference = relativeWeight(of: pair, in: row) - mean
      inside += difference * difference
    }
    if row.own != nil { inside += (1 - mean) * (1 - mean) }
    let spread = inside + (count - Double(row.count)) * mean * mean
    // Weights that should be equal may differ in their last digits.
    return spread > 1e-24 * row.squares ? spread : 0
  }
}
