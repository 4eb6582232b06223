public import SimpleFeatures
internal import SpatialIndex

/// What it costs to get from places to sites: one row a place, one column a site, mostly empty.
///
/// Costs are in one unit throughout, metres or minutes. A pair that is not held cannot be reached,
/// and a place without any pair is unreachable, unless there is a ``searchLimit``: then it may only
/// be too far. Read it as `costs[place: i]`.
public struct CostMatrix: Sendable {
  /// What is known of one pair.
  public struct Pair: Hashable, Sendable {
    /// The place's index.
    public let place: Int
    /// The site's index.
    public let site: Int
    /// The cost, 0 or more.
    public let cost: Double

    /// A pair from its parts.
    public init(place: Int, site: Int, cost: Double) {
      self.place = place
      self.site = site
      self.cost = cost
    }
  }

  let matrix: SparseMatrix

  /// The cost above which pairs were not looked for; `nil` where every pair that exists is held.
  public let searchLimit: Double?

  /// The number of places.
  public var placeCount: Int { matrix.rowCount }
  /// The number of sites, those that nobody can reach included.
  public var siteCount: Int { matrix.columnCount }
  /// The number of pairs.
  public var pairCount: Int { matrix.values.count }

  /// The sites that a place can reach, in ascending order, with their costs.
  public subscript(place place: Int) -> PlaceRow { matrix[row: place] }

  /// Costs from a list of pairs, in any order.
  ///
  /// - Throws: ``CostMatrixError`` for a pair outside the matrix, one given twice, or a cost that
  ///   is negative, infinite or not a number.
  /// - Complexity: O(pairs + places + sites).
  public init(
    _ pairs: [Pair], placeCount: Int, siteCount: Int
  ) throws(CostMatrixError) {
    for (index, pair) in pairs.enumerated() {
      guard (0..<placeCount).contains(pair.place), (0..<siteCount).contains(pair.site) else {
        throw .unknownPair(index: index)
      }
      guard pair.cost >= 0, pair.cost.isFinite else {
        throw .invalidCost(index: index, cost: pair.cost)
      }
    }
    searchLimit = nil
    matrix = SparseMatrix(
      rowCount: placeCount, columnCount: siteCount, rows: pairs.map(\.place),
      columns: pairs.map(\.site), values: pairs.map(\.cost))
    for place in 0..<placeCount {
      let sites = matrix[row: place].sites
      for (site, next) in zip(sites, sites.dropFirst()) where site == next {
        throw .duplicatePair(place: place, site: Int(site))
      }
    }
  }

  /// Straight-line distances in metres, up to a limit; a distance equal to it is held.
  ///
  /// - Parameters:
  ///   - places: Where people live.
  ///   - sites: Where support is; `nil` for a site without a usable position.
  ///   - limit: The longest distance of interest.
  /// - Complexity: O(pairs + places), on well-spread data.
  public init(from places: [Coordinate], to sites: [Coordinate?], within limit: Distance) {
    self.init(
      from: places, toNearestOf: sites.map { $0.map { [$0] } ?? [] }, within: limit)
  }

  /// Straight-line distances in metres to suppliers with several doors each, up to a limit: a
  /// column is a supplier, whose cost is the distance to the nearest of its doors.
  ///
  /// - Parameters:
  ///   - places: Where people live.
  ///   - doors: Where each supplier can be found; empty for one without a usable position.
  ///   - limit: The longest distance of interest.
  /// - Complexity: O(pairs of a place and a door + places), on well-spread data.
  public init(
    from places: [Coordinate], toNearestOf doors: [[Coordinate]], within limit: Distance
  ) {
    let grid = PointGrid(places)
    var rows: [Int] = []
    var columns: [Int] = []
    var values: [Double] = []
    for (supplier, positions) in doors.enumerated() {
      for place in Self.nearest(positions, to: grid, within: limit) {
        rows.append(place.index)
        columns.append(supplier)
        values.append(place.distance.metres)
      }
    }
    searchLimit = limit.metres.isFinite ? limit.metres : nil
    matrix = SparseMatrix(
      rowCount: places.count, columnCount: doors.count, rows: rows, columns: columns,
      values: values)
  }

  /// The points within the limit of any door, each once with the least of its distances.
  private static func nearest(
    _ doors: [Coordinate], to grid: PointGrid, within limit: Distance
  ) -> [PointGrid.Neighbour] {
    guard doors.count != 1 else { return grid.neighbours(of: doors[0], within: limit) }
    var nearest: [Int: PointGrid.Neighbour] = [:]
    for door in doors {
      for point in grid.neighbours(of: door, within: limit) {
        if let other = nearest[point.index], other.squaredDistance <= point.squaredDistance {
          continue
        }
        nearest[point.index] = point
      }
    }
    return nearest.values.sorted { $0.index < $1.index }
  }

  /// The weight of each pair by a decay; pairs of weight 0 are left out.
  ///
  /// - Complexity: O(pairs).
  public func weights(_ decay: Decay) -> WeightMatrix {
    var starts = [0]
    starts.reserveCapacity(placeCount + 1)
    var sites: [Int32] = []
    var weights: [Double] = []
    for place in 0..<placeCount {
      for (site, cost) in matrix[row: place] {
        let weight = decay.weight(at: cost)
        guard weight > 0 else { continue }
        sites.append(Int32(site))
        weights.append(weight)
      }
      starts.append(sites.count)
    }
    return WeightMatrix(
      SparseMatrix(
        rowCount: placeCount, columnCount: siteCount, starts: starts, columns: sites,
        values: weights))
  }
}

/// Why pairs do not make a matrix of costs.
public enum CostMatrixError: Error, Hashable, Sendable {
  /// The pair at this position names a place or a site that is not there.
  case unknownPair(index: Int)
  /// The cost of the pair at this position is negative, infinite or not a number.
  case invalidCost(index: Int, cost: Double)
  /// The pair is given twice.
  case duplicatePair(place: Int, site: Int)
}
