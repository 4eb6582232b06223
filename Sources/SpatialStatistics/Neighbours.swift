/// Spatial weights: which areas are neighbours of each area, and how strongly; mostly empty.
///
/// Rows are stored one after the other (CSR), with one weight a row where the neighbours of every
/// area count alike, as they do in contiguity and among nearest neighbours. Read them as
/// `neighbours[area]`; the row is the area that has the neighbours. Weights need not be symmetric.
/// The order of a row is kept, because a ``PermutationTable`` draws for the first neighbour, the
/// second and so on.
public struct Neighbours: Hashable, Sendable {
  /// One neighbour of an area.
  public struct Entry: Hashable, Sendable {
    /// The neighbour's index.
    public let area: Int
    /// How strongly it counts, more than 0.
    public let weight: Double
  }

  enum Weights: Hashable {
    /// One per row, 1 for islands; always so where it can be, so that equal weights are equal
    /// values, however they were made.
    case even([Double])
    /// One per pair.
    case uneven([Double])
  }

  /// The largest weight that is taken, so that sums of squares stay finite.
  public static let largestWeight = 1e100

  /// Whether the weights were made by ``rowStandardised()``, and so each row is to sum to 1.
  public let isRowStandardised: Bool

  /// Where the pairs of each area start, and where the last ones end.
  let starts: [Int]
  /// The neighbour of each pair.
  let areas: [Int32]
  /// The weights of the pairs.
  let weights: Weights

  private init(starts: [Int], areas: [Int32], weights: Weights, isRowStandardised: Bool) {
    self.starts = starts
    self.areas = areas
    self.weights = weights
    self.isRowStandardised = isRowStandardised
  }

  /// Rows with one weight per pair, which need not differ.
  private init(
    starts: [Int], areas: [Int32], pairWeights: [Double], isRowStandardised: Bool
  ) {
    var even: [Double]? = []
    for (start, end) in zip(starts, starts.dropFirst()) {
      let row = pairWeights[start..<end]
      let first = row.first ?? 1
      guard row.allSatisfy({ $0 == first }) else {
        even = nil
        break
      }
      even?.append(first)
    }
    self.init(
      starts: starts, areas: areas, weights: even.map(Weights.even) ?? .uneven(pairWeights),
      isRowStandardised: isRowStandardised)
  }

  /// Binary weights: 1 for each neighbour.
  ///
  /// - Parameter lists: For each area the indices of its neighbours: existing ones, none twice and
  ///   never the area itself. For lists that were not computed, but read from somewhere, use
  ///   ``init(weighted:)``.
  /// - Complexity: O(areas + pairs).
  public init(_ lists: [[Int]]) {
    var starts = [0]
    starts.reserveCapacity(lists.count + 1)
    var areas: [Int32] = []
    areas.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    var check = NeighbourCheck(areaCount: lists.count)
    for (area, list) in lists.enumerated() {
      for neighbour in list {
        let fault = check.fault(in: neighbour, weight: 1, of: area)
        precondition(fault == nil, fault?.description ?? "")
        areas.append(Int32(neighbour))
      }
      starts.append(areas.count)
    }
    self.init(
      starts: starts, areas: areas, weights: .even(Array(repeating: 1, count: lists.count)),
      isRowStandardised: false)
  }

  /// Weights of any kind.
  ///
  /// - Parameter rows: For each area its neighbours and their weights. One with a weight of 0 is no
  ///   neighbour.
  /// - Throws: ``NeighboursError`` for the first neighbour that cannot be.
  /// - Complexity: O(areas + pairs).
  public init(weighted rows: [[(neighbour: Int, weight: Double)]]) throws(NeighboursError) {
    var (starts, areas, weights): ([Int], [Int32], [Double]) = ([0], [], [])
    var check = NeighbourCheck(areaCount: rows.count)
    for (area, row) in rows.enumerated() {
      for (neighbour, weight) in row {
        if let fault = check.fault(in: neighbour, weight: weight, of: area) { throw fault }
        guard weight > 0 else { continue }
        areas.append(Int32(neighbour))
        weights.append(weight)
      }
      starts.append(areas.count)
    }
    self.init(starts: starts, areas: areas, pairWeights: weights, isRowStandardised: false)
  }

  /// The number of areas.
  public var count: Int { starts.count - 1 }

  /// The number of pairs of an area and a neighbour of it.
  public var pairCount: Int { areas.count }

  /// The neighbours of an area, in the order given.
  public subscript(area: Int) -> Row {
    let pairs = starts[area]..<starts[area + 1]
    return switch weights {
    case .even(let weights): Row(areas: areas[pairs], weight: weights[area])
    case .uneven(let weights): Row(areas: areas[pairs], weights: weights[pairs])
    }
  }

  /// The number of neighbours of an area.
  func neighbourCount(of area: Int) -> Int { starts[area + 1] - starts[area] }

  /// Whether an area has no neighbours.
  public func isIsland(_ area: Int) -> Bool { neighbourCount(of: area) == 0 }

  /// The areas without neighbours, in ascending order.
  public var islands: [Int] { (0..<count).filter(isIsland) }

  /// The number of neighbours of the area that has most.
  public var maximumNeighbours: Int { (0..<count).lazy.map(neighbourCount).max() ?? 0 }

  /// The same neighbours, with weights that sum to 1 over each row; islands stay islands.
  ///
  /// ``GetisOrd`` with the area itself among its neighbours divides by the sum that includes it.
  ///
  /// - Complexity: O(areas + pairs).
  public func rowStandardised() -> Neighbours {
    if case .even = weights {
      let shares = (0..<count).map { 1 / Double(max(1, neighbourCount(of: $0))) }
      return Neighbours(
        starts: starts, areas: areas, weights: .even(shares), isRowStandardised: true)
    }
    let shares = (0..<count).flatMap { area in
      let row = relativeRow(of: area)
      return row.pairs.map { relativeWeight(of: $0, in: row) / row.total }
    }
    return Neighbours(starts: starts, areas: areas, pairWeights: shares, isRowStandardised: true)
  }
}

/// Finds what is wrong with neighbours that are named one after the other, row by row.
private struct NeighbourCheck {
  /// The area whose row named an area last.
  private var namedBy: [Int32]

  init(areaCount: Int) {
    precondition(areaCount <= Int(Int32.max), "areas are counted in 32 bits")
    namedBy = Array(repeating: -1, count: areaCount)
  }

  mutating func fault(in neighbour: Int, weight: Double, of area: Int) -> NeighboursError? {
    guard namedBy.indices.contains(neighbour) else {
      return .noSuchArea(neighbour, neighbourOf: area)
    }
    guard neighbour != area else { return .ownNeighbour(area) }
    guard namedBy[neighbour] != area else { return .repeatedNeighbour(neighbour, of: area) }
    guard weight >= 0, weight <= Neighbours.largestWeight else {
      return .weightOutOfRange(weight, neighbour: neighbour, of: area)
    }
    namedBy[neighbour] = Int32(area)
    return nil
  }
}
