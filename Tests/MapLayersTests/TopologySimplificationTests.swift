import GeoJSON
import GeometryEngine
import MapLayers
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Simplified topology` {
  private static func ring(_ pairs: [(Double, Double)]) -> [Position] {
    (pairs + pairs.prefix(1)).map { Position(x: $0.0, y: $0.1) }
  }

  /// A round ring of fifteen corners.
  private static let manyCorners: [Position] = {
    var positions: [Position] = []
    // Turns by a rational angle, as exact on every machine: cos = 12 ∕ 13, sin = 5 ∕ 13.
    var (x, y) = (0.01, 0.0)
    for _ in 0..<15 {
      positions.append(Position(x: x, y: y + 51))
      (x, y) = ((12 * x - 5 * y) / 13, (5 * x + 12 * y) / 13)
    }
    return positions + positions.prefix(1)
  }()

  @Test func `leaves out a corner below the tolerance and keeps one above`() throws {
    // On the equator a degree is 6371008.8 · π ∕ 180 = 111195.08 m. The bump in the lower side is
    // a triangle of 0.002° by 0.001°, half of 222.39 m · 111.195 m = 12364.3 m².
    let square = Self.ring([
      (0, 0), (0.009, 0), (0.01, -0.001), (0.011, 0), (0.02, 0), (0.02, 0.02), (0, 0.02),
    ])
    let topology = Topology([.polygon([square])])
    let bump = Position(x: 0.01, y: -0.001)
    for (tolerance, isKept) in [(12_364.0, true), (12_365, false)] {
      let simple = try topology.simplified(toSquareMetres: tolerance)
      #expect(simple.arcs[0].contains(bump) == isKept)
      #expect(simple.arcs[0].count == (isKept ? 8 : 5))
    }
  }

  @Test func `measures triangles with the shrunken degrees of their latitude`() throws {
    // At 60° N a degree of longitude is half as long: half the area of the same triangle.
    let square = Self.ring([
      (0, 60), (0.009, 60), (0.01, 59.999), (0.011, 60), (0.02, 60), (0.02, 60.02), (0, 60.02),
    ])
    let topology = Topology([.polygon([square])])
    let bump = Position(x: 0.01, y: 59.999)
    // The middle latitude of the ring is 60.0095°, whose cosine is 0.49986: 6180.4 m².
    #expect(try topology.simplified(toSquareMetres: 6_179).arcs[0].contains(bump))
    #expect(try !topology.simplified(toSquareMetres: 6_182).arcs[0].contains(bump))
  }

  @Test func `leaves out nothing at a tolerance of zero`() throws {
    let topology = Topology(try TopologyTiling(seed: 1, cells: 3, bends: 4).geometries)
    #expect(try topology.simplified(toSquareMetres: 0) == topology)
  }

  @Test func `keeps three corners of a ring that meets no other`() throws {
    let topology = Topology([.polygon([Self.manyCorners])])
    let simple = try topology.simplified(toSquareMetres: 1e12)
    #expect(simple.arcs[0].count == 4)
    #expect(Set(simple.arcs[0]).count == 3)
  }

  @Test func `keeps a corner of one of the two arcs of a ring`() throws {
    // Two halves of a round area; each ring is the dividing line and half of the border.
    let round = Self.manyCorners
    let halves = [Array(round[0...7]) + [round[0]], Array(round[7...15]) + [round[7]]]
    let topology = Topology(halves.map { .polygon([$0]) })
    #expect(topology.areas.compactMap(\.self).joined().joined().allSatisfy { $0.count == 2 })
    let simple = try topology.simplified(toSquareMetres: 1e12)
    for half in 0..<2 {
      #expect(simple.geometry(of: half)?.polygons[0][0].count == 4)
      let plane = try #require(simple.geometry(of: half)).plane()
      #expect(try Validity.of(plane) == .valid)
    }
    #expect(simple.neighbours == [[1], [0]])
  }

  @Test func `gives back a bay that an island lies in`() throws {
    // Without its bump to the south the area would no longer hold the hole.
    let bump = Position(x: 0.01, y: -0.004)
    let outer = Self.ring([
      (0, 0), (0.009, 0), (0.01, -0.004), (0.011, 0), (0.02, 0), (0.02, 0.02), (0, 0.02),
    ])
    let hole = Self.ring([(0.0099, -0.002), (0.01, -0.001), (0.0101, -0.002)])
    let alone = try Topology([.polygon([outer])]).simplified(toSquareMetres: 1e6)
    #expect(!alone.arcs[0].contains(bump))
    let holed = try Topology([.polygon([outer, hole])]).simplified(toSquareMetres: 1e6)
    #expect(holed.arcs[0].contains(bump))
    let plane = try #require(holed.geometry(of: 0)).plane()
    #expect(try Validity.of(plane) == .valid)
  }

  @Test func `keeps areas apart that lie across a narrow gap`() throws {
    // Two areas meet at the tip of a tooth, which is a junction and stays. The tooth stands in a
    // notch of a third area, and does not touch it.
    let tip = Position(x: 0, y: -0.004)
    let west = Self.ring([
      (-0.02, 0.001), (-0.001, 0.001), (0, -0.004), (0, 0.02), (-0.02, 0.02),
    ])
    let east = Self.ring([(0.02, 0.001), (0.02, 0.02), (0, 0.02), (0, -0.004), (0.001, 0.001)])
    let south = Self.ring([
      (-0.02, 0), (-0.02, -0.02), (0.02, -0.02), (0.02, 0), (0.0015, 0), (0, -0.0055), (-0.0015, 0),
    ])
    let notch = Position(x: 0, y: -0.0055)
    let alone = try Topology([.polygon([south])]).simplified(toSquareMetres: 5e5)
    #expect(!alone.arcs[0].contains(notch))
    let all = try Topology([west, east, south].map { .polygon([$0]) })
      .simplified(toSquareMetres: 5e5)
    let place = Coordinate(x: tip.x, y: tip.y)
    #expect(try #require(all.geometry(of: 2)).plane().location(of: place) == .exterior)
  }

  @Test func `simplifies areas that overlap from the start`() throws {
    // Two round areas, one a little to the east of the other, as catchments overlap.
    let moved = Self.manyCorners.map { Position(x: $0.x + 0.007, y: $0.y) }
    let topology = Topology([.polygon([Self.manyCorners]), .polygon([moved])])
    let simple = try topology.simplified(toSquareMetres: 1e12)
    #expect(simple.positionCount == 2 * 4)
  }

  @Test func `leaves an area as invalid as it was given`() throws {
    // A figure of eight is no area; nothing that is restored can make it one.
    let eight = Self.ring([(0, 0), (0.02, 0.02), (0.02, 0), (0, 0.02)])
    let topology = Topology([.polygon([eight])])
    #expect(try topology.simplified(toSquareMetres: 1e12).positionCount <= 5)
  }

  @Test(arguments: UInt64(0)..<8, [1e3, 1e4, 1e5, 1e12])
  func `keeps areas valid and their borders shared`(seed: UInt64, tolerance: Double) throws {
    let tiling = try TopologyTiling(seed: seed, cells: 4, bends: 8)
    let topology = Topology(tiling.geometries)
    let simple = try topology.simplified(toSquareMetres: tolerance)
    #expect(simple.positionCount < topology.positionCount)
    #expect(simple.neighbours == topology.neighbours)
    let areas = try tiling.geometries.indices.map {
      try #require(simple.geometry(of: $0)).plane()
    }
    for area in areas { #expect(try Validity.of(area) == .valid) }
    // Away from the outer border every position lies in exactly one area: no gap, no overlap.
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let position = Coordinate(
        x: .random(in: 0.005...0.035, using: &random),
        y: .random(in: 51.005...51.035, using: &random))
      let places = areas.map { $0.location(of: position) }
      #expect(places.count { $0 == .interior } == 1 || places.contains(.boundary))
    }
  }

  @Test(arguments: UInt64(0)..<8)
  func `keeps fewer positions at a greater tolerance, each one of the original`(
    seed: UInt64
  ) throws {
    let topology = Topology(try TopologyTiling(seed: seed, cells: 3, bends: 9).geometries)
    var last = topology.arcs.map { Set($0) }
    for tolerance in [1e2, 1e3, 1e4, 1e5] {
      let simple = try topology.simplified(toSquareMetres: tolerance)
      for (arc, positions) in simple.arcs.enumerated() {
        #expect(Set(positions).isSubset(of: last[arc]))
        #expect(positions.first == topology.arcs[arc].first)
        #expect(positions.last == topology.arcs[arc].last)
      }
      last = simple.arcs.map { Set($0) }
    }
  }

  @Test func `meets a count of positions as far as rings allow`() throws {
    let topology = Topology(try TopologyTiling(seed: 5, cells: 5, bends: 10).geometries)
    let count = topology.positionCount
    for target in [count, count - 1, count / 2, count / 4] {
      let simple = try topology.simplified(toPositions: target)
      #expect(simple.positionCount <= target)
      // One tolerance more or less changes few positions.
      #expect(simple.positionCount > target - 10)
    }
    let least = try topology.simplified(toPositions: 0)
    #expect(least.positionCount == (try topology.simplified(toSquareMetres: 1e12)).positionCount)
  }

  @Test func `simplifies nothing at all without complaint`() throws {
    #expect(try Topology([]).simplified(toSquareMetres: 1e6).arcs.isEmpty)
    #expect(try Topology([nil]).simplified(toPositions: 0).areas == [nil])
  }
}
