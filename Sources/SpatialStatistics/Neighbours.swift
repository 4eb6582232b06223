/// Spatial weights: which areas are neighbours of each area, and how strongly; mostly empty.
///
/// Rows are stored one after the other (CSR). Read them as `neighbours[area]`; the row is the area
/// that has the neighbours. Weights need not be symmetric. The order of a row is kept, because a
/// ``PermutationTable`` draws for the first neighbour, the second and so on.
public struct Neighbours: Hashable, Sendable {
  /// One neighbour of an area.
  public struct Entry: Hashable, Sendable {
    /// The neighbour's index.
    public let area: Int
    /// How strongly it counts, more than 0.
    public let weight: Double
  }

  /// The largest weight that is taken, so that sums of squares stay finite.
  public static let largestWeight = 1e100

  /// Whether the weights were made by ``rowStandardised()``, and so each row is to sum to 1.
  public let isRowStandardised: Bool

  private let starts: [Int]
  private let entries: [Entry]

  private init(rows: [[Entry]], isRowStandardised: Bool) {
    var starts = [0]
    starts.reserveCapacity(rows.count + 1)
    for row in rows { starts.append(starts[starts.count - 1] + row.count) }
    self.isRowStandardised = isRowStandardised
    self.starts = starts
    entries = rows.flatMap(\.self)
  }

  /// Binary weights: 1 for each neighbour.
  ///
  /// - Parameter lists: For each area the indices of its neighbours: existing ones, none twice and
  ///   never the area itself. For lists that were not computed, but read from somewhere, use
  ///   ``init(weighted:)``.
  /// - Complexity: O(areas + pairs).
  public init(_ lists: [[Int]]) {
    let rows = lists.map { $0.map { Entry(area: $0, weight: 1) } }
    let fault = Self.fault(in: rows)
    precondition(fault == nil, fault?.description ?? "")
    self.init(rows: rows, isRowStandardised: false)
  }

  /// Weights of any kind.
  ///
  /// - Parameter rows: For each area its neighbours and their weights. One with a weight of 0 is no
  ///   neighbour.
  /// - Throws: ``NeighboursError`` for the first neighbour that cannot be.
  /// - Complexity: O(areas + pairs).
  public init(weighted rows: [[(neighbour: Int, weight: Double)]]) throws(NeighboursError) {
    let rows = rows.map { $0.map { Entry(area: $0.neighbour, weight: $0.weight) } }
    if let fault = Self.fault(in: rows) { throw fault }
    self.init(rows: rows.map { $0.filter { $0.weight > 0 } }, isRowStandardised: false)
  }

  /// The number of areas.
  public var count: Int { starts.count - 1 }

  /// The number of pairs of an area and a neighbour of it.
  public var pairCount: Int { entries.count }

  /// The neighbours of an area, in the order given.
  public subscript(area: Int) -> ArraySlice<Entry> {
    entries[starts[area]..<starts[area + 1]]
  }

  /// Whether an area has no neighbours.
  public func isIsland(_ area: Int) -> Bool { starts[area] == starts[area + 1] }

  /// The areas without neighbours, in ascending order.
  public var islands: [Int] { (0..<count).filter(isIsland) }

  /// The number of neighbours of the area that has most.
  public var maximumNeighbours: Int { (0..<count).map { self[$0].count }.max() ?? 0 }

  /// The same neighbours, with weights that sum to 1 over each row; islands stay islands.
  ///
  /// ``GetisOrd`` with the area itself among its neighbours divides by the sum that includes it.
  ///
  /// - Complexity: O(areas + pairs).
  public func rowStandardised() -> Neighbours {
    let rows = (0..<count).map { area in
      let row = RelativeRow(self[area])
      return zip(self[area], row.weights).map { Entry(area: $0.area, weight: $1 / row.total) }
    }
    return Neighbours(rows: rows, isRowStandardised: true)
  }

  /// The first thing wrong with the rows.
  private static func fault(in rows: [[Entry]]) -> NeighboursError? {
    var listedBy = [Int](repeating: -1, count: rows.count)
    for (area, row) in rows.enumerated() {
      for entry in row {
        guard rows.indices.contains(entry.area) else {
          return .noSuchArea(entry.area, neighbourOf: area)
        }
        guard entry.area != area else { return .ownNeighbour(area) }
        guard listedBy[entry.area] != area else {
          return .repeatedNeighbour(entry.area, of: area)
        }
        guard entry.weight >= 0, entry.weight <= largestWeight else {
          return .weightOutOfRange(entry.weight, neighbour: entry.area, of: area)
        }
        listedBy[entry.area] = area
      }
    }
    return nil
  }
}
