import AccessMeasures
import Catchments
import Foundation
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Drawn catchment` {
  /// The polygon with 64 corners on a circle of 100 m: ½ · 64 · r² · sin(2π∕64).
  private let disc = 0.5 * 64 * 100 * 100 * sin(2 * Double.pi / 64)

  private func area(of offsets: [Double], precision: LocationPrecision = .point) throws -> Double {
    let shape = try MultiPolygon.tile(at: Coordinate(x: 0, y: 0), side: 1000)
    let wards = try Boundaries(level: "ward", areas: [Area(code: "W1", name: "", shape: shape)])
    let place = PlaceTable.Row(id: "p", position: Coordinate(x: 0, y: 0), people: 1, needIndex: 0)
    let organisation = Organisation(
      id: "o", name: "",
      sites: offsets.map { Site(position: Coordinate(x: $0, y: 0), precision: precision) },
      functions: [0])
    let data = StudyData(
      wards: wards, boroughs: nil, places: try PlaceTable([place]),
      organisations: [organisation],
      functions: FunctionTable([
        SupportFunction(key: "a", column: "a", name: "A", specialisms: [])
      ]), outline: shape)
    let rules = CatchmentRules(reach: .disc(radius: .metres(100), decay: .step))
    return try CatchmentShapes(of: data, rules: rules).whole(of: organisation).area
  }

  @Test func `of one site is a disc`() throws {
    #expect(try area(of: [500]).agrees(with: disc))
    #expect(try area(of: []) == 0)
    #expect(try area(of: [500], precision: .postcodeSector) == 0)
  }

  @Test func `of several sites is their discs, ground under two counted once`() throws {
    #expect(try area(of: [0, 1000]).agrees(with: 2 * disc))
    #expect(try area(of: [300, 300]).agrees(with: disc))
    // The discs are turned alike, so half of their overlap is the segment of the polygon beyond
    // the chord midway: between them they cover more than one disc and less than two.
    let near = try area(of: [0, 100])
    #expect(near > disc && near < 2 * disc)
    // Two circles one radius apart overlap by r²(2π∕3 − √3∕2); polygons of 64 sides by nearly that.
    let lens = 100.0 * 100 * (2 * Double.pi / 3 - 3.0.squareRoot() / 2)
    #expect((2 * disc - near).agrees(with: lens, within: 0.005))
  }
}
