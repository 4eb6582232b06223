internal import ColdSpots
public import Foundation
internal import GeoJSON
internal import MapLayers
internal import Places
internal import SpatialStatistics

extension Sensitivity {
  /// The names of the files that ``write(to:overwriting:)`` makes.
  public static let fileNames = [
    "sensitivity-wards.csv", "sensitivity-boroughs.csv", "sensitivity-places.csv",
    "sensitivity-choices.csv", "sensitivity-organisations.csv",
  ]

  /// Writes the tables; numbers have every digit.
  ///
  /// - Throws: ``StudyError/output(_:)``.
  public func write(
    to folder: URL, overwriting: Bool = false
  ) throws(StudyError) -> [WrittenFile] {
    let tables = [wards, boroughs, places, choiceTable, organisations]
    let files = zip(Self.fileNames, tables).compactMap { name, table in
      table.map { (name: name, content: $0.csv) }
    }
    return try result.write(
      files, to: folder, overwriting: overwriting, removing: Self.fileNames)
  }

  private static let intervalHeader = ["rank_lo", "rank_med", "rank_hi", "top_share", "class"]

  private func cells(_ interval: RankInterval?) -> [PropertyValue] {
    guard let interval else { return Self.intervalHeader.map { _ in .null } }
    return [
      .integer(interval.low), .integer(interval.median), .integer(interval.high),
      .number(interval.topDecileShare), .text(interval.coldSpotClass.rawValue),
    ]
  }

  private var wards: CSVTable? {
    let analysis = result.analysis
    let rows = analysis.wards.map { summary -> [PropertyValue] in
      let area = analysis.data.wards.areas[summary.area]
      let range = jackKnife.ranges[summary.area]
      let moved = jitter.intervals[summary.area]
      let zoned = zonings.wards[summary.area]
      return [
        .text(area.code.description), .text(area.name),
        .text(analysis.data.borough(of: area)?.name ?? ""),
        summary.rank.map(PropertyValue.integer) ?? .null,
      ] + cells(methods.wards.intervals[summary.area]) + [
        range.map { .integer($0.lowerBound) } ?? .null,
        range.map { .integer($0.upperBound) } ?? .null,
        moved.map { .integer($0.low) } ?? .null, moved.map { .integer($0.high) } ?? .null,
        zoned.map { .text($0.isCold ? "yes" : "no") } ?? .null,
        zoned.map { .number($0.inColdNeighbourhoods) } ?? .null,
        zoned.map { .number($0.inColdHexagons) } ?? .null,
        zoned.map { .text($0.isCold ? ($0.survives ? "yes" : "no") : "") } ?? .null,
      ]
    }
    return CSVTable(
      header: ["code", "name", "borough", "rank"] + Self.intervalHeader + [
        "without_lo", "without_hi", "moved_lo", "moved_hi", "cold", "in_cold_neighbourhoods",
        "in_cold_hexagons", "survives",
      ], rows: rows)
  }

  private var boroughs: CSVTable? {
    guard let boroughs = result.analysis.data.boroughs, let stability = methods.boroughs else {
      return nil
    }
    return CSVTable(
      header: ["code", "name", "rank"] + Self.intervalHeader,
      rows: result.analysis.boroughs.map { summary in
        let area = boroughs.areas[summary.area]
        return [
          .text(area.code.description), .text(area.name),
          summary.rank.map(PropertyValue.integer) ?? .null,
        ] + cells(stability.intervals[summary.area])
      })
  }

  private var places: CSVTable? {
    let analysis = result.analysis
    let (places, scores) = (analysis.data.places, analysis.scores)
    let ranks = CompetitionRanks.descending(
      places.people.indices.map { places.people[$0] > 0 ? scores.score[$0] : nil })
    let functions = analysis.data.functions.functions
    return CSVTable(
      header: ["id", "people", "need"] + functions.map { "short_\($0.key)" }
        + ["lack", "score", "burden", "rank"] + Self.intervalHeader,
      rows: places.ids.indices.map { place -> [PropertyValue] in
        [.text(places.ids[place]), .number(places.people[place]), .number(scores.need[place])]
          + functions.indices.map { .number(scores.shortfalls[$0][place]) }
          + [
            .number(scores.lack[place]), .number(scores.score[place]),
            .number(scores.burden[place]), ranks[place].map(PropertyValue.integer) ?? .null,
          ] + cells(methods.places.intervals[place])
      })
  }

  private var choiceTable: CSVTable? {
    CSVTable(
      header: [
        "choice", "own_value", "first_order", "total", "value", "mean_shift", "spearman",
        "top_decile_jaccard",
      ],
      rows: choices.flatMap { choice in
        choice.shifts.map { shift -> [PropertyValue] in
          [
            .text(choice.axis.description), .text(choice.ownValue),
            choice.firstOrder.map(PropertyValue.number) ?? .null,
            choice.total.map(PropertyValue.number) ?? .null, .text(shift.value),
            .number(shift.meanShift), shift.spearman.map(PropertyValue.number) ?? .null,
            .number(shift.topDecileJaccard),
          ]
        }
      })
  }

  private var organisations: CSVTable? {
    let data = result.analysis.data
    return CSVTable(
      header: ["id", "name", "mean_shift", "most_moved", "from_rank", "to_rank"],
      rows: jackKnife.omissions.map { omission in
        let organisation = data.organisations[omission.organisation]
        return [
          .text(organisation.id), .text(organisation.name), .number(omission.meanShift),
          omission.most.map { .text(data.wards.areas[$0.ward].code.description) } ?? .null,
          omission.most.map { .integer($0.from) } ?? .null,
          omission.most.map { .integer($0.to) } ?? .null,
        ]
      })
  }
}
