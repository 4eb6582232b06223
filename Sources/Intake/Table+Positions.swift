internal import GeometryEngine
internal import SimpleFeatures

extension Table {
  /// The coordinates in two cells, which must be degrees on the Earth where they are degrees.
  func position(
    row: Int, x: Int, y: Int, in system: ReferenceSystem
  ) throws(IntakeError) -> (x: Double, y: Double) {
    let east = try number(row: row, column: x)
    let north = try number(row: row, column: y)
    if system == .wgs84, !LonLat(longitude: east, latitude: north).isOnEarth {
      throw .wrongReferenceSystem(
        file: file, where: "line \(line(ofRow: row))", x: east, y: north,
        expected: "longitude and latitude")
    }
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
