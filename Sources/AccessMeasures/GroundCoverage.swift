public import GeometryEngine
public import SimpleFeatures
internal import SpatialIndex
internal import SpatialStatistics

/// How much ground catchments cover once, twice and so on, discs with true circles.
///
/// A catchment is some discs and an area with straight edges. The areas of all catchments are
/// overlaid once (GEOS) into pieces that lie in the same areas throughout; what discs add to a
/// piece is then summed exactly (``DiscCoverage``).
public struct GroundCoverage: Sendable {
  /// The ground that an organisation reaches.
  public struct Catchment: Sendable {
    /// The ground within a distance of its sites.
    public let discs: [Disc]
    /// Other ground: a remit, an area of benefit; empty for none.
    public let area: MultiPolygon

    /// A catchment of discs and a valid area, which may overlap.
    public init(discs: [Disc], area: MultiPolygon = MultiPolygon([])) {
      self.discs = discs
      self.area = area
    }
  }

  /// The area of the ground under each catchment, in square metres.
  public let areas: [Double]
  /// The area under each catchment and no other, in square metres.
  public let soleAreas: [Double]
  /// The area under any catchment, in square metres.
  public let area: Double

  /// How often covered ground is covered on average: Σ area(C_j) ∕ area(∪ C_j), 1 without any
  /// overlap; `nil` where nothing is covered.
  public var overlapRatio: Double? {
    area > 0 ? areas.reduce(0, +) / area : nil
  }

  let catchments: [Catchment]
  let pieces: GroundPieces
  /// The rectangles around each catchment's discs.
  let tree: PackedRTree

  /// The ground under catchments.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  /// - Complexity: O(*m*²) overlays at worst for *m* different areas, and O(*n* log *n*) for *n*
  ///   discs and corners that overlap little.
  public init(of catchments: [Catchment]) throws(GeometryEngineError) {
    self.catchments = catchments
    pieces = try GroundPieces(of: catchments.map(\.area))
    tree = PackedRTree(catchments.map { $0.discs.bounds })
    let discs = DiscCoverage(of: catchments.flatMap(\.discs))
    let straight = pieces.pieces.reduce(0) { $0 + $1.shape.area }
    area = straight + pieces.remainder(of: discs)
    areas = Self.areas(of: catchments, pieces)
    soleAreas = Self.soleAreas(of: catchments, pieces, tree)
  }

  private static func areas(of catchments: [Catchment], _ pieces: GroundPieces) -> [Double] {
    catchments.enumerated().map { index, catchment in
      let discs = DiscCoverage(of: catchment.discs)
      // What its discs add to its own area.
      return pieces.pieces.reduce(discs.area) { sum, piece in
        piece.catchments.contains(index)
          ? sum + max(piece.shape.area - discs.coveredArea(of: piece.shape), 0) : sum
      }
    }
  }

  private static func soleAreas(
    of catchments: [Catchment], _ pieces: GroundPieces, _ tree: PackedRTree
  ) -> [Double] {
    // Outside all areas: what the discs around would no longer cover without it.
    var sole = catchments.enumerated().map { index, catchment in
      let around = tree.search(catchment.discs.bounds)
      let others = around.filter { $0 != index }.flatMap { catchments[$0].discs }
      let all = DiscCoverage(of: catchment.discs + others)
      return max(pieces.remainder(of: all) - pieces.remainder(of: DiscCoverage(of: others)), 0)
    }
    for piece in pieces.pieces where piece.catchments.count == 1 {
      let owner = piece.catchments[0]
      let others = tree.search(piece.shape.bounds).filter { $0 != owner }
      let discs = DiscCoverage(of: others.flatMap { catchments[$0].discs })
      sole[owner] += max(piece.shape.area - discs.coveredArea(of: piece.shape), 0)
    }
    return sole
  }
}

extension [Disc] {
  /// The smallest rectangle around the discs.
  var bounds: BoundingBox {
    var box = BoundingBox.empty
    for disc in self where disc.radius.metres > 0 {
      let (centre, radius) = (disc.centre, disc.radius.metres)
      box.formUnion(Coordinate(x: centre.x - radius, y: centre.y - radius))
      box.formUnion(Coordinate(x: centre.x + radius, y: centre.y + radius))
    }
    return box
  }
}
