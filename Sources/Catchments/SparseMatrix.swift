/// Numbers for some pairs of a place and a site: one row a place, stored one after the other (CSR).
struct SparseMatrix: Sendable {
  let rowCount: Int
  let columnCount: Int
  let starts: [Int]
  let columns: [Int32]
  let values: [Double]

  /// A matrix from rows that are already in order.
  init(rowCount: Int, columnCount: Int, starts: [Int], columns: [Int32], values: [Double]) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.starts = starts
    self.columns = columns
    self.values = values
  }

  /// A matrix from entries in any order, each pair at most once.
  ///
  /// - Complexity: O(entries + rows + columns): sorted by counting, by column and then by row.
  init(rowCount: Int, columnCount: Int, rows: [Int], columns: [Int], values: [Double]) {
    let byColumn = Self.order(of: Array(columns.indices), by: columns, count: columnCount)
    let order = Self.order(of: byColumn, by: rows, count: rowCount)
    var starts = [Int](repeating: 0, count: rowCount + 1)
    for row in rows { starts[row + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    self.init(
      rowCount: rowCount, columnCount: columnCount, starts: starts,
      columns: order.map { Int32(columns[$0]) }, values: order.map { values[$0] })
  }

  /// Indices put in the order of their keys, equal keys as they were.
  private static func order(of indices: [Int], by keys: [Int], count: Int) -> [Int] {
    var next = [Int](repeating: 0, count: count + 1)
    for key in keys { next[key + 1] += 1 }
    for key in 0..<count { next[key + 1] += next[key] }
    var order = indices
    for index in indices {
      order[next[keys[index]]] = index
      next[keys[index]] += 1
    }
    return order
  }

  subscript(row row: Int) -> PlaceRow {
    let range = starts[row]..<starts[row + 1]
    return PlaceRow(sites: columns[range], values: values[range])
  }
}

/// The sites that a matrix holds for one place, in ascending order, each with its number.
public struct PlaceRow: RandomAccessCollection, Sendable {
  let sites: ArraySlice<Int32>
  let values: ArraySlice<Double>

  /// Where the row begins and ends in its matrix.
  public var startIndex: Int { sites.startIndex }
  /// One past the last site.
  public var endIndex: Int { sites.endIndex }

  /// A site's index and its number: a cost or a weight.
  public subscript(position: Int) -> (site: Int, value: Double) {
    (Int(sites[position]), values[position])
  }
}
