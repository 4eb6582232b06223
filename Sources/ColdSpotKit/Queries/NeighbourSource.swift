public import Foundation
internal import Intake
internal import Places
internal import SimpleFeatures
public import SpatialIndex
internal import SpatialStatistics

/// Where it comes from which areas neighbour each other.
public enum NeighbourSource: Sendable {
  /// The borders of the areas, which must be GeoJSON; gaps up to a tolerance are bridged.
  case contiguity(Contiguity, tolerance: Distance)
  /// The distances between the areas' centroids.
  case proximity(Proximity)
  /// A table with a row per pair, and a column of weights if they differ; the order of the rows is
  /// kept, which matters to a table of permutations.
  case table(URL, focal: String, neighbour: String, weight: String?)

  /// The neighbours of each area with their weights, by index.
  typealias Rows = [[(neighbour: Int, weight: Double)]]

  /// Who neighbours whom among some of the areas of a file, in its order.
  ///
  /// - Parameters:
  ///   - file: The areas.
  ///   - ids: The identifiers of all of them.
  ///   - idColumn: The column that those stand in.
  ///   - kept: The areas that take part, in the order of the answer; the others are nobody's
  ///     neighbours.
  ///   - keepsOrder: Whether an area's neighbours stay in the order of their table.
  /// - Returns: One row per area kept.
  /// - Throws: `IntakeError`, `QueryError`, `GeometryEngineError`.
  func neighbours(
    in file: AttributeFile, ids: [String], idColumn: String, kept: [Int], keepsOrder: Bool
  ) throws -> Neighbours {
    let rows = try self.rows(in: file, ids: ids, idColumn: idColumn)
    var position = [Int?](repeating: nil, count: ids.count)
    for (index, area) in kept.enumerated() { position[area] = index }
    do {
      return try Neighbours(
        weighted: kept.map { area in
          let row = rows[area].compactMap { entry in
            position[entry.neighbour].map { (neighbour: $0, weight: entry.weight) }
          }
          return keepsOrder ? row : row.sorted { $0.neighbour < $1.neighbour }
        })
    } catch {
      throw QueryError.table(
        file: tableName, reason: error.description(naming: kept.map { ids[$0] }))
    }
  }

  private var tableName: String {
    if case .table(let url, _, _, _) = self { url.lastPathComponent } else { "neighbours" }
  }

  private func rows(in file: AttributeFile, ids: [String], idColumn: String) throws -> Rows {
    func alike(_ lists: [[Int]]) -> Rows { lists.map { $0.map { ($0, 1) } } }
    switch self {
    case .contiguity(let contiguity, let tolerance):
      let shapes = try file.shapes(ids: ids, idColumn: idColumn)
      return alike(contiguity.neighbours(of: shapes, tolerance: tolerance))
    case .proximity(let proximity):
      let shapes = try file.shapes(ids: ids, idColumn: idColumn)
      return alike(proximity.neighbours(of: shapes.map(\.centroid)))
    case .table(let url, let focal, let neighbour, let weight):
      return try Self.read(InputFile(url), (focal, neighbour, weight), ids: ids)
    }
  }

  private static func read(
    _ input: InputFile, _ columns: (focal: String, neighbour: String, weight: String?),
    ids: [String]
  ) throws -> Rows {
    let table = try CostTable(
      input, columns: (columns.focal, columns.neighbour, columns.weight), places: ids, sites: ids)
    var rows = Rows(repeating: [], count: ids.count)
    for row in table.rows { rows[row.from].append((row.to, row.cost)) }
    return rows
  }
}

extension NeighboursError {
  /// The error with the names of areas in place of their numbers.
  fileprivate func description(naming ids: [String]) -> String {
    switch self {
    case .noSuchArea(let other, let area):
      "\(ids[area]) names the area \(other), which is not there"
    case .ownNeighbour(let area): "\(ids[area]) is named as its own neighbour"
    case .repeatedNeighbour(let other, let area):
      "\(ids[area]) names its neighbour \(ids[other]) twice"
    case .weightOutOfRange(let weight, let other, let area):
      "the weight \(weight) of \(ids[area]) and \(ids[other]) cannot be"
    }
  }
}

extension AttributeFile {
  /// The shapes of the rows in metres, in the order of the file.
  func shapes(ids: [String], idColumn: String) throws -> [MultiPolygon] {
    guard let areas else {
      throw QueryError.option(
        "\(table.file) has no shapes: give areas as GeoJSON, or a table of neighbours.")
    }
    let projection = try StudyProjection(to: areas.metricSystem())
    return try shapes(of: areas, ids: ids, idColumn: idColumn, in: projection)
  }

  /// The shapes of the rows in the projection's system, in the order of the file.
  func shapes(
    of areas: AreaFile, ids: [String], idColumn: String, in projection: StudyProjection
  ) throws -> [MultiPolygon] {
    let reader = AreaReader(
      columns: AreaFile.Columns(code: idColumn, name: idColumn), level: "area")
    let boundaries = try reader.boundaries(of: areas, in: projection)
    return ids.compactMap { id in
      boundaries.index(of: AreaCode(id)).map { boundaries.areas[$0].shape }
    }
  }
}
