/// The sums over all weights on which the variances of global statistics depend.
///
/// Weights are taken relative to the largest of all, so that their squares do not underflow.
///
/// - SeeAlso: A. D. Cliff, J. K. Ord, *Spatial Processes: Models and Applications*, Pion, 1981.
struct WeightSums: Sendable {
  /// The largest weight, in which the sums are counted.
  let unit: Double
  /// S₀ = Σ_ij w_ij.
  let s0: Double
  /// S₁ = ½ Σ_ij (w_ij + w_ji)².
  let s1: Double
  /// S₂ = Σ_i (Σ_j w_ij + Σ_j w_ji)².
  let s2: Double
  /// Σ_j w_ij + Σ_j w_ji of each area.
  let margins: [Double]

  /// The sums; `nil` where no area has a neighbour.
  ///
  /// - Complexity: O(areas + pairs).
  init?(_ neighbours: Neighbours) {
    let areas = 0..<neighbours.count
    guard let unit = areas.compactMap({ neighbours[$0].lazy.map(\.weight).max() }).max() else {
      return nil
    }
    var margins = [Double](repeating: 0, count: neighbours.count)
    var incoming = [[Neighbours.Entry]](repeating: [], count: neighbours.count)
    var (s0, squares) = (0.0, 0.0)
    for area in areas {
      for entry in neighbours[area] {
        let weight = entry.weight / unit
        s0 += weight
        squares += weight * weight
        margins[area] += weight
        margins[entry.area] += weight
        incoming[entry.area].append(Neighbours.Entry(area: area, weight: weight))
      }
    }
    // ½ Σ (w_ij + w_ji)² = Σ w_ij² + Σ w_ij w_ji.
    var products = 0.0
    var outgoing = [Double](repeating: 0, count: neighbours.count)
    for area in areas {
      for entry in neighbours[area] { outgoing[entry.area] = entry.weight / unit }
      for entry in incoming[area] { products += outgoing[entry.area] * entry.weight }
      for entry in neighbours[area] { outgoing[entry.area] = 0 }
    }
    self.unit = unit
    self.s0 = s0
    s1 = squares + products
    s2 = margins.reduce(0) { $0 + $1 * $1 }
    self.margins = margins
  }
}

extension Neighbours {
  /// Σ_ij w_ij f(i, j), over the weights in a unit of theirs.
  func sum(in unit: Double = 1, of value: (_ area: Int, _ neighbour: Int) -> Double) -> Double {
    (0..<count).reduce(0) { sum, area in
      self[area].reduce(sum) { $0 + $1.weight / unit * value(area, $1.area) }
    }
  }
}
