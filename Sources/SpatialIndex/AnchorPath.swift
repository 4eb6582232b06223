internal import SimpleFeatures

/// Counts the edges that the way from a position to the anchor of its cell crosses: first to the
/// east or west, then to the north or south.
///
/// Feed every edge of an area that may meet the way, each once, in any order. An odd number of
/// crossings says that the position and the anchor are on different sides of the area's border.
/// Decisions are exact. So that every way crosses a border or does not, it is thought of as lying
/// next to where it is: the way east or west a trifle to the north, then the way north or south a
/// far greater trifle to the east. A position on the border itself is found as such.
///
/// - SeeAlso: H. Edelsbrunner, E. P. Mücke, "Simulation of simplicity", *ACM Transactions on
///   Graphics* 9(1), 1990, 66–104.
struct AnchorPath {
  private let position: Coordinate
  private let anchor: Coordinate
  private var isInside: Bool
  private var isOnEdge = false

  /// A way that has met no edge yet, to an anchor inside or outside the area.
  @inline(__always)
  init(from position: Coordinate, to anchor: Coordinate, inside: Bool) {
    self.position = position
    self.anchor = anchor
    isInside = inside
  }

  /// Where the position lies with respect to the area whose edges the way has met.
  @inline(__always)
  var location: PointLocation { isOnEdge ? .boundary : isInside ? .interior : .exterior }

  /// Whether the area covers the position, or, of a position on the border, its east.
  var coversEast: Bool { isInside }

  /// Where the way turns.
  private var turn: Coordinate { Coordinate(x: anchor.x, y: position.y) }

  /// Takes the edges between successive corners into account.
  @inline(__always)
  mutating func count(_ chain: Range<Int>, of corners: Span<Coordinate>) {
    var a = corners[chain.lowerBound]
    for corner in chain.lowerBound + 1..<chain.upperBound {
      let b = corners[corner]
      count(from: a, to: b)
      a = b
    }
  }

  /// Takes one edge into account.
  @inline(__always)
  mutating func count(from a: Coordinate, to b: Coordinate) {
    if (a.y > position.y) != (b.y > position.y) {
      countAcrossHeight(a.y > b.y ? b : a, a.y > b.y ? a : b)
    } else if a.y == position.y || b.y == position.y {
      countAtHeight(a, b)
    }
    if (a.x > anchor.x) != (b.x > anchor.x) {
      countAcrossAnchor(a.x > b.x ? b : a, a.x > b.x ? a : b)
    }
  }

  /// The way east or west against an edge that leads from below it to above it.
  private mutating func countAcrossHeight(_ lower: Coordinate, _ upper: Coordinate) {
    let (west, east) = (min(lower.x, upper.x), max(lower.x, upper.x))
    if east < min(position.x, anchor.x) || west > max(position.x, anchor.x) { return }
    let side = Orientation.of(position, from: lower, to: upper)
    if side == .collinear { isOnEdge = true }
    // A turn on the edge lies to the east of it.
    let turnIsLeft = Orientation.of(turn, from: lower, to: upper) == .left
    if (side == .left) != turnIsLeft { isInside.toggle() }
  }

  /// An edge that does not cross the height of the position, but has an end there.
  private mutating func countAtHeight(_ a: Coordinate, _ b: Coordinate) {
    if a == position || b == position {
      isOnEdge = true
    } else if a.y == b.y, position.x > min(a.x, b.x), position.x < max(a.x, b.x) {
      isOnEdge = true
    }
  }

  /// The way north or south against an edge that leads from west of it to east of it.
  private mutating func countAcrossAnchor(_ west: Coordinate, _ east: Coordinate) {
    let (south, north) = (min(west.y, east.y), max(west.y, east.y))
    if north < min(position.y, anchor.y) || south > max(position.y, anchor.y) { return }
    func isAbove(_ place: Coordinate) -> Bool {
      switch Orientation.of(place, from: west, to: east) {
      case .left: true
      case .right: false
      // To the east of a falling edge is above it; above a level one by the trifle to the north.
      case .collinear: west.y >= east.y
      }
    }
    if isAbove(turn) != isAbove(anchor) { isInside.toggle() }
  }
}
