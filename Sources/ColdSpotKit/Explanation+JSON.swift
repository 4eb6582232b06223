internal import Catchments
internal import ColdSpots
internal import GeoJSON
internal import Places
internal import SimpleFeatures

extension Explanation {
  /// The explanation as one JSON document.
  public var json: [UInt8] {
    let summary = found.summary
    let measures = summary.measures
    func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
    return JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/explain/1")),
        .init("code", .string(found.area.code.description)),
        .init("name", .string(found.area.name)), .init("borough", .string(borough)),
        .init("level", .string(found.level.description)),
        .init("rank", summary.rank.map(JSONValue.integer) ?? .null),
        .init("ranked_areas", .integer(found.rankedCount)),
        .init("people", .number(summary.people)), .init("need", number(measures?.need)),
        .init("need_index", .string(needName)), .init("need_exponent", .number(needExponent)),
        .init("lack", number(measures?.lack)), .init("score", number(measures?.score)),
        .init("burden", number(measures?.burden)),
        .init("edge_exposure", number(measures?.edgeExposure)),
        .init("aggregation", .string(aggregation.rawValue)),
        .init("rank_low", found.interval.map { .integer($0.low) } ?? .null),
        .init("rank_high", found.interval.map { .integer($0.high) } ?? .null),
        .init("top_decile_share", number(found.interval?.topDecileShare)),
        .init("class", found.interval.map { .string($0.coldSpotClass.rawValue) } ?? .null),
        .init("cluster", found.cluster.map { .string($0.cluster.rawValue) } ?? .null),
        .init("scenarios", .integer(scenarioCount)),
        .init(
          "functions",
          .array(
            parts.map { part in
              .object([
                .init("name", .string(part.function)), .init("share", .number(part.weight)),
                .init("shortfall", .number(part.shortfall)),
                .init("part_of_lack", .number(part.shareOfLack)),
                .init("has_provider", .bool(part.hasProvider)),
              ])
            })),
        .init(
          "reached_by",
          .array(
            supporters.map { supporter in
              .object(
                [
                  .init("name", .string(supporter.name)),
                  .init("share_of_residents", .number(supporter.shareOfResidents)),
                  .init("mean_weight", .number(supporter.meanWeight)),
                  .init("route", .string(supporter.route.description)),
                  .init("functions", .array(supporter.functions.map(JSONValue.string))),
                ] + ToldBy(supporter.provenance, site: supporter.site).json)
            })),
        .init("why", .string(reason)),
      ]))
  }
}
