public import SimpleFeatures

/// Points sorted into square cells, for radius and nearest-neighbour queries.
///
/// Built complete by its initialiser. Distances are compared as squares, so points exactly at the
/// given distance are found (see `Coordinate.squaredDistance(to:)`).
public struct PointGrid: Sendable {
  /// A point found, with its distance.
  public struct Neighbour: Hashable, Sendable {
    /// The point's index in the input.
    public let index: Int
    /// The square of its distance, in square metres.
    public let squaredDistance: Double
    /// Its distance.
    public var distance: Distance { Distance(metres: squaredDistance.squareRoot()) }
  }

  private let bounds: BoundingBox
  private let cellSide: Double
  private let columns: Int
  private let rows: Int
  /// Where each cell's points begin; row by row from the south-west.
  private let starts: [Int]
  private let indices: [Int]
  private let points: [Coordinate]

  /// An index over the points, about two to a cell.
  ///
  /// - Parameter points: Finite positions; equal ones are kept apart by their index.
  /// - Complexity: O(*n*).
  public init(_ points: [Coordinate]) {
    let bounds = BoundingBox(around: points)
    let width = max(bounds.maxX - bounds.minX, 0)
    let height = max(bounds.maxY - bounds.minY, 0)
    let cells = max(Double(points.count) / 2, 1)
    // A line of points has no area; its longer side then sets the cells.
    let side = max((width * height / cells).squareRoot(), max(width, height) / cells, 1e-9)
    let columns = points.isEmpty ? 1 : Int(width / side) + 1
    let rows = points.isEmpty ? 1 : Int(height / side) + 1
    let cell = points.map { point in
      Int((point.y - bounds.minY) / side) * columns + Int((point.x - bounds.minX) / side)
    }
    var starts = Array(repeating: 0, count: columns * rows + 1)
    for index in cell { starts[index + 1] += 1 }
    for index in 0..<(columns * rows) { starts[index + 1] += starts[index] }
    var next = starts
    var indices = Array(repeating: 0, count: points.count)
    for (index, home) in cell.enumerated() {
      indices[next[home]] = index
      next[home] += 1
    }
    self.bounds = bounds
    cellSide = side
    self.columns = columns
    self.rows = rows
    self.starts = starts
    self.indices = indices
    self.points = indices.map { points[$0] }
  }

  /// All points at most `distance` away from a position, in index order.
  ///
  /// - Complexity: O(*k* log *k*) for *k* points in the cells touched.
  public func neighbours(of position: Coordinate, within distance: Distance) -> [Neighbour] {
    var found: [Neighbour] = []
    let limit = distance.metres * distance.metres
    guard !points.isEmpty, distance.metres >= 0, position.isFinite else { return found }
    guard bounds.squaredDistance(to: position) <= limit else { return found }
    // A difference that rounds to the distance may exceed it by half a unit in the last place;
    // two units more keep the cell of such a point in the range.
    let reach = distance.metres.nextUp.nextUp
    let west = clampedColumn(position.x - reach)
    let east = clampedColumn(position.x + reach)
    let south = clampedRow(position.y - reach)
    let north = clampedRow(position.y + reach)
    for row in south...north {
      for entry in starts[row * columns + west]..<starts[row * columns + east + 1] {
        let squared = points[entry].squaredDistance(to: position)
        if squared <= limit {
          found.append(Neighbour(index: indices[entry], squaredDistance: squared))
        }
      }
    }
    found.sort { $0.index < $1.index }
    return found
  }

  /// The `count` nearest points, and every further point exactly as near as the last of them.
  ///
  /// Ties are kept rather than broken, so the result does not depend on the order of the points
  /// and may hold more than `count`.
  ///
  /// - Returns: From near to far, ties in index order; all points if there are fewer than `count`.
  /// - Complexity: O(*k* log *k*) on well-spread data.
  public func nearest(_ count: Int, to position: Coordinate) -> [Neighbour] {
    guard count > 0, !points.isEmpty, position.isFinite else { return [] }
    let corner = Coordinate(
      x: max(abs(position.x - bounds.minX), abs(position.x - bounds.maxX)),
      y: max(abs(position.y - bounds.minY), abs(position.y - bounds.maxY)))
    let farthest = corner.distance(to: Coordinate(x: 0, y: 0)).metres
    let closest = bounds.squaredDistance(to: position).squareRoot()
    var radius = closest + cellSide * Double(count).squareRoot()
    while true {
      // Beyond the farthest corner nothing is left; a little more absorbs the square root.
      // Not merely greater: from far enough away both are infinite.
      let isComplete = radius >= farthest * (1 + 1e-12)
      var found = neighbours(of: position, within: Distance(metres: radius))
      if found.count >= count || isComplete {
        found.sort { ($0.squaredDistance, $0.index) < ($1.squaredDistance, $1.index) }
        guard found.count > count else { return found }
        let last = found[count - 1].squaredDistance
        return Array(found.prefix { $0.squaredDistance <= last })
      }
      radius *= 2
    }
  }

  private func clampedColumn(_ x: Double) -> Int {
    Int(min(max((x - bounds.minX) / cellSide, 0), Double(columns - 1)))
  }

  private func clampedRow(_ y: Double) -> Int {
    Int(min(max((y - bounds.minY) / cellSide, 0), Double(rows - 1)))
  }
}
