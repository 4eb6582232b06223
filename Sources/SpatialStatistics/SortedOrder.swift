/// Indices from the smallest to the largest value, ties in index order.
///
/// - Parameter values: Finite numbers; 0 and −0 are the same.
/// - Returns: Every index once.
/// - Complexity: O(*n*) where the values are spread about, O(*n* log *n*) anyhow.
package func ascendingOrder(of values: [Double]) -> [Int] {
  var sorting = Sorting()
  sorting.sort(values, .ascending)
  return sorting.sorted.map { Int($0.index) }
}

/// Indices from the largest to the smallest value, ties in index order.
///
/// - Complexity: As ``ascendingOrder(of:)``.
package func descendingOrder(of values: [Double]) -> [Int] {
  var sorting = Sorting()
  sorting.sort(values, .descending)
  return sorting.sorted.map { Int($0.index) }
}
