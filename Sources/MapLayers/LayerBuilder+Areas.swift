internal import ColdSpots
internal import GeoJSON
public import GeometryEngine
internal import Places
internal import SimpleFeatures

extension LayerBuilder {
  /// The wards, the coldest first; those without residents last.
  public func wards() throws(GeometryEngineError) -> Layer {
    try areaLayer(
      "wards", boundaries: analysis.data.wards, summaries: analysis.wards,
      intervals: stability?.wards.intervals, isTopLevel: false)
  }

  /// The boroughs, the coldest first; `nil` for a study without any.
  public func boroughs() throws(GeometryEngineError) -> Layer? {
    guard let boroughs = analysis.data.boroughs else { return nil }
    return try areaLayer(
      "boroughs", boundaries: boroughs, summaries: analysis.boroughs,
      intervals: stability?.boroughs?.intervals, isTopLevel: true)
  }

  private static let identity = [
    Column("code", .text, "code of the area; also the feature's id"),
    Column("name", .text, "name of the area"),
    Column("level", .text, "what kind of area"),
    Column("boro_code", .text, "code of the borough it belongs to"),
    Column("boro_name", .text, "name of the borough it belongs to"),
    Column("vintage", .text, "edition of the boundaries"),
  ]

  private static let measures = [
    Column("people", .decimal(places: 1), "residents"),
    Column("need", .decimal(places: 6), "need percentile, 0 to 1, higher is more need"),
    Column("lack", .decimal(places: 6), "lack of support, 0 to 1, higher is less support"),
    Column("lack_min", .decimal(places: 6), "least lack among the places in it"),
    Column("lack_max", .decimal(places: 6), "greatest lack among the places in it"),
    Column("score", .decimal(places: 4), "cold-spot score, 0 to 100, higher is colder"),
    Column("burden", .decimal(places: 2), "resident-equivalents without adequate support"),
    Column("rank", .integer, "1 is the coldest of its level; null without residents"),
  ]

  private static let support = [
    Column("n_orgs", .integer, "organisations that reach at least one resident"),
    Column("n_indep", .integer, "independent ones: a host and its projects count once"),
    Column("n_sourced", .integer, "of n_orgs, those whose facts rest on a page that is named"),
    Column("sole", .text, "the only independent organisation that reaches it, or empty"),
    Column(
      "near_m", .integer,
      "metres to the nearest located organisation, from where residents live on average"),
    Column("near_org", .text, "the nearest located organisation"),
  ]

  private static let explanation = [
    Column("missing", .text, "functions that nobody provides here, separated by semicolons"),
    Column("why", .text, "the reason for the score, or for its absence, in words"),
    Column("edge", .decimal(places: 4), "share of the surroundings outside the data, 0 to 1"),
  ]

  private static let cluster = Column(
    "cluster", .text,
    "cold or warm where the ward and its neighbours lack more or less support than chance "
      + "explains (G*, 5 % false discoveries), else empty")

  private func cluster(of summary: AreaSummary, isTopLevel: Bool) -> PropertyValue {
    guard let clusters, !isTopLevel else { return .null }
    return .text(clusters.wards[summary.area].cluster.rawValue)
  }

  private func areaLayer(
    _ name: String, boundaries: Boundaries, summaries: [AreaSummary],
    intervals: [RankInterval?]?, isTopLevel: Bool
  ) throws(GeometryEngineError) -> Layer {
    let columns =
      Self.identity + Self.measures + Self.firmness + [Self.cluster] + Self.support
      + functionColumns
      + Self.explanation
    let order = summaries.sorted { ($0.rank ?? .max, $0.area) < ($1.rank ?? .max, $1.area) }
    var features: [LayerFeature] = []
    for summary in order {
      let area = boundaries.areas[summary.area]
      let values =
        identity(of: area, in: boundaries, isTopLevel: isTopLevel) + measures(of: summary)
        + Self.firmness(of: intervals?[summary.area])
        + [cluster(of: summary, isTopLevel: isTopLevel)]
        + support(of: summary) + shortfalls(of: summary) + explanation(of: summary)
      features.append(
        LayerFeature(
          id: area.code.description, geometry: try projection.area(area.shape), values: values))
    }
    return Layer(
      name: name, title: "Cold spots of support by \(boundaries.level)", columns: columns,
      features: features)
  }

  private func identity(
    of area: Area, in boundaries: Boundaries, isTopLevel: Bool
  ) -> [PropertyValue] {
    let parent = isTopLevel ? area : analysis.data.borough(of: area)
    return [
      .text(area.code.description), .text(area.name), .text(boundaries.level.description),
      .text(parent?.code.description ?? area.parent?.description ?? ""),
      .text(parent?.name ?? ""), .text(boundaries.vintage.description),
    ]
  }

  private func measures(of summary: AreaSummary) -> [PropertyValue] {
    let measures = summary.measures
    let values: [Double?] = [
      summary.people, measures?.need, measures?.lack, measures?.lackRange.lowerBound,
      measures?.lackRange.upperBound, measures?.score, measures?.burden ?? 0,
      summary.rank.map(Double.init),
    ]
    return zip(Self.measures, values).map { $0.value($1) }
  }

  private func support(of summary: AreaSummary) -> [PropertyValue] {
    [
      .integer(summary.organisations.count), .integer(summary.independentCount),
      .integer(summary.organisations.count { hasPage($0) }),
      .text(name(ofOrganisation: summary.sole)),
      summary.nearest.map { .integer(Int($0.distance.metres.rounded())) } ?? .null,
      .text(name(ofOrganisation: summary.nearest?.organisation)),
    ]
  }

  private func hasPage(_ organisation: Int) -> Bool {
    !analysis.data.organisations[organisation].provenance.url.isEmpty
  }

  private func shortfalls(of summary: AreaSummary) -> [PropertyValue] {
    functionColumns.indices.map { function in
      functionColumns[function].value(summary.measures?.shortfalls[function])
    }
  }

  private func explanation(of summary: AreaSummary) -> [PropertyValue] {
    let functions = analysis.data.functions
    let reason = Reason(
      for: summary, organisations: analysis.data.organisations, functions: functions)
    let missing = summary.measures == nil ? [] : summary.missing
    return [
      .text(missing.map { functions.functions[$0].key }.joined(separator: ";")),
      .text(reason.description), Self.explanation[2].value(summary.measures?.edgeExposure),
    ]
  }
}
