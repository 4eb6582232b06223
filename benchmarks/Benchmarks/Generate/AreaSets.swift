/// Areas with a value that is like their neighbours', and the eight nearest of each.
enum AreaSets {
  /// `areas_N`: x, y and value; `areas_N_knn8`: the numbers of the eight nearest, ascending.
  static func areas(_ count: Int, to path: String) throws {
    let name = "areas \(count)"
    var random = SplitMix64(name)
    let positions = (0..<count).map { _ in Town.position(&random).rounded(100) }
    let waves = (0..<25).map { _ in
      (random.bell() / 12_000, random.bell() / 12_000, random.unit(), random.unit())
    }
    try PointSets.table(path, ["x", "y", "value"], decimals: [2, 2, 4], count: count) { number in
      let position = positions[number]
      let regional = waves.reduce(0) { sum, wave in
        let (east, north, shift, height) = wave
        return sum + height * Self.wave(position.x * east + position.y * north + shift)
      }
      let base = max(0.05, 1 + 0.08 * regional + 0.18 * random.bell())
      let value = (base * base * base * 100 * 10_000).rounded() / 10_000
      return [position.x, position.y, value]
    }
    let nearest = NearestNeighbours(positions)
    try PointSets.table(
      path + "_knn8", (0..<8).map { "n\($0)" }, decimals: Array(repeating: 0, count: 8),
      count: count
    ) { number in nearest.of(number, count: 8).sorted().map(Double.init) }
  }

  /// A wave of period 1 between −1 and 1, made of parabolas.
  private static func wave(_ turn: Double) -> Double {
    let phase = (turn - turn.rounded(.down)) * 2 - 1
    return 4 * phase * (1 - phase.magnitude)
  }
}

/// The nearest of many positions, by squared distance, then by number.
private struct NearestNeighbours {
  private let positions: [Position]
  private let side = 300.0
  private let columns: Int
  private let rows: Int
  private var cells: [[Int32]]

  init(_ positions: [Position]) {
    self.positions = positions
    columns = Int(Town.halfWidth * 3 / side) + 1
    rows = Int(Town.halfHeight * 3 / side) + 1
    cells = Array(repeating: [], count: columns * rows)
    for (number, position) in positions.enumerated() {
      let (column, row) = cell(position)
      cells[row * columns + column].append(Int32(number))
    }
  }

  private func cell(_ position: Position) -> (column: Int, row: Int) {
    (
      Int((position.x - Town.centre.x + Town.halfWidth * 1.5) / side),
      Int((position.y - Town.centre.y + Town.halfHeight * 1.5) / side)
    )
  }

  /// The numbers of the nearest others.
  func of(_ number: Int, count: Int) -> [Int] {
    let position = positions[number]
    let (column, row) = cell(position)
    var found: [(square: Double, number: Int)] = []
    // Cells in square rings outwards; after ring r everything within r sides has been seen.
    for ring in 0...max(columns, rows) {
      for y in max(0, row - ring)...min(rows - 1, row + ring) {
        let isEdge = abs(y - row) == ring
        let step = isEdge || ring == 0 ? 1 : ring * 2
        for x in stride(from: column - ring, through: column + ring, by: step)
        where x >= 0 && x < columns {
          for other in cells[y * columns + x] where Int(other) != number {
            let (dx, dy) = (
              positions[Int(other)].x - position.x, positions[Int(other)].y - position.y
            )
            found.append((dx * dx + dy * dy, Int(other)))
          }
        }
      }
      guard found.count >= count else { continue }
      found.sort { ($0.square, $0.number) < ($1.square, $1.number) }
      let seen = Double(ring) * side
      if found[count - 1].square < seen * seen { break }
    }
    return found.prefix(count).map(\.number)
  }
}
