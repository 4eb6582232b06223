/// What it costs to get from places to sites, from a table with a row per pair.
public struct CostTable: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// The place's index.
    public let from: Int
    /// The site's index.
    public let to: Int
    /// The cost, 0 or more.
    public let cost: Double
    /// The line of the file.
    public let line: Int
  }

  /// The file's name, for messages.
  public let file: String
  /// The rows, in the order of the file.
  public let rows: [Row]

  /// Reads a table whose ids are those of places and sites.
  ///
  /// - Throws: ``IntakeError``: among others ``IntakeError/unknownID(file:line:column:value:)`` for
  ///   a pair that names an unknown place or site, and ``IntakeError/invalidValue(file:line:column:value:expected:)``
  ///   for a cost that is negative or no number. Without a column of costs each is 1.
  public init(
    _ input: InputFile, columns: (from: String, to: String, cost: String?), places: [String],
    sites: [String]
  ) throws(IntakeError) {
    let table = try TableReader(columns: [columns.from, columns.to]).read(input)
    let from = try Self.indices(in: table, columns.from, of: places)
    let to = try Self.indices(in: table, columns.to, of: sites)
    let costs =
      try columns.cost.map { (column) throws(IntakeError) in
        try table.numbers(column, in: 0...1e15, expected: "a number from 0 to 1e15")
      } ?? Array(repeating: 1, count: table.rowCount)
    file = input.name
    rows = costs.indices.map {
      Row(from: from[$0], to: to[$0], cost: costs[$0], line: table.line(ofRow: $0))
    }
  }

  private static func indices(
    in table: Table, _ column: String, of ids: [String]
  ) throws(IntakeError) -> [Int] {
    let known = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var indices: [Int] = []
    indices.reserveCapacity(table.rowCount)
    for (row, id) in try table.texts(column).enumerated() {
      guard let index = known[id] else {
        throw .unknownID(
          file: table.file, line: table.line(ofRow: row), column: column, value: id)
      }
      indices.append(index)
    }
    return indices
  }
}
