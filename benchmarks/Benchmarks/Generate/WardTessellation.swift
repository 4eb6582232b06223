/// Areas like wards, that cover the town without gap: uneven hexagons with borders that wind.
///
/// Neighbours share the very same vertices of the border between them. Everything is a sum, product
/// or square root of hashes, so the file is the same on any machine.
struct WardTessellation {
  /// How many hexagons there are; some are joined with others, some have another inside.
  static let count = 704
  /// The metres from the middle of a hexagon to a corner, before the town's middle is made denser.
  private static let size = 971.0

  /// The cell of a hexagonal grid, in rows that are shifted against each other.
  struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// A corner where three cells meet: the top or the bottom of one of them.
  private struct Corner: Hashable {
    var cell: Cell
    var isTop: Bool

    var number: UInt64 {
      (UInt64(cell.row + 512) << 11 | UInt64(cell.column + 512)) << 1 | (isTop ? 1 : 0)
    }
  }

  let cells: [Cell]
  /// The metres between vertices, about.
  private let spacing: Double
  private var borders: [UInt64: [Position]] = [:]

  init(spacing: Double) {
    self.spacing = spacing
    var candidates: [(level: Double, cell: Cell)] = []
    for row in -20...20 {
      for column in -26...26 {
        let cell = Cell(row: row, column: column)
        let (east, north) = Self.inHalfAxes(Self.middle(cell))
        candidates.append((Town.level(east, north), cell))
      }
    }
    candidates.sort { $0.level < $1.level }
    cells = candidates.prefix(Self.count).map(\.cell)
      .sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// A cell's middle, in metres from the town's.
  static func middle(_ cell: Cell) -> Position {
    let shift = cell.row.isMultiple(of: 2) ? 0 : 0.5
    return Position(
      x: (Double(cell.column) + shift) * size * 1.7320508, y: Double(cell.row) * size * 1.5)
  }

  private static func inHalfAxes(_ position: Position) -> (east: Double, north: Double) {
    (position.x / Town.halfWidth, position.y / Town.halfHeight)
  }

  /// The closed outline of a cell, anticlockwise.
  mutating func outline(_ cell: Cell) -> [Position] {
    let corners = Self.corners(cell)
    var ring: [Position] = []
    for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let border = border(min(start.number, end.number), max(start.number, end.number)) {
        start.number < end.number
          ? (Self.position(start), Self.position(end))
          : (Self.position(end), Self.position(start))
      }
      ring += start.number < end.number ? border.dropLast() : border.reversed().dropLast()
    }
    return ring + ring.prefix(1)
  }

  /// A closed ring well inside a cell, anticlockwise.
  mutating func enclave(_ cell: Cell) -> [Position] {
    let corners = Self.corners(cell)
    let positions = corners.map(Self.position)
    let middle = Position(
      x: positions.reduce(0) { $0 + $1.x } / 6, y: positions.reduce(0) { $0 + $1.y } / 6)
    let inner = positions.map {
      Position(x: middle.x + ($0.x - middle.x) * 0.3, y: middle.y + ($0.y - middle.y) * 0.3)
        .rounded(1000)
    }
    var ring: [Position] = []
    for side in 0..<6 {
      let key = corners[side].number | 1 << 63
      ring += border(key, 0) { (inner[side], inner[(side + 1) % 6]) }.dropLast()
    }
    return ring + ring.prefix(1)
  }

  /// From the top, anticlockwise.
  private static func corners(_ cell: Cell) -> [Corner] {
    let left = cell.row.isMultiple(of: 2) ? cell.column - 1 : cell.column
    func corner(_ row: Int, _ column: Int, isTop: Bool) -> Corner {
      Corner(cell: Cell(row: row, column: column), isTop: isTop)
    }
    return [
      corner(cell.row, cell.column, isTop: true), corner(cell.row + 1, left, isTop: false),
      corner(cell.row - 1, left, isTop: true), corner(cell.row, cell.column, isTop: false),
      corner(cell.row - 1, left + 1, isTop: true), corner(cell.row + 1, left + 1, isTop: false),
    ]
  }

  /// Where a corner is: moved a little, and nearer the town's middle.
  private static func position(_ corner: Corner) -> Position {
    var random = SplitMix64("corner", Int(corner.number))
    let middle = middle(corner.cell)
    let (x, y) = (
      middle.x + random.signed() * 0.17 * size,
      middle.y + (corner.isTop ? size : -size) + random.signed() * 0.17 * size
    )
    let (east, north) = (x / Town.halfWidth, y / Town.halfHeight)
    let pull = 0.75 + 0.25 * (east * east + north * north)
    return Position(x: Town.centre.x + x * pull, y: Town.centre.y + y * pull).rounded(1000)
  }
}

extension WardTessellation {
  /// The vertices of a border, made when first asked for.
  private mutating func border(
    _ first: UInt64, _ second: UInt64, between ends: () -> (Position, Position)
  ) -> [Position] {
    let key = SplitMix64.mixed(first ^ SplitMix64.mixed(second))
    if let known = borders[key] { return known }
    let (start, end) = ends()
    let border = winding(from: start, to: end, key)
    borders[key] = border
    return border
  }

  /// A line whose middle is moved aside, and the middles of its halves, and so on; by less and less
  /// of their lengths, so that no border meets itself or another.
  private func winding(from start: Position, to end: Position, _ key: UInt64) -> [Position] {
    var line = [start, end]
    let (x, y) = (end.x - start.x, end.y - start.y)
    var length = (x * x + y * y).squareRoot() * 1.15
    var (depth, roughness): (UInt64, Double) = (0, 0.15)
    while length > spacing {
      line = Self.halved(line, roughness, SplitMix64.mixed(key &+ depth))
      (length, depth, roughness) = (length / 2, depth + 1, roughness * 0.85)
    }
    return line.map { $0.rounded(1000) }
  }

  private static func halved(_ line: [Position], _ roughness: Double, _ key: UInt64)
    -> [Position]
  {
    var halved: [Position] = []
    halved.reserveCapacity(line.count * 2)
    for number in 0..<line.count - 1 {
      let (start, end) = (line[number], line[number + 1])
      let hash = SplitMix64.mixed(key ^ UInt64(number))
      let along = 0.5 + 0.1 * (Double(hash & 0xFFFF_FFFF) * 0x1p-31 - 1)
      let aside = roughness * (Double(hash >> 32) * 0x1p-31 - 1)
      let (x, y) = (end.x - start.x, end.y - start.y)
      halved.append(start)
      halved.append(
        Position(x: start.x + along * x - aside * y, y: start.y + along * y + aside * x))
    }
    return halved + line.suffix(1)
  }
}
