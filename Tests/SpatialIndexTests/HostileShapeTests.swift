import SimpleFeatures
import SpatialIndex
import Testing

@Suite struct `Hostile shapes` {
  /// Every edge of a comb runs the whole height, so it meets a cell of every row.
  @Test func `are located by an index of ordinary size`() throws {
    let teeth = 20_000
    var corners: [Coordinate] = []
    for tooth in 0..<teeth {
      corners.append(Coordinate(x: Double(2 * tooth), y: 1000))
      corners.append(Coordinate(x: Double(2 * tooth + 1), y: 1))
    }
    corners.append(Coordinate(x: Double(2 * teeth), y: 1000))
    corners.append(Coordinate(x: Double(2 * teeth), y: 0))
    corners.append(Coordinate(x: 0, y: 0))
    let comb = MultiPolygon([Polygon(exterior: try LinearRing(corners))])
    let locator = AreaLocator([comb])
    #expect(locator.area(at: Coordinate(x: 1, y: 0.5)) == 0)
    for tooth in stride(from: 0, to: teeth, by: 997) {
      // Halfway up, the comb is inside within half a metre of a tooth, outside between two.
      let x = Double(2 * tooth)
      #expect(locator.area(at: Coordinate(x: x + 0.4, y: 500)) == 0)
      #expect(locator.area(at: Coordinate(x: x + 1, y: 500)) == nil)
    }
  }
}
