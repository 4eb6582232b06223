internal import ColdSpotKit
internal import GeoJSON

/// The figures of a scenario as the page takes them: one array a measure, in the order of the codes.
struct ScenarioAnswer {
  let result: StudyResult
  /// Where the organisations are, by their ids.
  let positions: [String: LonLat]
  let milliseconds: Double

  var json: [UInt8] {
    let analysis = result.analysis
    var levels = [level("wards", analysis.wards, in: analysis.data.wards)]
    if let boroughs = analysis.data.boroughs {
      levels.append(level("boroughs", analysis.boroughs, in: boroughs))
    }
    return JSONWriter(layout: .compact).write(
      .object([
        .init("levels", .object(levels)), .init("organisations", .array(organisations)),
        .init("summary", summary), .init("milliseconds", .number(milliseconds)),
      ]))
  }

  private func level(
    _ name: String, _ summaries: [AreaSummary], in boundaries: Boundaries
  ) -> JSONValue.Member {
    func array(_ value: (AreaSummary) -> JSONValue) -> JSONValue { .array(summaries.map(value)) }
    func measure(
      _ places: Int, _ value: @escaping (AreaSummary.Measures) -> Double
    ) -> JSONValue {
      array { $0.measures.map { Self.number(value($0), places) } ?? .null }
    }
    let organisations = result.analysis.data.organisations
    let functions = result.analysis.data.functions.functions.indices
    return .init(
      name,
      .object([
        .init("codes", array { .string(boundaries.areas[$0.area].code.description) }),
        .init("need", measure(6) { $0.need }), .init("lack", measure(6) { $0.lack }),
        .init("score", measure(4) { $0.score }), .init("burden", measure(2) { $0.burden }),
        .init("rank", array { $0.rank.map(JSONValue.integer) ?? .null }),
        .init("n_orgs", array { .integer($0.organisations.count) }),
        .init("n_indep", array { .integer($0.independentCount) }),
        .init(
          "near_m",
          array { $0.nearest.map { .integer(Int($0.distance.metres.rounded())) } ?? .null }),
        .init(
          "near_org",
          array { $0.nearest.map { .string(organisations[$0.organisation].name) } ?? .null }),
        .init("sole", array { .string($0.sole.map { organisations[$0].name } ?? "") }),
        .init(
          "missing",
          array { summary in
            guard summary.measures != nil else { return .string("") }
            return .string(summary.missing.map(String.init).joined(separator: ","))
          }),
        .init(
          "shortfalls",
          .array(functions.map { function in measure(6) { $0.shortfalls[function] } })),
        .init("why", array { .string(result.reason(for: $0)) }),
      ]))
  }

  private var organisations: [JSONValue] {
    let analysis = result.analysis
    return zip(analysis.data.organisations, analysis.catchments.participation).map {
      organisation, participation in
      let position = positions[organisation.id]
      return .object([
        .init("id", .string(organisation.id)), .init("name", .string(organisation.name)),
        .init("lon", position.map { Self.number($0.longitude, 7) } ?? .null),
        .init("lat", position.map { Self.number($0.latitude, 7) } ?? .null),
        .init("counted", .bool(participation == .counted)),
      ])
    }
  }

  private var summary: JSONValue {
    let coverage = result.analysis.coverage
    let people = result.analysis.data.places.totalPeople
    return .object([
      .init("people", Self.number(people, 1)),
      .init("people_unreached", Self.number(people - coverage.people(reachedByAtLeast: 1), 1)),
    ])
  }

  /// A number with no more digits than the layers of a run have.
  private static func number(_ value: Double, _ places: Int) -> JSONValue {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return .number((value * scale).rounded() / scale + 0)
  }
}
