import SpatialStatistics
import TestSupport
import Testing

/// Against PySAL's esda, with its own draws.
@Suite(.enabled(if: ReferenceCases.exist)) struct `Reference statistics` {
  typealias Selection = ReferenceWards.Selection

  private static let variables = ["y_cont", "y_int", "y_sparse"]

  @Test(arguments: Selection.allCases, variables)
  func `of Getis and Ord agree`(selection: Selection, variable: String) throws {
    let wards = try ReferenceWards(selection)
    for starred in [false, true] {
      let areas = try GetisOrd(
        of: wards.values(variable), neighbours: wards.neighbours, isStarred: starred
      ).areas
      let rows = try wards.table("g_\(starred ? "star" : "nonstar")_B_\(variable)")
      try #require(rows.count == areas.count)
      for (index, (area, row)) in zip(areas, rows).enumerated() {
        // The peer says 0 of an island's G.
        if !starred, wards.neighbours.isIsland(index) {
          #expect(area.value == nil)
          continue
        }
        #expect(try #require(area.value).matches(row.number("G")))
        #expect(try #require(area.expectation).matches(row.number("EG")))
        #expect(try #require(area.variance).matches(row.number("VG")))
        #expect(try #require(area.z).agrees(with: row.number("Z"), within: 1e-9))
      }
    }
  }

  // The peer's variance is right for binary weights only, so that z comes from those: it does not
  // depend on the scale of a row. Its islands lose their own weight too when standardised.
  @Test(arguments: Selection.allCases, variables)
  func `of Getis and Ord agree when standardised`(
    selection: Selection, variable: String
  ) throws {
    let wards = try ReferenceWards(selection)
    for starred in [false, true] {
      let areas = try GetisOrd(
        of: wards.values(variable), neighbours: wards.neighbours.rowStandardised(),
        isStarred: starred
      ).areas
      let kind = starred ? "star" : "nonstar"
      let rows = try wards.table("g_\(kind)_R_\(variable)")
      let binary = try wards.table("g_\(kind)_B_\(variable)")
      for (index, area) in areas.enumerated() {
        if wards.neighbours.isIsland(index) { continue }
        #expect(try #require(area.value).matches(rows[index].number("G")))
        #expect(try #require(area.expectation).matches(rows[index].number("EG")))
        #expect(try #require(area.z).agrees(with: binary[index].number("Z"), within: 1e-9))
      }
    }
  }

  // The peer compares sums in floating point and so parts ties by rounding: exact counts stand
  // beside its own where there are ties. It counts both tails of an island as 1.
  @Test(arguments: Selection.allCases, variables)
  func `have the same permutation tests`(selection: Selection, variable: String) throws {
    let wards = try ReferenceWards(selection)
    let permutations = try wards.permutations()
    let suffix = variable == "y_cont" ? "" : "_exact"
    for neighbours in [wards.neighbours, wards.neighbours.rowStandardised()] {
      for starred in [false, true] {
        let areas = try GetisOrd(
          of: wards.values(variable), neighbours: neighbours, isStarred: starred,
          permutations: permutations
        ).areas
        let rows = try wards.table("g_\(starred ? "star" : "nonstar")_B_\(variable)")
        for (index, (area, row)) in zip(areas, rows).enumerated() {
          guard !neighbours.isIsland(index) else {
            #expect(area.permutation == nil)
            continue
          }
          let test = try #require(area.permutation)
          #expect(try test.upper.matches(row.number("p_greater" + suffix)))
          #expect(try test.lower.matches(row.number("p_lesser" + suffix)))
        }
      }
    }
  }

  @Test(arguments: Selection.allCases)
  func `of local Moran agree`(selection: Selection) throws {
    let wards = try ReferenceWards(selection)
    let areas = try LocalMoran(
      of: wards.values("y_cont"), neighbours: wards.neighbours.rowStandardised(),
      permutations: wards.permutations()
    ).areas
    for (index, (area, row)) in zip(areas, try wards.table("moran_local_r_y_cont")).enumerated() {
      #expect(try #require(area.z).matches(row.number("z")))
      guard !wards.neighbours.isIsland(index) else {
        #expect(area.value == nil && area.quadrant == nil && area.permutation == nil)
        continue
      }
      #expect(try #require(area.value).matches(row.number("I")))
      #expect(try Double(#require(area.quadrant).rawValue) == row.number("quadrant"))
      #expect(try #require(area.expectation).matches(row.number("EI")))
      #expect(try #require(area.variance).matches(row.number("VI")))
      #expect(try #require(area.conditionalExpectation).matches(row.number("EI_cond")))
      #expect(try #require(area.conditionalVariance).matches(row.number("VI_cond")))
      let test = try #require(area.permutation)
      #expect(try test.upper.matches(row.number("p_greater")))
      #expect(try test.lower.matches(row.number("p_lesser")))
    }
  }

  @Test(arguments: Selection.allCases)
  func `of the whole map agree`(selection: Selection) throws {
    let wards = try ReferenceWards(selection)
    let fields = try PlainTable(path: ReferenceCases.path("esda/global.csv")).rows
      .filter { try $0.text("set") == selection.rawValue }
    func check(_ statistic: String, _ values: [String: Double?]) throws {
      for (field, value) in values {
        let row = try #require(
          fields.first {
            try $0.text("statistic") == statistic && $0.text("field") == field
          })
        #expect(try #require(value).matches(row.number("value")), "\(statistic) \(field)")
      }
    }
    let standardised = wards.neighbours.rowStandardised()
    let moran = try GlobalMoran(of: wards.values("y_cont"), neighbours: standardised)
    try check(
      "Moran_r_y_cont",
      [
        "I": moran.value, "EI": moran.expectation, "VI_norm": moran.normality?.variance,
        "VI_rand": moran.randomisation?.variance, "z_norm": moran.normality?.z,
        "z_rand": moran.randomisation?.z, "p_norm": moran.normality?.twoSided,
        "p_rand": moran.randomisation?.twoSided,
      ])
    let geary = try Geary(of: wards.values("y_cont"), neighbours: standardised)
    try check(
      "Geary_r_y_cont",
      [
        "C": geary.value, "EC": geary.expectation, "VC_norm": geary.normality?.variance,
        "VC_rand": geary.randomisation?.variance, "z_norm": geary.normality?.z,
        "z_rand": geary.randomisation?.z,
      ])
    let general = try GeneralG(of: wards.values("y_int"), neighbours: wards.neighbours)
    try check(
      "G_B_y_int",
      [
        "G": general.value, "EG": general.expectation, "VG": general.randomisation?.variance,
        "z_norm": general.randomisation?.z,
        // The peer gives the tail on the side of z.
        "p_norm": general.randomisation.map { min($0.upper, $0.lower) },
      ])
    guard selection == .noisland else { return }
    let joins = JoinCounts(of: wards.marks, neighbours: wards.neighbours)
    try check(
      "Join_Counts_y_bin",
      [
        "bb": joins.bothBlack, "ww": joins.bothWhite, "bw": joins.unlike, "J": joins.total,
      ])
  }

  @Test func `of local joins agree`() throws {
    let wards = try ReferenceWards(.noisland)
    let areas = LocalJoinCounts(of: wards.marks, neighbours: wards.neighbours).areas
    for (area, row) in zip(areas, try wards.table("join_counts_local")) {
      #expect(area.value == (try row.number("LJC")))
    }
  }

  // The peer asks for p < αk∕n, not ≤, and gives α∕n where nothing is rejected. Its p-values are
  // whole thousandths m in single precision; p < 0.05 k∕n is m n < 50 k in whole numbers, unless
  // single precision moves a value off the line.
  @Test(arguments: Selection.allCases)
  func `of false discoveries follow from the peer's other rule`(selection: Selection) throws {
    let wards = try ReferenceWards(selection)
    for row in try wards.table("fdr") {
      let (variable, statistic) = (try row.text("variable"), try row.text("statistic"))
      let name =
        statistic == "I"
        ? "moran_local_r_\(variable)"
        : "g_\(statistic == "Gstar" ? "star" : "nonstar")_B_\(variable)"
      let values = try wards.table(name).map { try $0.number("p_sim_peer") }
      let sorted = values.sorted()
      let n = Double(sorted.count)
      let strict = sorted.indices.last { sorted[$0] < 0.05 * Double($0 + 1) / n }
      let peer = 0.05 * Double((strict ?? 0) + 1) / n
      #expect(peer.matches(try row.number("fdr_cutoff_005")))
      let rate = FalseDiscoveryRate(
        of: values.map { ($0 * 1000).rounded() / 1000 }, rate: 0.05)
      let thousandths = sorted.map { Int(($0 * 1000).rounded()) }
      let last = thousandths.indices.last { thousandths[$0] * sorted.count <= 50 * ($0 + 1) }
      #expect(rate.cutOff.matches(last.map { 0.05 * Double($0 + 1) / n }))
      // Rejecting on the line too, we never reject less.
      #expect(rate.cutOff ?? 0 >= (strict == nil ? 0 : peer))
    }
  }
}
