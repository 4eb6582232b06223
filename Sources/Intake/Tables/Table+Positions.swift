extension Table {
  /// The coordinates in two cells, which must be possible in their system.
  func position(
    row: Int, x: Int, y: Int, _ ordinates: Ordinates
  ) throws(IntakeError) -> (x: Double, y: Double) {
    let east = try number(row: row, column: x)
    let north = try number(row: row, column: y)
    try ordinates.require(x: east, y: north, at: "line \(line(ofRow: row))")
    return (east, north)
  }

  /// The number in a column that may be missing; `nil` then, or where the cell is empty.
  func optionalNumber(
    row: Int, column name: String, in range: ClosedRange<Double>, expected: String
  ) throws(IntakeError) -> Double? {
    guard let column = column(named: name), !text(row: row, column: column).isEmpty else {
      return nil
    }
    return try number(row: row, column: column, in: range, expected: expected)
  }
}
