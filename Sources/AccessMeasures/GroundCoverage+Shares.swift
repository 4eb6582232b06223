public import GeometryEngine
public import SimpleFeatures
internal import SpatialIndex
internal import SpatialStatistics

extension GroundCoverage {
  /// The share of each area that at least *k* catchments cover, for every *k* up to a depth.
  ///
  /// - Parameters:
  ///   - areas: Valid areas.
  ///   - depth: The largest *k*, at least 1.
  /// - Returns: `shares[k − 1][area]`, 0…1, never growing with *k*; 0 for areas without extent.
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  /// - Complexity: O(*n*) in the number of corners and of discs near them, and an overlay for
  ///   each area that a border of a catchment's area crosses.
  public func shares(
    of areas: [MultiPolygon], upTo depth: Int
  ) throws(GeometryEngineError) -> [[Double]] {
    precondition(depth >= 1, "there is no ground covered fewer than once")
    var parts = Array(repeating: [(piece: Int, area: Double)](), count: areas.count)
    for pair in try AreaOverlaps(of: pieces.pieces.map(\.shape), with: areas).pairs {
      parts[pair.target].append((pair.source, pair.area))
    }
    var shares = Array(repeating: Array(repeating: 0.0, count: areas.count), count: depth)
    for (index, area) in areas.enumerated() {
      let whole = area.area
      guard whole > 0, whole.isFinite else { continue }
      var most = 1.0
      for (level, covered) in try covered(area, parts[index], depth).enumerated() {
        // Rounding makes nothing larger than it can be.
        most = min(max(covered / whole, 0), most)
        shares[level][index] = most
      }
    }
    return shares
  }

  /// The area that at least 1, 2… catchments cover of an area that overlaps some pieces.
  private func covered(
    _ area: MultiPolygon, _ parts: [(piece: Int, area: Double)], _ depth: Int
  ) throws(GeometryEngineError) -> [Double] {
    var rest = area
    var sums = Array(repeating: CompensatedSum(), count: depth)
    for part in parts {
      let piece = pieces.pieces[part.piece]
      // What is left of an area within a piece, but for rounding, needs no overlay.
      let isWithin = part.area >= area.area * (1 - 1e-12)
      let shape = isWithin ? area : try Overlay.intersection(area, piece.shape)
      add(shape, under: piece.catchments, to: &sums)
      rest = isWithin ? MultiPolygon([]) : try Overlay.difference(rest, piece.shape)
    }
    add(rest, under: [], to: &sums)
    return sums.map(\.value)
  }

  /// Adds an area that lies in the areas of some catchments, by how many catchments cover it.
  private func add(
    _ area: MultiPolygon, under catchments: [Int], to sums: inout [CompensatedSum]
  ) {
    guard area.area > 0 else { return }
    // Those in whose area it lies already count.
    let near = tree.search(area.bounds).filter { !catchments.contains($0) }
    let discs = near.map { self.catchments[$0].discs }
    for level in sums.indices {
      let missing = level + 1 - catchments.count
      guard missing > 0 else {
        sums[level].add(area.area)
        continue
      }
      guard missing <= discs.count else { continue }
      sums[level].add(
        DiscCoverage(of: discs, coveredAtLeast: missing).coveredArea(of: area))
    }
  }
}
