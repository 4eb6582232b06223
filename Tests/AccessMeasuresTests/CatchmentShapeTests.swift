import AccessMeasures
import Catchments
import Foundation
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Drawn catchment` {
  private func shapes(
    of offsets: [Double], precision: LocationPrecision = .point
  ) throws -> (shapes: CatchmentShapes, organisation: Organisation) {
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
    return (CatchmentShapes(of: data, rules: rules), organisation)
  }

  private func area(of offsets: [Double], precision: LocationPrecision = .point) throws -> Double {
    let (shapes, organisation) = try shapes(of: offsets, precision: precision)
    return try GroundCoverage(of: [shapes.catchment(of: organisation)]).area
  }

  private func drawnArea(of offsets: [Double]) throws -> Double {
    let (shapes, organisation) = try shapes(of: offsets)
    return try shapes.drawnDiscs(of: organisation)?.shape.area ?? 0
  }

  @Test func `of one site is a disc`() throws {
    #expect(try area(of: [500]).agrees(with: 100 * 100 * Double.pi))
    #expect(try area(of: []) == 0)
    #expect(try area(of: [500], precision: .postcodeSector) == 0)
  }

  @Test func `of several sites is their discs, ground under two counted once`() throws {
    let disc = 100 * 100 * Double.pi
    #expect(try area(of: [0, 1000]).agrees(with: 2 * disc))
    #expect(try area(of: [300, 300]).agrees(with: disc))
    // Two circles one radius apart overlap by r²(2π∕3 − √3∕2).
    let lens = 100.0 * 100 * (2 * Double.pi / 3 - 3.0.squareRoot() / 2)
    #expect(try area(of: [0, 100]).agrees(with: 2 * disc - lens))
  }

  @Test func `is drawn with 64 corners on each circle`() throws {
    // ½ · 64 · r² · sin(2π∕64).
    let disc = 0.5 * 64 * 100 * 100 * sin(2 * Double.pi / 64)
    #expect(try drawnArea(of: [500]).agrees(with: disc))
    #expect(try drawnArea(of: [0, 1000]).agrees(with: 2 * disc))
    #expect(try drawnArea(of: [300, 300]).agrees(with: disc))
    #expect(try drawnArea(of: []) == 0)
    // The discs are turned alike, so half of their overlap is the segment of the polygon beyond
    // the chord midway; polygons of 64 sides overlap by nearly as much as circles.
    let lens = 100.0 * 100 * (2 * Double.pi / 3 - 3.0.squareRoot() / 2)
    #expect((2 * disc - (try drawnArea(of: [0, 100]))).agrees(with: lens, within: 0.005))
  }
}
