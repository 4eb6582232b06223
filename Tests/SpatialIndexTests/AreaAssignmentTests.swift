import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@testable import SpatialIndex

@Suite struct `Assignment to areas` {
  /// What a look at every edge says, without an index.
  private static func first(of areas: [MultiPolygon], at position: Coordinate) -> Int? {
    areas.firstIndex { $0.location(of: position) != .exterior }
  }

  @Test(arguments: AreaCollection.allCases, UInt64(0)..<6)
  func `is what a look at every edge says`(collection: AreaCollection, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let areas = try collection.areas(using: &random)
    let positions = Self.positions(around: areas, using: &random)
    let locator = AreaLocator(areas)
    let expected = positions.map { Self.first(of: areas, at: $0) }
    #expect(Array(locator.areas(at: positions)) == expected)
    #expect(positions.map(locator.area(at:)) == expected)
    let wrong = positions.indices.filter { index in
      // Another area each time, and the one found.
      [index * 7 % areas.count, expected[index] ?? 0].contains { area in
        locator.location(of: positions[index], inArea: area)
          != areas[area].location(of: positions[index])
      }
    }
    #expect(wrong.isEmpty)
  }

  // Products of ordinates as these under- or overflow.
  @Test(
    arguments: [AreaCollection.onAnchors, .overlapping], [0x1p-1000, 0x1p-400, 0x1p400, 0x1p1000])
  func `does not depend on the unit of length`(collection: AreaCollection, unit: Double) throws {
    var random = SeededGenerator(seed: 9)
    let areas = try collection.areas(using: &random)
    let positions = Self.positions(around: areas, using: &random)
    let locator = AreaLocator(try areas.map { try $0.scaled(by: unit) })
    let scaled = positions.map { Coordinate(x: $0.x * unit, y: $0.y * unit) }
    #expect(Array(locator.areas(at: scaled)) == positions.map { Self.first(of: areas, at: $0) })
  }

  /// Corners, middles of edges, the places next to them, other places near them, and far ones.
  private static func positions(
    around areas: [MultiPolygon], using random: inout SeededGenerator
  ) -> [Coordinate] {
    var positions: [Coordinate] = []
    for area in areas.shuffled(using: &random).prefix(150) {
      let box = area.bounds
      let delicate = area.delicatePositions(using: &random)
      positions +=
        delicate.count > 60 ? Array(delicate.shuffled(using: &random).prefix(60)) : delicate
      for _ in 0..<4 {
        let place = Coordinate.random(in: box, using: &random)
        positions += [
          place, Coordinate(x: (place.x * 4).rounded() / 4, y: (place.y * 4).rounded() / 4),
          Coordinate(x: place.x, y: box.maxY), Coordinate(x: box.minX, y: place.y),
          Coordinate(x: place.x, y: box.minY - (box.maxY - box.minY)),
        ]
      }
    }
    positions = Array(positions.shuffled(using: &random).prefix(3000))
    return positions + [
      Coordinate(x: 1e300, y: 0), Coordinate(x: -1e300, y: 1), Coordinate(x: 0, y: -1e9),
      Coordinate(x: .nan, y: 0), Coordinate(x: 0, y: .nan), Coordinate(x: .infinity, y: 0),
      Coordinate(x: 0, y: -.infinity),
    ]
  }

  @Test func `does not depend on the number of threads`() throws {
    var random = SeededGenerator(seed: 1)
    let areas = try AreaCollection.overlapping.areas(using: &random)
    let box = BoundingBox(minX: -500, minY: -500, maxX: 2500, maxY: 2500)
    let positions = (0..<200_001).map { _ in Coordinate.random(in: box, using: &random) }
    let locator = AreaLocator(areas)
    let one = locator.areas(at: positions)
    #expect(one.count == positions.count)
    for threads in [2, 3, 7] {
      #expect(locator.areas(at: positions, threads: Threads(threads)) == one)
    }
    #expect(locator.areas(at: [], threads: Threads(2)).isEmpty)
    #expect(AreaLocator([]).areas(at: positions, threads: Threads(2)).allSatisfy { $0 == nil })
  }

  @Test func `tells indices as numbers of four bytes, -1 for none`() throws {
    let square = MultiPolygon(try .around(BoundingBox(minX: 0, minY: 0, maxX: 1, maxY: 1)))
    let positions = [Coordinate(x: 0.5, y: 0.5), Coordinate(x: 2, y: 0), Coordinate(x: 1, y: 1)]
    let assignment = AreaLocator([MultiPolygon([]), square]).areas(at: positions)
    #expect(assignment.areas == [1, -1, 1])
    #expect(Array(assignment) == [1, nil, 1])
  }

  // Far more edges meet in a cell of the first table than in one of a table of its own.
  @Test(arguments: [
    AreaCollection.cityAndIsland, .cityInCityInCountry, .fineBorderInCountry,
  ])
  func `divides cells with many edges`(collection: AreaCollection) throws {
    var random = SeededGenerator(seed: 1)
    let cells = try #require(AreaCells(collection.areas(using: &random)))
    #expect(cells.tables.count > 1)
    let leaves = cells.tables.flatMap { table in
      table.borderCells.indices.dropLast().filter { table.borderCells[$0].table == 0 }.map {
        table.runs(ofBorderCell: $0).reduce(0) { $0 + Int(table.runs[$1].count) }
      }
    }
    #expect(leaves.allSatisfy { $0 < 128 })
  }

  @Test(arguments: AreaCollection.allCases)
  func `takes memory for a few entries an edge`(collection: AreaCollection) throws {
    var random = SeededGenerator(seed: 1)
    let cells = try #require(AreaCells(collection.areas(using: &random)))
    let edges = cells.corners.count
    #expect(cells.tables.reduce(0) { $0 + $1.runs.count } < 12 * edges)
    #expect(cells.tables.reduce(0) { $0 + $1.blocks.count + $1.cells.count } < 100 * edges + 200)
  }
}
