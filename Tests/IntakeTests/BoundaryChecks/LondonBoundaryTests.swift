import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Files whose defects are described beside them.
///
/// Measures were taken with Shapely 2.2.0 on GEOS
/// 3.14.1: `coverage_is_valid`, `intersection` of each pair, and the holes of `union_all`.
@Suite(.enabled(if: OutsideBoundaries.exist)) struct `Boundaries of London` {
  @Test(
    arguments: [
      ("registry/boroughs_lnd_full.geojson", 33, 3),
      ("registry/boroughs_lnd_gen20m.geojson", 33, 3),
      ("registry/boroughs_lnd_gen100m.geojson", 33, 3),
      ("registry/wards_2025_derived.geojson", 704, 40),
      ("registry/wards_2025_derived_gen60m.geojson", 704, 40),
      ("github/boroughs_2024_ons_ultragen.geojson", 33, 4),
      ("github/wards_2011_fullres.geojson.gz", 649, 0),
      ("github/wards_2021_ons_ultragen.geojson", 657, 9),
      ("github/wards_2025_ons_gen.geojson", 704, 23),
      ("github/lsoa21_london.geojson.gz", 4994, 37),
    ])
  func `are a valid coverage of valid shapes`(file: String, count: Int, inParts: Int) throws {
    let areas = try OutsideBoundaries.areas(file)
    #expect(areas.count == count)
    #expect(areas.count { $0.shape.polygons.count > 1 } == inParts)
    let report = BoundaryCheck().report(on: areas)
    #expect(report.isValidCoverage == true)
    #expect(report.count(of: .invalidShape) == 0)
    #expect(report.count(of: .overlap) == 0)
    #expect(report.count(of: .gap) + report.count(of: .hole) == 0)
    #expect(report.stepsCutShort == [])
  }

  @Test func `of 2011 overlap and gape between two neighbourhoods`() throws {
    let areas = try OutsideBoundaries.areas("github/lsoa11_london.geojson.gz")
    let report = BoundaryCheck().report(on: areas)
    #expect(report.isValidCoverage == false)
    #expect(report.count(of: .invalidShape) == 0)
    let overlaps = report.faults.filter { $0.kind == .overlap }
    #expect(overlaps.map(\.codes) == [["3919", "3925"]])
    #expect(overlaps[0].patch?.area.agrees(with: 0.7390934889934879, within: 1e-9) == true)
    let gaps = report.faults.filter { $0.kind == .gap || $0.kind == .hole }
    #expect(gaps.map(\.codes) == [["3919", "3925"]])
    #expect(gaps[0].patch?.area.agrees(with: 0.5514479883421757, within: 1e-9) == true)
    #expect(gaps[0].patch?.width.metres.agrees(with: 0.00939821994958426, within: 1e-9) == true)
    #expect(report.count(of: .tinyPart) == 1)
  }

  @Test func `of output areas have fourteen shapes that are not valid`() throws {
    let areas = try OutsideBoundaries.areas("github/oa11_london.geojson.gz")
    #expect(areas.count == 25_053)
    #expect(areas.count { $0.shape.polygons.count > 1 } == 120)
    let report = BoundaryCheck().report(on: areas)
    #expect(report.count(of: .invalidShape) == 14)
    #expect(report.isValidCoverage == true)
    #expect(report.count(of: .overlap) == 0)
    let repairs = BoundaryCheck().repairs(of: areas)
    #expect(repairs.changes.count == 14)
    // They touch themselves and do not cross, so mending changes no area.
    #expect(repairs.changes.allSatisfy { abs($0.areaChange) < 1e-6 })
    #expect(BoundaryCheck().repairs(of: repairs.areas).changes == [])
  }
}
