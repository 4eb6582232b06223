public import Foundation
internal import GeoJSON
public import GeometryEngine
internal import Intake
internal import MapLayers
public import SpatialStatistics

/// A statistic of one variable over areas and their neighbours.
public struct StatisticsQuery: Sendable {
  /// The statistics that can be asked for by name.
  public enum Statistic: String, Sendable, CaseIterable {
    /// Getis and Ord's G of each area, itself left out.
    case g
    /// Getis and Ord's G* of each area, itself included: hot spots and cold spots.
    case gStar = "g-star"
    /// Local Moran's I: clusters and outliers.
    case localMoran = "local-moran"
    /// Local join counts of a variable that is 0 or 1.
    case localJoinCount = "local-join-count"
    /// Moran's I, one number for the map.
    case moran
    /// Geary's c.
    case geary
    /// Getis and Ord's general G.
    case generalG = "general-g"
    /// Join counts of a variable that is 0 or 1.
    case joinCounts = "join-counts"

    /// Whether it gives one row per area rather than one per field.
    public var isLocal: Bool {
      switch self {
      case .g, .gStar, .localMoran, .localJoinCount: true
      case .moran, .geary, .generalG, .joinCounts: false
      }
    }
  }

  /// Where the shuffles of a permutation test come from.
  public enum Permutations: Sendable {
    /// Drawn from a seed.
    case drawn(count: Int, seed: UInt64)
    /// The rows of a table without meaning in its header: for an area with *k* neighbours, the
    /// first *k* cells are indices into the list of areas without it.
    case table(URL)
    /// None: no p by permutation.
    case none
  }

  /// The statistic.
  public var statistic: Statistic
  /// The areas: GeoJSON or a table.
  public var areas: URL
  /// The column with their identifiers.
  public var id: String
  /// The column with the variable.
  public var variable: String
  /// Who neighbours whom.
  public var neighbours: NeighbourSource
  /// Whether the weights of an area's neighbours are made to sum to 1.
  public var isRowStandardised = false
  /// The shuffles.
  public var permutations = Permutations.drawn(count: 999, seed: 1)
  /// The share of false discoveries among those called significant.
  public var falseDiscoveryRate = 0.05
  /// The reference system of the areas, where their file does not tell.
  public var system: ReferenceSystem?
  /// How much to compute at the same time; no result depends on it.
  public var threads = Threads.all

  /// A query with standard choices.
  public init(
    _ statistic: Statistic, of variable: String, in areas: URL, id: String,
    neighbours: NeighbourSource
  ) {
    self.statistic = statistic
    self.variable = variable
    self.areas = areas
    self.id = id
    self.neighbours = neighbours
  }

  /// Computes the statistic.
  ///
  /// - Returns: For a local statistic one row per area, in the order of its file; for a global one
  ///   a row per field. Where a statistic or its test is undefined the cell is empty, and `reason`
  ///   says why: `no_value`, `no_neighbours`, `constant`, `all_zero`, `others_alike`, `not_marked`,
  ///   `too_few_areas`.
  /// - Throws: ``StudyError``.
  public func answer() throws(StudyError) -> ResultTable {
    do {
      return try table()
    } catch {
      throw StudyError(error)
    }
  }

  private func table() throws -> ResultTable {
    let file = try AttributeFile(InputFile(areas), system: system)
    let allIDs = try file.table.identifiers(id)
    let allValues = try file.table.optionalNumbers(variable)
    let kept = order(of: allIDs).filter { allValues[$0] != nil }
    let (ids, values) = (kept.map { allIDs[$0] }, kept.compactMap { allValues[$0] })
    var keepsOrder = false
    if case .table = permutations { keepsOrder = true }
    var neighbours = try self.neighbours.neighbours(
      in: file, ids: allIDs, idColumn: id, kept: kept, keepsOrder: keepsOrder)
    if isRowStandardised { neighbours = neighbours.rowStandardised() }
    let shuffles = statistic.isLocal ? try permutationTable(for: neighbours) : nil
    let islands = neighbours.islands.map { ids[$0] }
    var notes: [String] = []
    if kept.count < allIDs.count {
      notes.append("\(counted(allIDs.count - kept.count, "area")) without a value left out")
    }
    if !islands.isEmpty {
      let names = islands.prefix(Finding.exampleLimit).joined(separator: ", ")
      notes.append("\(counted(islands.count, "area")) without neighbours: \(names)")
    }
    let answer: (header: [String], rows: [[PropertyValue]])
    do {
      switch statistic {
      case .g, .gStar:
        answer = local(
          try GetisOrd(
            of: values, neighbours: neighbours, isStarred: statistic == .gStar,
            permutations: shuffles, threads: threads), ids, values, neighbours)
      case .localMoran:
        answer = local(
          try LocalMoran(
            of: values, neighbours: neighbours, permutations: shuffles, threads: threads),
          ids, values, neighbours)
      case .localJoinCount:
        answer = local(
          LocalJoinCounts(
            of: try isBlack(values, ids, file), neighbours: neighbours, permutations: shuffles,
            threads: threads), ids, values, neighbours)
      case .moran:
        answer = fields(
          try GlobalMoran(of: values, neighbours: neighbours).fields, values, neighbours)
      case .geary:
        answer = fields(try Geary(of: values, neighbours: neighbours).fields, values, neighbours)
      case .generalG:
        answer = fields(try GeneralG(of: values, neighbours: neighbours).fields, values, neighbours)
      case .joinCounts:
        answer = fields(
          JoinCounts(of: try isBlack(values, ids, file), neighbours: neighbours).fields, values,
          neighbours)
      }
    } catch let error as VariableError {
      throw error.inRow(of: file.table.file, ids: ids)
    }
    return ResultTable(
      name: statistic.rawValue, header: answer.header,
      rows: statistic.isLocal
        ? Self.withMissing(answer, kept: kept, allIDs: allIDs) : answer.rows,
      notes: notes, geometries: statistic.isLocal ? try geometries(file, allIDs) : nil)
  }

  /// The rows of the areas kept, and among them a row without numbers for each of the others.
  private static func withMissing(
    _ answer: Answer, kept: [Int], allIDs: [String]
  ) -> [[PropertyValue]] {
    let nulls = [PropertyValue](repeating: .null, count: answer.header.count - 2)
    var all = allIDs.map { [.text($0)] + nulls + [.text("no_value")] }
    for (area, row) in zip(kept, answer.rows) { all[area] = row }
    return all
  }

  /// The areas by their identifiers, so that no digit depends on the order of the file; as they
  /// stand where a table of shuffles counts on it.
  private func order(of ids: [String]) -> [Int] {
    if case .table = permutations { return Array(ids.indices) }
    return ids.indices.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
  }

  private func permutationTable(for neighbours: Neighbours) throws -> PermutationTable? {
    switch permutations {
    case .none: return nil
    case .drawn(let count, let seed):
      return PermutationTable(for: neighbours, drawCount: count, seed: seed)
    case .table(let url):
      let table = try TableReader().read(InputFile(url))
      var rows: [[Int]] = []
      for row in 0..<table.rowCount {
        var indices: [Int] = []
        for column in table.header.indices {
          let index = try table.number(
            row: row, column: column, in: 0...1e9, expected: "an index, 0 or more")
          guard index == index.rounded() else {
            throw IntakeError.invalidValue(
              file: table.file, line: table.line(ofRow: row), column: table.header[column],
              value: "\(index)", expected: "a whole number")
          }
          indices.append(Int(index))
        }
        rows.append(indices)
      }
      do {
        return try PermutationTable(rows: rows, areaCount: neighbours.count)
      } catch {
        throw QueryError.table(file: table.file, reason: "\(error)")
      }
    }
  }

  private func isBlack(
    _ values: [Double], _ ids: [String], _ file: AttributeFile
  ) throws -> [Bool] {
    if let index = values.firstIndex(where: { $0 != 0 && $0 != 1 }) {
      throw QueryError.row(
        file: file.table.file, id: ids[index],
        reason: "join counts need a variable of 0 and 1, not \(values[index])")
    }
    return values.map { $0 == 1 }
  }

  private func geometries(_ file: AttributeFile, _ ids: [String]) throws -> [Geometry?]? {
    guard let areas = file.areas else { return nil }
    let metric = try areas.metricSystem()
    let projection = LayerProjection(try CoordinateTransform(from: .wgs84, to: metric))
    let shapes = try file.shapes(ids: ids, idColumn: id)
    return try shapes.map { try projection.area($0) }
  }
}

extension VariableError {
  /// The error with the name of the area in place of its number.
  fileprivate func inRow(of file: String, ids: [String]) -> QueryError {
    switch self {
    case .notFinite(let area):
      .row(file: file, id: ids[area], reason: "the variable is not a finite number")
    case .negative(let value, let area):
      .row(
        file: file, id: ids[area],
        reason: "G needs a variable that is nowhere below 0, not \(value)")
    }
  }
}
