public import GeometryEngine
public import SimpleFeatures

/// Places with people, or sites with capacity, from any table with an identifier a row.
///
/// Rows are kept in the order of their ids, so that no result depends on the order of the file.
public struct PointTable: Sendable {
  /// Which columns hold what.
  public struct Columns: Hashable, Sendable {
    /// The identifier.
    public var id: String
    /// The people or the capacity.
    public var quantity: String
    /// Longitude or easting; `nil` where positions do not matter.
    public var x: String?
    /// Latitude or northing.
    public var y: String?

    /// Columns by their names.
    public init(id: String, quantity: String, x: String? = nil, y: String? = nil) {
      self.id = id
      self.quantity = quantity
      self.x = x
      self.y = y
    }
  }

  /// The file's name, for messages.
  public let file: String
  /// The identifiers, unique and in ascending order.
  public let ids: [String]
  /// The people or the capacity of each, 0 or more.
  public let quantities: [Double]
  /// Where each is, in the projection's system; `nil` where positions were not asked for.
  public let positions: [Coordinate]?
  /// The index of each row of the file.
  public let fileOrder: [Int]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - columns: Which columns hold what.
  ///   - system: The reference system of the positions.
  ///   - projection: Into the metric system of the computation; `nil` where positions are in metres
  ///     already, of whatever system.
  /// - Throws: ``IntakeError`` for a missing column or cell, an id given twice, a quantity that is
  ///   negative or no number, a position that cannot be.
  public init(
    _ input: InputFile, columns: Columns, system: ReferenceSystem? = nil,
    in projection: StudyProjection? = nil
  ) throws(IntakeError) {
    let table = try AttributeFile(input).table
    let ids = try table.identifiers(columns.id)
    let quantities = try table.numbers(
      columns.quantity, in: 0...1e15, expected: "a number from 0 to 1e15")
    var positions: [Coordinate]?
    if let x = columns.x, let y = columns.y {
      positions = try Self.positions(
        table, x: try table.numbers(x), y: try table.numbers(y), system, projection)
    }
    let order = ids.indices.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
    file = input.name
    self.ids = order.map { ids[$0] }
    self.quantities = order.map { quantities[$0] }
    self.positions = positions.map { positions in order.map { positions[$0] } }
    var fileOrder = order
    for (index, row) in order.enumerated() { fileOrder[row] = index }
    self.fileOrder = fileOrder
  }

  private static func positions(
    _ table: Table, x: [Double], y: [Double], _ system: ReferenceSystem?,
    _ projection: StudyProjection?
  ) throws(IntakeError) -> [Coordinate] {
    // Metres of whatever system, like those of the National Grid, lie somewhere on the Earth.
    let ordinates = Ordinates(of: system ?? .britishNationalGrid, in: table.file)
    for row in x.indices {
      try ordinates.require(x: x[row], y: y[row], at: "line \(table.line(ofRow: row))")
    }
    guard let system, let projection else {
      return zip(x, y).map { Coordinate(x: $0, y: $1) }
    }
    do {
      return try projection.coordinates(x: x, y: y, from: system)
    } catch {
      throw .referenceSystem(file: table.file, reason: "\(error)")
    }
  }
}
