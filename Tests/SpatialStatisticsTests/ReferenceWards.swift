import Foundation
import SpatialStatistics
import TestSupport

/// The wards of the reference cases, their neighbours and the draws that the peer made.
struct ReferenceWards {
  /// Which wards: all of them, or those that have neighbours.
  enum Selection: String, CaseIterable {
    case all
    case noisland
  }

  /// One ward's columns.
  private struct Collection: Decodable {
    struct Feature: Decodable {
      let properties: Properties
    }
    let features: [Feature]
  }

  private struct Properties: Decodable {
    let ward: String
    let y_cont: Double
    let y_int: Int
    let y_sparse: Int
    let y_bin: Int
  }

  let selection: Selection
  let neighbours: Neighbours
  let marks: [Bool]
  private let columns: [String: [Double]]

  init(_ selection: Selection) throws {
    let file = URL(filePath: ReferenceCases.path("inputs/wards.geojson"))
    let pairs = try PlainTable(path: ReferenceCases.path("inputs/ward_neighbors.csv")).rows
    let focal = Set(try pairs.map { try $0.text("focal") })
    let wards = try JSONDecoder().decode(Collection.self, from: Data(contentsOf: file))
      .features.map(\.properties)
      .filter { selection == .all || focal.contains($0.ward) }
    let index = Dictionary(uniqueKeysWithValues: zip(wards.map(\.ward), wards.indices))
    var lists = [[Int]](repeating: [], count: wards.count)
    for pair in pairs {
      guard let area = index[try pair.text("focal")], let other = index[try pair.text("neighbor")]
      else { continue }
      lists[area].append(other)
    }
    self.selection = selection
    neighbours = Neighbours(lists)
    marks = wards.map { $0.y_bin == 1 }
    columns = [
      "y_cont": wards.map(\.y_cont), "y_int": wards.map { Double($0.y_int) },
      "y_sparse": wards.map { Double($0.y_sparse) },
    ]
  }

  /// The values of a variable.
  func values(_ variable: String) -> [Double] { columns[variable] ?? [] }

  /// The peer's draws.
  func permutations() throws -> PermutationTable {
    let table = try PlainTable(path: path("permutation_ids"))
    let rows = try table.rows.map { row in
      try (0..<neighbours.maximumNeighbours).map { Int(try row.number("c\($0)")) }
    }
    return try PermutationTable(rows: rows, areaCount: neighbours.count)
  }

  /// The rows of one of the peer's tables for these wards, such as `g_star_B_y_int`.
  func table(_ name: String) throws -> [PlainTable.Row] {
    try PlainTable(path: path(name)).rows
  }

  private func path(_ name: String) -> String {
    ReferenceCases.path("esda/\(name)_\(selection.rawValue).csv")
  }
}

extension Double {
  /// Whether two numbers are the same but for rounding, however small they are.
  func matches(_ other: Double, relative tolerance: Double = 1e-9) -> Bool {
    abs(self - other) <= tolerance * Swift.max(abs(self), abs(other))
  }
}

extension Double? {
  /// Whether both are undefined, or the same but for rounding.
  func matches(_ other: Double?, relative tolerance: Double = 1e-9) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.matches(other, relative: tolerance)
  }
}
