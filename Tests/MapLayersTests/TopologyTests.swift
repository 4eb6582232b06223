import GeoJSON
import MapLayers
import TestSupport
import Testing

@Suite struct `Topology of areas` {
  /// A closed ring through whole-numbered positions.
  private static func ring(_ pairs: (Double, Double)...) -> [Position] {
    (pairs + pairs.prefix(1)).map { Position(x: $0.0, y: $0.1) }
  }

  private static func square(_ x: Double, _ y: Double, side: Double = 1) -> [Position] {
    ring((x, y), (x + side, y), (x + side, y + side), (x, y + side))
  }

  /// Four squares around one corner.
  ///
  ///     2 3
  ///     0 1
  private static let four: [Geometry] = [
    .polygon([square(0, 0)]), .polygon([square(1, 0)]), .polygon([square(0, 1)]),
    .polygon([square(1, 1)]),
  ]

  @Test func `cuts four squares into four shared sides and four outer corners`() {
    let topology = Topology(Self.four)
    // Shared sides run from the middle to the middles of the sides; outside, two edges and the
    // corner between them belong to one square alone.
    #expect(topology.arcs.count == 8)
    #expect(topology.arcs.count { $0.count == 2 } == 4)
    #expect(topology.arcs.count { $0.count == 3 } == 4)
    #expect(topology.positionCount == 4 * 2 + 4 * 3)
    let uses = topology.areas.compactMap(\.self).joined().joined().joined()
    let byArc = Dictionary(grouping: uses) { $0 < 0 ? ~$0 : $0 }
    #expect(byArc.values.count { $0.count == 2 } == 4)
    // Both squares wind counter-clockwise, so they run along a shared side in opposite directions.
    #expect(byArc.values.filter { $0.count == 2 }.allSatisfy { $0[0] == ~$0[1] })
  }

  @Test func `has neighbours across sides but not across a corner`() {
    #expect(Topology(Self.four).neighbours == [[1, 2], [0, 3], [0, 3], [1, 2]])
  }

  @Test func `makes one closed arc of a border that meets no other`() {
    // Given from its greatest corner, clockwise.
    let given = Self.ring((3, 2), (3, 0), (1, 1), (2, 2))
    let topology = Topology([.polygon([given])])
    // From the least corner towards the lesser of its two neighbours, (2, 2) rather than (3, 0).
    #expect(topology.arcs == [Self.ring((1, 1), (2, 2), (3, 2), (3, 0))])
    #expect(topology.areas == [[[[0]]]])
    #expect(topology.neighbours == [[]])
  }

  @Test func `shares the shore of an island with the hole around it`() {
    let island = Self.square(1, 1)
    let lake = Geometry.polygon([Self.square(0, 0, side: 3), island.reversed()])
    let topology = Topology([lake, .multiPolygon([[island]])])
    #expect(topology.arcs.count == 2)
    #expect(topology.areas[0]?[0][1].map { ~$0 } == topology.areas[1]?[0][0])
    #expect(topology.neighbours == [[1], [0]])
  }

  @Test func `stores the border of equal areas once, however they were drawn`() {
    let topology = Topology([
      .polygon([Self.square(0, 0)]), .polygon([Self.ring((1, 1), (1, 0), (0, 0), (0, 1))]),
    ])
    #expect(topology.arcs == [Self.ring((0, 0), (0, 1), (1, 1), (1, 0))])
    #expect(topology.neighbours == [[1], [0]])
  }

  @Test func `does not take a touch at one corner for a border`() {
    let topology = Topology([.polygon([Self.square(0, 0)]), .polygon([Self.square(1, 1)])])
    #expect(topology.arcs.count == 2)
    #expect(topology.arcs.allSatisfy { $0.first == $0.last && $0.first == Position(x: 1, y: 1) })
    #expect(topology.neighbours == [[], []])
  }

  @Test func `ends an arc where a border begins to divide two others`() {
    // The long side of the lower area has a corner where the two upper ones meet.
    let topology = Topology([
      .polygon([Self.ring((0, 0), (2, 0), (2, 1), (1, 1), (0, 1))]),
      .polygon([Self.square(0, 1)]), .polygon([Self.square(1, 1)]),
    ])
    #expect(topology.neighbours == [[1, 2], [0, 2], [0, 1]])
    let sides = Set(topology.arcs.filter { $0.count == 2 })
    #expect(
      sides == [
        [Position(x: 0, y: 1), Position(x: 1, y: 1)], [Position(x: 1, y: 1), Position(x: 2, y: 1)],
        [Position(x: 1, y: 1), Position(x: 1, y: 2)],
      ])
  }

  @Test func `keeps a ring that comes back to one of its corners`() {
    let bow = Self.ring((0, 0), (1, 1), (2, 0), (2, 2), (1, 1), (0, 2))
    let topology = Topology([.polygon([bow])])
    #expect(topology.arcs.count == 2)
    #expect(topology.geometry(of: 0)?.polygons[0][0].count == bow.count)
    #expect(topology.neighbours == [[]])
  }

  @Test func `leaves out rings that enclose nothing`() {
    let flat = Self.ring((0, 0), (1, 0), (0, 0), (1, 0))
    let topology = Topology([
      .multiPolygon([[flat], [Self.square(0, 0), Self.ring((0.5, 0.5), (0.5, 0.5))], []]),
      .multiPolygon([[flat, Self.square(5, 5)]]),
    ])
    #expect(topology.geometry(of: 0)?.polygons.map(\.count) == [1])
    #expect(topology.geometry(of: 1) == .multiPolygon([]))
  }

  @Test func `has nothing of points, lines and places unknown`() {
    let point = Geometry.point(Position(x: 0, y: 0))
    let topology = Topology([nil, point, .lineString(Self.square(0, 0)), .multiPolygon([])])
    #expect(topology.areas == [nil, nil, nil, []])
    #expect(topology.arcs.isEmpty)
    #expect(topology.geometry(of: 1) == nil)
    #expect(topology.neighbours == [[], [], [], []])
  }

  @Test(arguments: UInt64(0)..<20)
  func `puts every area together again`(seed: UInt64) throws {
    let tiling = try TopologyTiling(seed: seed, cells: 4, bends: 5)
    let topology = Topology(tiling.geometries)
    for (feature, geometry) in tiling.geometries.enumerated() {
      #expect(
        topology.geometry(of: feature)?.fromLeastPositions == geometry.fromLeastPositions)
    }
    // 2 · 4 · 5 borders between corners; at the four outer corners two of them make one arc, and
    // the shore is one more.
    #expect(topology.arcs.count == 2 * 4 * 5 - 4 + 1)
  }

  @Test(arguments: UInt64(0)..<10)
  func `has the same arcs whatever the order of areas and the start of rings`(
    seed: UInt64
  ) throws {
    let geometries = try TopologyTiling(seed: seed, cells: 3, bends: 3).geometries
    var random = SeededGenerator(seed: seed)
    let redrawn = geometries.shuffled(using: &random).map { geometry in
      Geometry.multiPolygon(
        geometry.polygons.map { rings in
          rings.map { ring in
            let corners = ring.dropLast()
            let start = Int.random(in: corners.indices, using: &random)
            let turned = Array(corners[start...] + corners[...start])
            return Bool.random(using: &random) ? turned.reversed() : turned
          }
        })
    }
    let (one, other) = (Topology(geometries), Topology(redrawn))
    #expect(one.arcs.count == other.arcs.count)
    #expect(Set(one.arcs) == Set(other.arcs))
  }

  @Test func `finds the neighbours of a layer's wards`() throws {
    // Two by two wards: each has two sides in common with others.
    let topology = Topology(try DrawnTown().builder.wards())
    #expect(topology.neighbours.map(\.count) == [2, 2, 2, 2])
  }
}
