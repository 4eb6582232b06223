internal import SimpleFeatures

/// The part of an edge that runs alongside another edge.
///
/// A position of the edge belongs to it when its perpendicular foot on the other edge's line falls
/// on the other edge. Edges nearer to perpendicular than to parallel have none, so that the two
/// sides of a corner do not run alongside what only touches the corner.
struct FacingStretch {
  /// Where along the edge the stretch begins and ends, as shares of the edge.
  private let start: Double
  private let end: Double
  /// How far to the left of the other edge's line it begins, and how much farther it is at the end.
  private let offset: Double
  private let drift: Double

  /// The stretch of `edge` alongside `other`; `nil` when there is none of positive length.
  init?(of edge: BorderEdge, alongside other: BorderEdge) {
    let length = other.length
    let unit = Coordinate(
      x: (other.to.x - other.from.x) / length, y: (other.to.y - other.from.y) / length)
    // An end of the edge as seen from the start of the other: metres along it and to its left.
    func seen(_ position: Coordinate) -> (along: Double, across: Double) {
      let (x, y) = (position.x - other.from.x, position.y - other.from.y)
      return (x * unit.x + y * unit.y, unit.x * y - unit.y * x)
    }
    let (first, last) = (seen(edge.from), seen(edge.to))
    let advance = last.along - first.along
    let drift = last.across - first.across
    guard abs(advance) >= abs(drift) else { return nil }
    let (here, there) = (-first.along / advance, (length - first.along) / advance)
    let (start, end) = (max(0, min(here, there)), min(1, max(here, there)))
    guard start < end else { return nil }
    self.start = start
    self.end = end
    offset = first.across
    self.drift = drift
  }

  /// The shares of the edge between which the stretch is at most `width` away from the other
  /// edge; `nil` when they are the same.
  func shares(within width: Double) -> ClosedRange<Double>? {
    var (start, end) = (start, end)
    if drift == 0 {
      guard abs(offset) <= width else { return nil }
    } else {
      let (one, two) = ((-width - offset) / drift, (width - offset) / drift)
      start = max(start, min(one, two))
      end = min(end, max(one, two))
    }
    return start < end ? start...end : nil
  }
}

/// How far the border of one area runs alongside that of another, for a series of widths of the
/// gap between them.
struct FacingLengths {
  /// How many times as long as wide a gap must be to be one between two sides, not at a corner.
  static let leastRatio = 4.0

  /// The tolerance, its half, its quarter and so on, down to a micrometre.
  private let widths: [Double]
  private var lengths: [Double]

  init(upTo tolerance: Double) {
    widths = Array(sequence(first: tolerance) { $0 / 2 }.prefix { $0 > 1e-6 })
    lengths = Array(repeating: 0, count: widths.count)
  }

  /// Adds an edge not added before, with its stretches alongside all edges of the other area.
  ///
  /// - Returns: Whether the borders are now known to share a side.
  mutating func add(_ edge: BorderEdge, _ stretches: [FacingStretch]) -> Bool {
    guard !stretches.isEmpty else { return false }
    let length = edge.length
    var isSide = false
    for (index, width) in widths.enumerated() {
      let shares = stretches.compactMap { $0.shares(within: width) }
      // What is alongside nothing here is not alongside anything nearer either.
      if shares.isEmpty { break }
      lengths[index] += length * Self.total(shares)
      if lengths[index] > Self.leastRatio * width { isSide = true }
    }
    return isSide
  }

  /// The length of the union: where the other border bends, stretches overlap.
  private static func total(_ ranges: [ClosedRange<Double>]) -> Double {
    var total = 0.0
    var reached = 0.0
    for range in ranges.sorted(by: {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    })
    where range.upperBound > reached {
      total += range.upperBound - max(range.lowerBound, reached)
      reached = range.upperBound
    }
    return total
  }
}
