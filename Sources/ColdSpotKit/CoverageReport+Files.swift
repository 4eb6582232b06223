internal import AccessMeasures
internal import ColdSpots
public import Foundation
internal import GeoJSON
internal import MapLayers
internal import Places

extension CoverageReport {
  /// The names of the files that ``write(to:overwriting:)`` makes.
  public static let fileNames = [
    "coverage-wards.csv", "coverage-places.csv", "coverage-organisations.csv",
  ]

  /// Writes the tables; numbers have every digit.
  ///
  /// - Throws: ``StudyError/output(_:)``.
  public func write(
    to folder: URL, overwriting: Bool = false
  ) throws(StudyError) -> [WrittenFile] {
    let files = zip(Self.fileNames, [wards, places, organisations]).map { name, table in
      (name: name, content: table.csv)
    }
    return try result.write(
      files, to: folder, overwriting: overwriting, removing: Self.fileNames)
  }

  private var depths: ClosedRange<Int> { 1...Self.depth }

  private var wards: CSVTable {
    let (data, coverage) = (result.analysis.data, result.analysis.coverage)
    return CSVTable(
      header: ["code", "name", "area_m2"] + depths.map { "area_share_\($0)" } + ["people"]
        + depths.map { "people_\($0)" },
      rows: result.analysis.wards.map { summary -> [PropertyValue] in
        let area = data.wards.areas[summary.area]
        return [
          .text(area.code.description), .text(area.name), .number(area.shape.area),
        ] + depths.map { .number(shares[$0 - 1][summary.area]) } + [.number(summary.people)]
          + depths.map { count in
            .number(
              summary.places.reduce(0) {
                $0 + (coverage.organisations[$1] >= count ? data.places.people[$1] : 0)
              })
          }
      })
  }

  private var places: CSVTable {
    let (data, coverage) = (result.analysis.data, result.analysis.coverage)
    let functions = coverage.functionCounts(of: data.organisations.map(\.functions))
    return CSVTable(
      header: ["id", "people", "n_orgs", "n_indep", "n_functions", "sole", "chance"],
      rows: data.places.ids.indices.map { place in
        [
          .text(data.places.ids[place]), .number(data.places.people[place]),
          .integer(coverage.organisations[place]), .integer(coverage.independent[place]),
          .integer(functions[place]),
          .text(coverage.sole[place].map { data.organisations[$0].id } ?? ""),
          .number(expectation.chances[place]),
        ]
      })
  }

  private var organisations: CSVTable {
    let (data, coverage) = (result.analysis.data, result.analysis.coverage)
    var position: [Int: Int] = [:]
    for (index, organisation) in counted.enumerated() { position[organisation] = index }
    return CSVTable(
      header: [
        "id", "name", "counted", "area_m2", "sole_area_m2", "people_reached", "people_lost",
      ],
      rows: data.organisations.indices.map { index -> [PropertyValue] in
        let organisation = data.organisations[index]
        let place = position[index]
        return [
          .text(organisation.id), .text(organisation.name),
          .text(place == nil ? "no" : "yes"), .number(place.map { ground.areas[$0] } ?? 0),
          .number(place.map { ground.soleAreas[$0] } ?? 0),
          .number(coverage.peopleReached[index]), .number(coverage.peopleLostIfClosed[index]),
        ]
      })
  }
}
