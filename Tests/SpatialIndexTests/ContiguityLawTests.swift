import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

@Suite struct `Laws of contiguity` {
  @Test(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
  func `queen gives libpysal's lists of the reference wards`() throws {
    let wards = try ReferenceAreas(path: ReferenceCases.path("inputs/wards.geojson"))
    let codes = try wards.areas.map { try $0.text("ward") }
    var expected: [String: [String]] = [:]
    for row in try PlainTable(path: ReferenceCases.path("inputs/ward_neighbors.csv")).rows {
      expected[try row.text("focal"), default: []].append(try row.text("neighbor"))
    }
    let lists = Contiguity.queen.neighbours(of: wards.shapes)
    #expect(lists.count == codes.count)
    for (code, list) in zip(codes, lists) {
      #expect(list.map { codes[$0] } == expected[code, default: []].sorted(), "\(code)")
    }
  }

  // Shapes with whole-metre corners, for which whole-number arithmetic is exact.
  @Test(arguments: UInt64(0)..<8)
  func `agrees with whole-number arithmetic on every pair of edges`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let areas = try Self.wholeMetreAreas(using: &random)
    let edges = areas.map(WholeEdge.edges)
    func expected(_ test: (WholeEdge, WholeEdge) -> Bool) -> [[Int]] {
      areas.indices.map { one in
        areas.indices.filter { other in
          one != other && edges[one].contains { edge in edges[other].contains { test(edge, $0) } }
        }
      }
    }
    let rook = Contiguity.rook.neighbours(of: areas)
    #expect(rook == expected { $0.sharesStretch(with: $1) })
    #expect(rook.contains { !$0.isEmpty })
    for tolerance in [0, 1, 2, 5] {
      let lists = Contiguity.queen.neighbours(of: areas, tolerance: .metres(Double(tolerance)))
      #expect(lists == expected { $0.comes(within: tolerance, of: $1) }, "\(tolerance) m")
    }
  }

  private static func wholeMetreAreas(
    using random: inout SeededGenerator
  ) throws -> [MultiPolygon] {
    try (0..<40).map { index in
      let centre = Coordinate(
        x: 530_000 + Double(Int.random(in: 0...100, using: &random)),
        y: 180_000 + Double(Int.random(in: 0...100, using: &random)))
      // More corners than a run of edges has, and squares that often share part of a side.
      guard index.isMultiple(of: 2) else { return try .tile(at: centre, side: 12) }
      let star = try LinearRing.randomStar(
        corners: .random(in: 3...50, using: &random), radii: 4...12, around: centre,
        using: &random)
      return MultiPolygon(
        try LinearRing(star.corners.map { Coordinate(x: $0.x.rounded(), y: $0.y.rounded()) }))
    }
  }

  @Test(arguments: Ground.all, UInt64(0)..<5)
  func `is symmetric, and rook's neighbours are queen's`(ground: Ground, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let areas = try ground.subdivision(using: &random).areas
    for tolerance in [0, ground.spacing / 100, ground.spacing] {
      let queen = Contiguity.queen.neighbours(of: areas, tolerance: .metres(tolerance))
      let rook = Contiguity.rook.neighbours(of: areas, tolerance: .metres(tolerance))
      for lists in [queen, rook] {
        for (area, list) in lists.enumerated() {
          #expect(list == Set(list).sorted() && !list.contains(area))
          #expect(list.allSatisfy { lists[$0].contains(area) })
        }
      }
      #expect(zip(rook, queen).allSatisfy { Set($0).isSubset(of: $1) })
    }
  }

  @Test(arguments: Ground.all, UInt64(0)..<5)
  func `does not depend on how and in which order areas are drawn`(
    ground: Ground, seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let areas = try ground.subdivision(using: &random).areas
    let order = areas.indices.shuffled(using: &random)
    let redrawn = try order.map { try areas[$0].redrawn(using: &random) }
    for rule in [Contiguity.queen, .rook] {
      for tolerance in [0, ground.spacing / 100] {
        let lists = rule.neighbours(of: areas, tolerance: .metres(tolerance))
        let others = rule.neighbours(of: redrawn, tolerance: .metres(tolerance))
        for (place, area) in order.enumerated() {
          #expect(others[place].map { order[$0] }.sorted() == lists[area])
        }
      }
    }
  }

  @Test(arguments: Ground.all, UInt64(0)..<5)
  func `loses no neighbour to a tolerance, nor to twice the tolerance`(
    ground: Ground, seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let areas = try ground.subdivision(using: &random).areas
    for rule in [Contiguity.queen, .rook] {
      var fewer = rule.neighbours(of: areas)
      for share in [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128] {
        let more = rule.neighbours(of: areas, tolerance: .metres(ground.spacing * share))
        #expect(zip(fewer, more).allSatisfy { Set($0).isSubset(of: $1) })
        fewer = more
      }
    }
  }

  @Test(arguments: UInt64(0)..<5)
  func `does not change with spare corners along straight edges`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // With a grain, the middle of an edge lies exactly on it.
    let areas = try Ground.all[0].subdivision(using: &random).areas
    let wordy = try areas.map { area in
      MultiPolygon(
        try area.polygons.map { polygon in
          Polygon(
            exterior: try Self.withMiddles(polygon.exterior),
            holes: try polygon.holes.map(Self.withMiddles))
        })
    }
    for rule in [Contiguity.queen, .rook] {
      for tolerance in [0, 0.25] {
        #expect(
          rule.neighbours(of: wordy, tolerance: .metres(tolerance))
            == rule.neighbours(of: areas, tolerance: .metres(tolerance)))
      }
    }
  }

  private static func withMiddles(_ ring: LinearRing) throws -> LinearRing {
    try LinearRing(
      ring.corners.indices.flatMap { index in
        let corner = ring.corners[index]
        return [corner, corner.middle(to: ring.corners[(index + 1) % ring.corners.count])]
      })
  }
}

/// An edge between whole-metre corners, for exact answers by another way.
private struct WholeEdge {
  let from: (x: Int, y: Int)
  let to: (x: Int, y: Int)

  static func edges(of area: MultiPolygon) -> [WholeEdge] {
    area.rings.flatMap { ring in
      ring.corners.indices.map { index in
        let (a, b) = (ring.corners[index], ring.corners[(index + 1) % ring.corners.count])
        return WholeEdge(from: (Int(a.x), Int(a.y)), to: (Int(b.x), Int(b.y)))
      }
    }
  }

  private var box: (x: ClosedRange<Int>, y: ClosedRange<Int>) {
    (min(from.x, to.x)...max(from.x, to.x), min(from.y, to.y)...max(from.y, to.y))
  }

  /// Twice the signed area of the triangle with a position.
  private func area(_ position: (x: Int, y: Int)) -> Int {
    (to.x - from.x) * (position.y - from.y) - (to.y - from.y) * (position.x - from.x)
  }

  private func hasOn(_ position: (x: Int, y: Int)) -> Bool {
    area(position) == 0 && box.x.contains(position.x) && box.y.contains(position.y)
  }

  private func meets(_ other: WholeEdge) -> Bool {
    if hasOn(other.from) || hasOn(other.to) || other.hasOn(from) || other.hasOn(to) { return true }
    return area(other.from).signum() * area(other.to).signum() < 0
      && other.area(from).signum() * other.area(to).signum() < 0
  }

  func sharesStretch(with other: WholeEdge) -> Bool {
    guard area(other.from) == 0, area(other.to) == 0, meets(other) else { return false }
    // Some two of the four ends are on both edges, and not the same position.
    let shared = [from, to].filter(other.hasOn) + [other.from, other.to].filter(hasOn)
    return shared.contains { $0.x != shared[0].x || $0.y != shared[0].y }
  }

  func comes(within metres: Int, of other: WholeEdge) -> Bool {
    meets(other) || isWithin(metres, of: other.from) || isWithin(metres, of: other.to)
      || other.isWithin(metres, of: from) || other.isWithin(metres, of: to)
  }

  private func isWithin(_ metres: Int, of position: (x: Int, y: Int)) -> Bool {
    func square(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int)) -> Int {
      (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    }
    let limit = metres * metres
    if square(from, position) <= limit || square(to, position) <= limit { return true }
    let length = square(from, to)
    let along =
      (position.x - from.x) * (to.x - from.x) + (position.y - from.y) * (to.y - from.y)
    return along > 0 && along < length && area(position) * area(position) <= limit * length
  }
}
