import Intake
import GeometryEngine
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Boundary check laws` {
  /// A grid of squares of side 10 in which some corners, shared or not, are moved: a coverage with
  /// overlaps and gaps here and there.
  private static func map(
    using random: inout SeededGenerator, side: Int = 5
  ) -> [BoundaryCheck.Subject] {
    (0..<side * side).map { number in
      let (column, row) = (Double(number % side) * 10, Double(number / side) * 10)
      let corners = [(0, 0), (10, 0), (10, 10), (0, 10)].map { dx, dy in
        let isMoved = Int.random(in: 0..<6, using: &random) == 0
        let shift = isMoved ? Double.random(in: -2...2, using: &random) : 0
        return Coordinate(x: column + Double(dx) + shift, y: row + Double(dy) - shift / 2)
      }
      return BoundaryCheck.Subject(
        code: AreaCode("\(number)"), name: "", parent: AreaCode("P\(number % 2)"),
        parts: [[corners]])
    }
  }

  private static let parents: [BoundaryCheck.Subject] = [
    .rectangle("P0", 0...30, 0...50), .rectangle("P1", 30...50, 0...50),
  ]

  @Test(arguments: UInt64(0)..<20)
  func `the order of areas does not matter`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let areas = Self.map(using: &random)
    let report = BoundaryCheck().report(on: areas, within: Self.parents)
    let shuffled = areas.shuffled(using: &random)
    #expect(report == BoundaryCheck().report(on: shuffled, within: Self.parents.reversed()))
    #expect(report.count(of: .overlap) > 0)
  }

  @Test(arguments: UInt64(0)..<20)
  func `the drawing of an area does not matter`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let areas = Self.map(using: &random)
    let redrawn = try areas.map { area in
      BoundaryCheck.Subject(
        code: area.code, name: area.name, parent: area.parent,
        shape: try area.shape.redrawn(using: &random))
    }
    let (one, other) = (BoundaryCheck().report(on: areas), BoundaryCheck().report(on: redrawn))
    #expect(one.isValidCoverage == other.isValidCoverage)
    Self.expectAgreement(one, other)
  }

  @Test(arguments: UInt64(0)..<20)
  func `moving all areas moves the faults with them`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Whole multiples of 1 ∕ 1024, so that moving them loses nothing.
    let areas = try Self.map(using: &random).map { area in
      try area.moved {
        Coordinate(x: ($0.x * 1024).rounded() / 1024, y: ($0.y * 1024).rounded() / 1024)
      }
    }
    let (dx, dy) = (531_072.0, -181_248.0)
    let moved = try areas.map { try $0.moved { Coordinate(x: $0.x + dx, y: $0.y + dy) } }
    let (one, other) = (BoundaryCheck().report(on: areas), BoundaryCheck().report(on: moved))
    #expect(one.isValidCoverage == other.isValidCoverage)
    Self.expectAgreement(one, other)
    for (here, there) in zip(one.faults, other.faults) {
      let (place, image) = (here.position, there.position)
      #expect(abs((image?.x ?? 0) - (place?.x ?? 0) - dx) < 1e-6)
      #expect(abs((image?.y ?? 0) - (place?.y ?? 0) - dy) < 1e-6)
    }
  }

  private static func expectAgreement(
    _ one: BoundaryCheck.Report, _ other: BoundaryCheck.Report
  ) {
    #expect(one.faults.map(\.codes) == other.faults.map(\.codes))
    #expect(one.kinds == other.kinds)
    for (here, there) in zip(one.faults, other.faults) {
      let (area, image) = (here.patch?.area ?? 0, there.patch?.area ?? 0)
      #expect(area.agrees(with: image, within: 1e-9))
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `areas, overlaps and gaps add up to the ground within`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let areas = Self.map(using: &random)
    // A frame around all of them, so that all ground that none covers is enclosed.
    let frame = BoundaryCheck.Subject(
      code: "frame", name: "",
      parts: [
        [-20.0...70, -10.0...60].map { range in
          let (low, high) = (range.lowerBound, range.upperBound)
          return [(low, low), (high, low), (high, high), (low, high)].map(Coordinate.init)
        }
      ])
    let report = BoundaryCheck(thresholds: .init(leastArea: 0)).report(on: areas + [frame])
    #expect(report.count(of: .invalidShape) == 0)
    let union = try Overlay.union(areas.map(\.shape))
    let uncovered = report.faults.filter { $0.kind == .gap || $0.kind == .hole }
      .reduce(0) { $0 + ($1.patch?.area ?? 0) }
    #expect(uncovered.agrees(with: 70 * 70 - union.area, within: 1e-9))
    for fault in report.faults where fault.kind == .overlap {
      let shapes = fault.codes.compactMap { code in areas.first { $0.code == code }?.shape }
      let shared = try Overlay.intersection(shapes[0], shapes[1])
      #expect(fault.patch?.area.agrees(with: shared.area, within: 1e-12) == true)
      let position = try #require(fault.position)
      #expect(shapes.allSatisfy { $0.location(of: position) == .interior })
    }
    // And no overlap is missed.
    let pairs = try AreaOverlaps(of: areas.map(\.shape), with: areas.map(\.shape)).pairs
    #expect(report.count(of: .overlap) == pairs.count { $0.source < $0.target })
  }

  @Test(arguments: UInt64(0)..<50)
  func `a partition is a valid coverage, and is not when a corner goes missing`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    // Corners of a grid moved together, so that neighbours share them; cells stay convex.
    let side = 4
    var corners: [[Coordinate]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          Coordinate(
            x: Double(column) * 10 + .random(in: -2...2, using: &random),
            y: Double(row) * 10 + .random(in: -2...2, using: &random))
        })
    }
    func cell(_ row: Int, _ column: Int, _ middle: Bool) -> BoundaryCheck.Subject {
      var ring = [
        corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
        corners[row + 1][column],
      ]
      if middle { ring.insert(ring[1].middle(to: ring[2]), at: 2) }
      return BoundaryCheck.Subject(
        code: AreaCode("\(row)\(column)"), name: "", parts: [[ring]])
    }
    let cells = (0..<side).flatMap { row in (0..<side).map { cell(row, $0, false) } }
    #expect(BoundaryCheck().report(on: cells).isValidCoverage == true)
    // One cell gets a corner more on its eastern border, on it or a rounding error off it.
    let place = Int.random(in: 0..<side, using: &random)
    var changed = cells
    changed[place * side] = cell(place, 0, true)
    let report = BoundaryCheck().report(on: changed)
    let middle = changed[place * side].shape.polygons[0].exterior.corners[2]
    let neighbour = cells[place * side + 1].shape
    // Rounding may have put it into the gap rather than onto the border or across it.
    #expect(report.isValidCoverage == (neighbour.location(of: middle) == .exterior))
  }
}
