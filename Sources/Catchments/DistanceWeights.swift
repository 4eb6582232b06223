public import SimpleFeatures
internal import SpatialIndex
public import SpatialStatistics

/// The weights of straight-line distances, worked out anew for every sum: nothing holds the pairs.
///
/// The same weights as those of a ``CostMatrix`` of distances, for as many places and sites as
/// there are: memory grows with the places and not with the pairs. A distance equal to the limit
/// is inside, as told by the squares (see `Coordinate.squaredDistance(to:)`).
///
/// Sums are those over pairs, to rounding, and the same on every number of threads. Cells of a
/// grid that a step or a bell curve covers whole are summed as cells; other weights are worked out
/// four pairs at a time.
public struct DistanceWeights: Sendable {
  /// How the sums are taken.
  enum Form: Sendable {
    /// A sum of steps, each a radius and what it adds within; zones are several of them.
    case steps([Step])
    /// A bell curve, cell by cell.
    case bellByCells(Bell)
    case bell(Bell)
    case cone(ConeKernel)
    case exponential(ExponentialKernel)
    case plain(PlainKernel)
  }

  /// What a decay adds up to a radius.
  struct Step: Sendable {
    let radius: Double
    let weight: Double
    var kernel: StepKernel { StepKernel(squaredLimit: radius * radius) }
  }

  /// How distances are weighed.
  public let decay: Decay
  let form: Form
  let cells: PlaceCells
  /// The doors of each site.
  let doors: [[Coordinate]]
  /// The sites along a Hilbert curve; sums of a place are taken in this order.
  ///
  /// Places that the last site has brought near the processor serve the next one too: in the order
  /// of a shuffled file a step over 1.7 million places took 1.4 times as long.
  let order: [Int]
  let threads: Threads
  private let positions: [Coordinate]
  private let doorGrid: PointGrid
  private let doorOwners: [Int32]

  /// The number of places.
  public var placeCount: Int { cells.placeCount }
  /// The number of sites, those without a usable position included.
  public var siteCount: Int { doors.count }

  /// The weights of distances to suppliers with several doors each: what counts is the distance to
  /// the nearest of a supplier's doors.
  ///
  /// - Parameters:
  ///   - places: Where people live; finite positions.
  ///   - doors: Where each supplier can be found; empty for one without a usable position.
  ///   - decay: How distances in metres are weighed.
  ///   - threads: How many of them work; no result depends on it.
  /// - Complexity: O(places + doors).
  public init(
    from places: [Coordinate], toNearestOf doors: [[Coordinate]], decay: Decay,
    threads: Threads = .all
  ) {
    // Not by the initialiser over any sequence, which is not specialised for arrays.
    var bounds = BoundingBox.empty
    for place in places { bounds.formUnion(place) }
    let plan = Self.plan(decay, count: places.count, bounds: bounds)
    cells = PlaceCells(places, bounds: bounds, side: plan.side)
    form = plan.form
    positions = places
    self.decay = decay
    self.doors = doors.map { $0.filter(\.isFinite) }
    self.threads = threads
    order = Self.order(of: self.doors)
    doorOwners = self.doors.enumerated().flatMap { site, doors in
      doors.map { _ in Int32(truncatingIfNeeded: site) }
    }
    doorGrid = PointGrid(self.doors.flatMap(\.self))
  }

  private static func order(of doors: [[Coordinate]]) -> [Int] {
    let bounds = BoundingBox(around: doors.lazy.compactMap(\.first))
    let extent = max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY)
    let scale = extent > 0 ? Double(HilbertCurve.side - 1) / extent : 0
    func position(_ door: Coordinate?) -> UInt32 {
      guard let door, scale.isFinite, extent.isFinite else { return 0 }
      return HilbertCurve.position(
        column: UInt32((door.x - bounds.minX) * scale), row: UInt32((door.y - bounds.minY) * scale)
      )
    }
    let positions = doors.map { position($0.first) }
    return doors.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
  }

  /// The weights of distances to sites.
  ///
  /// - Parameters:
  ///   - places: Where people live; finite positions.
  ///   - sites: Where support is; `nil` for a site without a usable position.
  ///   - decay: How distances in metres are weighed.
  ///   - threads: How many of them work; no result depends on it.
  /// - Complexity: O(places + sites).
  public init(
    from places: [Coordinate], to sites: [Coordinate?], decay: Decay, threads: Threads = .all
  ) {
    self.init(
      from: places, toNearestOf: sites.map { $0.map { [$0] } ?? [] }, decay: decay,
      threads: threads)
  }
}

extension DistanceWeights: CatchmentWeights {
  /// Whether a place is reached, with a weight above 0, by a site that meets a condition.
  ///
  /// - Complexity: O(sites within the limit), with an index.
  public func reaches(place: Int, from isWanted: (_ site: Int) -> Bool) -> Bool {
    let limit = Distance(metres: decay.limit ?? .infinity)
    return doorGrid.neighbours(of: positions[place], within: limit).contains { door in
      isWanted(Int(doorOwners[door.index])) && decay.weight(at: door.distance.metres) > 0
    }
  }
}
