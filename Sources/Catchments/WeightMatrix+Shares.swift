extension WeightMatrix {
  /// How residents choose among the sites: `w_ij / Σ_l w_il`.
  ///
  /// The shares of a place add up to 1; a place without any site has none here either.
  ///
  /// - Complexity: O(pairs).
  public var rowShares: WeightMatrix {
    let sums = rowSums(of: Array(repeating: 1, count: siteCount))
    return mapped { place, _, weight in weight / sums[place] }
  }

  /// The products of the weights of two matrices, pair by pair; a pair that only one of them holds
  /// is left out, as its weight in the other is 0.
  ///
  /// - Complexity: O(pairs of both).
  public func multiplied(by other: WeightMatrix) -> WeightMatrix {
    precondition(placeCount == other.placeCount, "the same places in both")
    precondition(siteCount == other.siteCount, "the same sites in both")
    var starts = [0]
    starts.reserveCapacity(placeCount + 1)
    var sites: [Int32] = []
    var values: [Double] = []
    for place in 0..<placeCount {
      let (own, others) = (self[place: place], other[place: place])
      var next = others.startIndex
      for (site, weight) in own {
        while next < others.endIndex, others[next].site < site { next += 1 }
        guard next < others.endIndex, others[next].site == site else { continue }
        let product = weight * others[next].value
        // Two small weights may make one that no number holds.
        guard product > 0 else { continue }
        sites.append(Int32(site))
        values.append(product)
      }
      starts.append(sites.count)
    }
    return WeightMatrix(
      SparseMatrix(
        rowCount: placeCount, columnCount: siteCount, starts: starts, columns: sites,
        values: values))
  }
}
