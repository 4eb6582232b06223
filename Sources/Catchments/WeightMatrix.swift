/// How strongly each place is tied to each site: one row a place, one column a site, mostly empty.
///
/// Weights come from a ``Decay`` of costs, or from distance, remit and declared areas together
/// (``ReachMatrix``). A pair that is not held has weight 0.
public struct WeightMatrix: Sendable {
  let matrix: SparseMatrix

  init(_ matrix: SparseMatrix) {
    self.matrix = matrix
  }

  /// The number of places.
  public var placeCount: Int { matrix.rowCount }
  /// The number of sites, those that reach nobody included.
  public var siteCount: Int { matrix.columnCount }
  /// The number of pairs with a weight above 0.
  public var pairCount: Int { matrix.values.count }

  /// The sites that reach a place, in ascending order, with their weights, all above 0.
  public subscript(place place: Int) -> PlaceRow { matrix[row: place] }

  /// The same pairs with other weights.
  ///
  /// - Parameter transform: The new weight, above 0, from the place, the site and the old weight.
  /// - Returns: A matrix of the same pairs.
  /// - Complexity: O(pairs).
  public func mapped(_ transform: (_ place: Int, _ site: Int, _ weight: Double) -> Double) -> Self {
    var values = matrix.values
    for place in 0..<placeCount {
      for entry in matrix.starts[place]..<matrix.starts[place + 1] {
        values[entry] = transform(place, Int(matrix.columns[entry]), values[entry])
      }
    }
    return WeightMatrix(
      SparseMatrix(
        rowCount: placeCount, columnCount: siteCount, starts: matrix.starts,
        columns: matrix.columns, values: values))
  }

  /// Σ over the places of each site: `Σ_i values[i] · w_ij`, summed in the order of the places.
  ///
  /// - Complexity: O(pairs).
  public func columnSums(of values: [Double]) -> [Double] {
    precondition(values.count == placeCount, "one value per place")
    var sums = Array(repeating: 0.0, count: siteCount)
    for place in 0..<placeCount where values[place] != 0 {
      for entry in matrix.starts[place]..<matrix.starts[place + 1] {
        sums[Int(matrix.columns[entry])] += matrix.values[entry] * values[place]
      }
    }
    return sums
  }

  /// Σ over the sites of each place: `Σ_j values[j] · w_ij`, summed in the order of the sites.
  ///
  /// - Complexity: O(pairs).
  public func rowSums(of values: [Double]) -> [Double] {
    precondition(values.count == siteCount, "one value per site")
    var sums: [Double] = []
    sums.reserveCapacity(placeCount)
    for place in 0..<placeCount {
      var sum = 0.0
      for entry in matrix.starts[place]..<matrix.starts[place + 1] {
        sum += matrix.values[entry] * values[Int(matrix.columns[entry])]
      }
      sums.append(sum)
    }
    return sums
  }
}
