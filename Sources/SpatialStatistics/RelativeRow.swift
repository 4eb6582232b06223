/// The weights of one area's neighbours, relative to the largest of them.
///
/// Equal weights are all exactly 1 here, whatever they were divided by: so z and p of
/// row-standardised contiguity are those of the binary one to the last digit.
struct RelativeRow {
  /// The largest weight; 1 where there are no neighbours.
  let largest: Double
  /// Each weight over the largest, in the order of the row; the area itself, if it is to count,
  /// comes last.
  let weights: [Double]
  /// The sum of the relative weights.
  let total: Double
  /// The sum of their squares.
  let squares: Double

  /// The row of an area; with it included, it counts as much as its closest neighbour.
  init(_ row: ArraySlice<Neighbours.Entry>, includingSelf: Bool = false) {
    let largest = row.lazy.map(\.weight).max() ?? 1
    self.largest = largest
    weights = row.map { $0.weight / largest } + (includingSelf ? [1] : [])
    total = weights.reduce(0, +)
    squares = weights.reduce(0) { $0 + $1 * $1 }
  }

  /// Σ (u − ū)² over `count` areas, those outside the row with a weight of 0.
  ///
  /// It is Σu² − (Σu)² ∕ `count` without the difference, in which equal weights on all areas would
  /// leave a remnant; here they leave nothing.
  func spread(among count: Double) -> Double {
    let mean = total / count
    let inside = weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let spread = inside + (count - Double(weights.count)) * mean * mean
    // Weights that should be equal may differ in their last digits.
    return spread > 1e-24 * squares ? spread : 0
  }
}
