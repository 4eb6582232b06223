extension WeightMatrix {
  /// Sums over the sites of each place, for several values of each site at once.
  package struct RowSums {
    /// `[kind][place]`: `Σ_j values[kind][j] · w_ij`, summed in the order of the sites.
    package let sums: [[Double]]
    /// For each kind, Σ over the places of people times sum, in the order of the places.
    package let received: [Double]
  }

  /// Sums over the sites of each place, for several values of each site at once.
  ///
  /// Every sum is, to the last bit, what ``rowSums(of:)`` gives for its kind alone: eight kinds
  /// are eight lanes, which never mix.
  ///
  /// - Complexity: O(kinds · pairs), with one walk over the pairs for every eight kinds.
  package func rowSums(ofEach values: [[Double]], people: [Double]) -> RowSums {
    precondition(people.count == placeCount, "one number of people per place")
    var sums: [[Double]] = []
    var received: [Double] = []
    for first in stride(from: 0, to: values.count, by: 8) {
      let kinds = first..<min(first + 8, values.count)
      var lanes = [SIMD8<Double>](repeating: .zero, count: siteCount)
      for kind in kinds {
        precondition(values[kind].count == siteCount, "one value per site")
        for site in 0..<siteCount { lanes[site][kind - first] = values[kind][site] }
      }
      var flat = [Double](repeating: 0, count: 8 * placeCount)
      let total = fill(&flat, lanes: lanes, people: people)
      for kind in kinds {
        let places = flat.span
        sums.append((0..<placeCount).map { places[8 * $0 + kind - first] })
        received.append(total[kind - first])
      }
    }
    return RowSums(sums: sums, received: received)
  }

  /// Writes eight sums for each place.
  private func fill(
    _ flat: inout [Double], lanes: [SIMD8<Double>], people: [Double]
  ) -> SIMD8<Double> {
    let (starts, columns, weights) = (matrix.starts, matrix.columns, matrix.values)
    var flat = flat.mutableSpan
    var total = SIMD8<Double>.zero
    for place in 0..<placeCount {
      var sum = SIMD8<Double>.zero
      for pair in starts[place]..<starts[place + 1] {
        sum += lanes[Int(columns[pair])] * weights[pair]
      }
      total += people[place] * sum
      for lane in 0..<8 { flat[8 * place + lane] = sum[lane] }
    }
    return total
  }
}
