internal import GeoJSON
internal import SpatialStatistics

extension StatisticsQuery {
  typealias Answer = (header: [String], rows: [[PropertyValue]])

  private static let testHeader = [
    "p_upper", "p_lower", "p_two_sided", "significant_bh", "significant_by",
  ]

  /// One cell per column of `testHeader` and area.
  private func tests(_ permutations: [PermutationTest?]) -> [[PropertyValue]] {
    let twoSided = permutations.map { $0?.twoSided }
    let hochberg = FalseDiscoveryRate(of: twoSided, rate: falseDiscoveryRate)
    let yekutieli = FalseDiscoveryRate(
      of: twoSided, rate: falseDiscoveryRate, procedure: .benjaminiYekutieli)
    return permutations.enumerated().map { area, test in
      guard let test else { return Self.testHeader.map { _ in .null } }
      return [
        .number(test.upper), .number(test.lower), .number(test.twoSided),
        .text(hochberg.isRejected[area] ? "yes" : "no"),
        .text(yekutieli.isRejected[area] ? "yes" : "no"),
      ]
    }
  }

  /// Which of the areas Benjamini and Hochberg call significant.
  private func isSignificant(_ permutations: [PermutationTest?]) -> [Bool] {
    FalseDiscoveryRate(of: permutations.map { $0?.twoSided }, rate: falseDiscoveryRate).isRejected
  }

  func local(
    _ statistic: GetisOrd, _ ids: [String], _ values: [Double], _ neighbours: Neighbours
  ) -> Answer {
    let reasons = Self.reasons(
      isNull: statistic.areas.map { $0.z == nil || $0.permutation == nil && hasShuffles }, values,
      neighbours)
    let tests = tests(statistic.areas.map(\.permutation))
    let isSignificant = isSignificant(statistic.areas.map(\.permutation))
    let rows = statistic.areas.enumerated().map { area, found -> [PropertyValue] in
      let test = found.permutation
      let label = test.map { $0.upper < $0.lower ? "hot" : "cold" } ?? ""
      return [
        .text(ids[area]), .number(values[area]), cell(found.value), cell(found.expectation),
        cell(found.variance), cell(found.z),
      ] + tests[area] + [.text(isSignificant[area] ? label : ""), .text(reasons[area])]
    }
    return (
      ["id", "variable", "value", "expectation", "variance", "z"] + Self.testHeader
        + ["cluster", "reason"], rows
    )
  }

  func local(
    _ statistic: LocalMoran, _ ids: [String], _ values: [Double], _ neighbours: Neighbours
  ) -> Answer {
    let reasons = Self.reasons(
      isNull: statistic.areas.map { $0.value == nil || $0.permutation == nil && hasShuffles },
      values, neighbours)
    let tests = tests(statistic.areas.map(\.permutation))
    let isSignificant = isSignificant(statistic.areas.map(\.permutation))
    let rows = statistic.areas.enumerated().map { area, found -> [PropertyValue] in
      [
        .text(ids[area]), .number(values[area]), cell(found.z), cell(found.value),
        found.quadrant.map { .integer($0.rawValue) } ?? .null, cell(found.expectation),
        cell(found.variance), cell(found.conditionalExpectation),
        cell(found.conditionalVariance),
      ] + tests[area] + [
        .text(isSignificant[area] ? found.quadrant?.label ?? "" : ""), .text(reasons[area]),
      ]
    }
    return (
      [
        "id", "variable", "z", "value", "quadrant", "expectation", "variance",
        "expectation_conditional", "variance_conditional",
      ] + Self.testHeader + ["cluster", "reason"], rows
    )
  }

  func local(
    _ statistic: LocalJoinCounts, _ ids: [String], _ values: [Double], _ neighbours: Neighbours
  ) -> Answer {
    var reasons = Self.reasons(
      isNull: statistic.areas.map { $0.value == nil || $0.permutation == nil && hasShuffles },
      values, neighbours)
    // Only areas that are marked are tested.
    for area in values.indices where values[area] == 0 && reasons[area] == "others_alike" {
      reasons[area] = "not_marked"
    }
    let tests = tests(statistic.areas.map(\.permutation))
    let rows = statistic.areas.enumerated().map { area, found -> [PropertyValue] in
      [.text(ids[area]), .number(values[area]), cell(found.value)] + tests[area]
        + [.text(reasons[area])]
    }
    return (["id", "variable", "value"] + Self.testHeader + ["reason"], rows)
  }

  func fields(
    _ fields: [(name: String, value: Double?)], _ values: [Double], _ neighbours: Neighbours
  ) -> Answer {
    let reason = Self.reason(values, isIsland: neighbours.pairCount == 0)
    return (
      ["field", "value", "reason"],
      fields.map { [.text($0.name), cell($0.value), .text($0.value == nil ? reason : "")] }
    )
  }

  private var hasShuffles: Bool {
    if case .none = permutations { false } else { true }
  }

  /// Why each area has no statistic or no test; empty for those that have both.
  private static func reasons(
    isNull: [Bool], _ values: [Double], _ neighbours: Neighbours
  ) -> [String] {
    isNull.indices.map { area in
      isNull[area] ? reason(values, isIsland: neighbours.isIsland(area)) : ""
    }
  }

  private static func reason(_ values: [Double], isIsland: Bool) -> String {
    if values.count < 3 { return "too_few_areas" }
    if values.allSatisfy({ $0 == values[0] }) { return values[0] == 0 ? "all_zero" : "constant" }
    return isIsland ? "no_neighbours" : "others_alike"
  }

  private func cell(_ value: Double?) -> PropertyValue { value.map(PropertyValue.number) ?? .null }
}

extension LocalMoran.Quadrant {
  /// What a significant area of the quadrant is.
  fileprivate var label: String {
    switch self {
    case .highHigh: "high-high"
    case .lowHigh: "low-high"
    case .lowLow: "low-low"
    case .highLow: "high-low"
    }
  }
}

/// The fields of a test, which are there whether or not it could be made.
private func fields(
  _ test: NormalTest?, _ hypothesis: String
) -> [(name: String, value: Double?)] {
  [
    ("variance_\(hypothesis)", test?.variance), ("z_\(hypothesis)", test?.z),
    ("p_two_sided_\(hypothesis)", test?.twoSided),
  ]
}

extension GlobalMoran {
  var fields: [(name: String, value: Double?)] {
    [("value", value), ("expectation", expectation)]
      + ColdSpotKit.fields(normality, "normality")
      + ColdSpotKit.fields(randomisation, "randomisation")
  }
}

extension Geary {
  var fields: [(name: String, value: Double?)] {
    [("value", value), ("expectation", expectation)]
      + ColdSpotKit.fields(normality, "normality")
      + ColdSpotKit.fields(randomisation, "randomisation")
  }
}

extension GeneralG {
  var fields: [(name: String, value: Double?)] {
    [("value", value), ("expectation", expectation)]
      + ColdSpotKit.fields(randomisation, "randomisation")
  }
}

extension JoinCounts {
  var fields: [(name: String, value: Double?)] {
    [
      ("both_black", bothBlack), ("both_white", bothWhite), ("unlike", unlike), ("total", total),
    ]
  }
}
