import GeoJSON
import Testing

@testable import ColdSpotKit
@testable import Report

/// The outlines of the map.
@Suite struct `The map's shapes` {
  @Test func `have the neighbours of a chessboard's rook, both ways`() throws {
    let neighbours = try neighbours(of: TownRun())
    // 6 7 8
    // 3 4 5
    // 0 1 2
    let expected = [
      [1, 3], [0, 2, 4], [1, 5], [0, 4, 6], [1, 3, 5, 7], [2, 4, 8], [3, 7], [4, 6, 8], [5, 7],
    ]
    #expect(neighbours == expected)
    for (ward, others) in neighbours.enumerated() {
      #expect(others.allSatisfy { neighbours[$0].contains(ward) })
    }
  }

  @Test func `start at the north-west corner, in metres`() throws {
    let frame = try #require(try page(of: TownRun()).data()["frame"])
    // At 51.515° on WGS 84 a degree of longitude is π/180 · a cos φ ∕ √(1 − e² sin² φ) = 69,418 m
    // and one of latitude π/180 · a (1 − e²) ∕ (1 − e² sin² φ)^1.5 = 111,258 m; the town is three
    // hundredths of each.
    #expect(frame["width"] == .integer(2083))
    #expect(frame["height"] == .integer(3338))
    let shapes = try page(of: TownRun()).column("shapes")
    // The ward in the north-west has a corner at the origin.
    #expect(shapes[6].text?.hasPrefix("M0 1113l694") == true)
  }

  @Test func `draw a ward and its borough to the same line`() throws {
    let page = try page(of: TownRun(cornersPerSide: 4))
    let wards = try [0, 3, 6].map { try corners(of: page.column("shapes")[$0]) }
    let borough = try corners(of: page.column("shapes", of: "boroughs")[0])
    #expect(borough.isSubset(of: wards.reduce(into: []) { $0.formUnion($1) }))
  }

  @Test func `have their centres inside`() throws {
    let page = try page(of: TownRun())
    let centres = try page.column("centres").map { $0.array ?? [] }
    // The middle ward's centre is the middle of the town.
    #expect(centres[4] == [.integer(1041), .integer(1669)])
  }

  @Test func `stay below the limit of corners`() throws {
    let town = TownRun(cornersPerSide: 1500)
    let shapes = try page(of: town).column("shapes")
    let count = try shapes.reduce(0) { try $0 + corners(of: $1).count }
    #expect(count < 2 * MapShapes.cornerLimit)
  }

  private func page(of town: TownRun) throws -> PageReading {
    try PageReading(HTMLPage.render(town.published()))
  }

  private func neighbours(of town: TownRun) throws -> [[Int]] {
    try page(of: town).column("neighbours").map { list in
      (list.array ?? []).compactMap(\.double).map { Int($0) }
    }
  }

  /// The corners of a path, read as the script reads it.
  private func corners(of path: JSONValue) throws -> Set<MapPoint> {
    var corners: Set<MapPoint> = []
    for ring in try #require(path.text).split(separator: "M") {
      let numbers = ring.matches(of: /-?\d+/).compactMap { Int($0.output) }
      var at = MapPoint(x: 0, y: 0)
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        at = MapPoint(x: at.x + numbers[index], y: at.y + numbers[index + 1])
        corners.insert(at)
      }
    }
    return corners
  }
}
