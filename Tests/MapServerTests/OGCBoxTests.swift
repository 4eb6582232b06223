import GeoJSON
import MapLayers
import MapServer
import TestSupport
import Testing

@Suite struct `Features within a box` {
  private let town = OGCTown()
  private let items = "collections/wards/items"

  /// Wards are squares from (0, 0) to (1, 1), (1, 0) to (2, 1) and so on.
  @Test(arguments: [
    ("0.2,0.2,0.8,0.8", ["W0"]), ("-9,-9,9,9", ["W0", "W1", "W3", "W4", "W2"]),
    ("0.5,0.5,1.5,0.6", ["W0", "W1"]), ("1,0.5,1,0.5", ["W0", "W1"]), ("5,1,6,2", ["W4"]),
    ("5.0000001,0,6,1", []), ("0,1.0000001,5,2", []), ("-20,0,-19,1", []),
    ("0.20000000000000001,0.2,0.29999999999999999,0.8", ["W0"]),
    ("0.2,0.2,-10,0.8,0.8,10", ["W0"]), ("3.2,0.5,-1e9,3.5,0.6,1e10", ["W3"]),
    ("-1e300,-1e300,1e300,1e300", ["W0", "W1", "W3", "W4", "W2"]),
    ("-0,0,0,0", ["W0"]),
  ])
  func `are those that share a position with it`(box: String, ids: [String]) throws {
    let page = try town.json("\(items)?bbox=\(box)")
    #expect(page.ids == ids)
    #expect(page["numberMatched"] == .integer(ids.count))
  }

  @Test func `are not those whose own box alone meets it`() throws {
    // A triangle under the diagonal from (0, 0) to (1, 1), and a square with a hole.
    let triangle = [
      Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 1, y: 1), Position(x: 0, y: 0),
    ]
    let hole = Array(OGCTown.ring(west: 10.25, south: 0.25, side: 0.5).reversed())
    let line: Geometry = .lineString([Position(x: 20, y: 0), Position(x: 21, y: 1)])
    let layer = Layer(
      name: "shapes", title: "Shapes", columns: [],
      features: [
        LayerFeature(id: "triangle", geometry: .polygon([triangle]), values: []),
        LayerFeature(
          id: "ring", geometry: .multiPolygon([[OGCTown.ring(west: 10), hole]]), values: []),
        LayerFeature(id: "line", geometry: line, values: []),
      ])
    let town = OGCTown([layer])
    func ids(_ box: String) throws -> [String] {
      try town.json("collections/shapes/items?bbox=\(box)").ids
    }
    #expect(try ids("0.1,0.6,0.3,0.9") == [])
    #expect(try ids("0.1,0.3,0.3,0.9") == ["triangle"])
    #expect(try ids("0.5,0.5,0.5,0.5") == ["triangle"])
    #expect(try ids("0.6,0.2,0.7,0.3") == ["triangle"])
    #expect(try ids("10.4,0.4,10.6,0.6") == [])
    #expect(try ids("10.1,0.4,10.2,0.6") == ["ring"])
    #expect(try ids("10.4,0.4,10.8,0.6") == ["ring"])
    #expect(try ids("20.1,0.6,20.3,0.9") == [])
    #expect(try ids("20.1,0.2,20.3,0.9") == ["line"])
  }

  @Test func `beyond the antimeridian are found on both sides of it`() throws {
    let layer = Layer(
      name: "points", title: "Points", columns: [],
      features: [-180, -179, -170, 0, 170, 179, 180].map { longitude in
        LayerFeature(
          id: "\(Int(longitude))", geometry: .point(Position(x: longitude, y: 0)), values: [])
      })
    let town = OGCTown([layer])
    func ids(_ box: String) throws -> [String] {
      try town.json("collections/points/items?bbox=\(box)").ids
    }
    #expect(try ids("175,-1,-175,1") == ["-180", "-179", "179", "180"])
    #expect(try ids("170,-1,0,-170,1,0") == ["-180", "-179", "-170", "170", "179", "180"])
    #expect(try ids("-175,-1,175,1") == ["-170", "0", "170"])
    // From 10° E eastwards round to 5° E, as one box says it, all but what lies between.
    #expect(try ids("10,-1,5,1").count == 7)
    #expect(try ids("1,-1,-1,1") == ["-180", "-179", "-170", "170", "179", "180"])
  }

  @Test(arguments: ["-180,-90,180,90", "1,-90,-1,90", "-1e300,-1e300,1e300,1e300"])
  func `never are those without a place`(box: String) throws {
    let items = "collections/organisations-unplaced/items"
    #expect(try town.json(items).ids == ["u1"])
    #expect(try town.json("\(items)?bbox=\(box)").ids == [])
    #expect(try town.json(items)["features"]?.elements.first?["geometry"] == .null)
  }

  @Test(arguments: UInt64(0)..<20)
  func `are the points that a look at each one finds`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let points = (0..<300).map { _ in
      // A lattice, so that points often lie on the edge of a box.
      Position(
        x: Double(Int.random(in: -20...20, using: &random)) / 4,
        y: Double(Int.random(in: -20...20, using: &random)) / 4)
    }
    let layer = Layer(
      name: "points", title: "Points", columns: [],
      features: points.enumerated().map {
        LayerFeature(id: "\($0)", geometry: .point($1), values: [])
      })
    let town = OGCTown([layer])
    for _ in 0..<20 {
      let x = [0, 0].map { _ in Double(Int.random(in: -24...24, using: &random)) / 4 }.sorted()
      let y = [0, 0].map { _ in Double(Int.random(in: -24...24, using: &random)) / 4 }.sorted()
      let page = try town.json("collections/points/items?bbox=\(x[0]),\(y[0]),\(x[1]),\(y[1])")
      let expected = points.indices.filter { index in
        points[index].x >= x[0] && points[index].x <= x[1] && points[index].y >= y[0]
          && points[index].y <= y[1]
      }
      #expect(page.ids == expected.map(String.init))
    }
  }

  /// A convex shape meets a box just when clipping it to the box leaves something; the clipping
  /// here is that of Sutherland and Hodgman, which shares nothing with the service's way.
  @Test(arguments: UInt64(0)..<20)
  func `are the areas of which clipping leaves something`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let triangles = (0..<60).map { _ in
      (0..<3).map { _ in
        Position(
          x: .random(in: -5...5, using: &random), y: .random(in: -5...5, using: &random))
      }
    }
    let layer = Layer(
      name: "areas", title: "Areas", columns: [],
      features: triangles.enumerated().map { index, corners in
        LayerFeature(
          id: "\(index)", geometry: .multiPolygon([[corners + [corners[0]]]]), values: [])
      })
    // What is sent, and so what is searched, is not rounded in this layer.
    let town = OGCTown([layer])
    for _ in 0..<20 {
      let x = [0, 0].map { _ in Double.random(in: -6...6, using: &random) }.sorted()
      let y = [0, 0].map { _ in Double.random(in: -6...6, using: &random) }.sorted()
      let page = try town.json("collections/areas/items?bbox=\(x[0]),\(y[0]),\(x[1]),\(y[1])")
      let expected = triangles.indices.filter { !clipped(triangles[$0], x, y).isEmpty }
      #expect(page.ids == expected.map(String.init))
    }
  }

  private func clipped(_ corners: [Position], _ x: [Double], _ y: [Double]) -> [Position] {
    let sides: [(Position) -> Double] = [
      { $0.x - x[0] }, { x[1] - $0.x }, { $0.y - y[0] }, { y[1] - $0.y },
    ]
    return sides.reduce(corners) { corners, depth in
      corners.indices.flatMap { index -> [Position] in
        let (from, to) = (corners[index], corners[(index + 1) % corners.count])
        let (a, b) = (depth(from), depth(to))
        let kept = a >= 0 ? [from] : []
        guard (a >= 0) != (b >= 0) else { return kept }
        let share = a / (a - b)
        return kept + [
          Position(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
        ]
      }
    }
  }
}
