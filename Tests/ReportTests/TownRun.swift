import GeoJSON
import MapLayers

@testable import ColdSpotKit

/// A published run of a town of nine square wards, three by three, in two boroughs.
///
/// Ward 1 to 9 from the south-west, row by row; ward 5 has no residents and so no rank. The first
/// borough has the wards of the western column, the second all others.
struct TownRun {
  var wardName = "Ward"
  var organisationName = "Town Trust"
  var note = ""
  var attribution = ["Contains town data."]
  var hasBoroughs = true
  /// How many columns and rows of corners each side of a ward has between its ends.
  var cornersPerSide = 0

  func published() throws -> PublishedRun {
    try PublishedRun(layers: layers, manifest: manifest)
  }

  var layers: [Layer] {
    let wards = (0..<9).map { ward in
      LayerFeature(
        id: code(ward), geometry: square(ward % 3, ward / 3, 1, 1), values: values(ofWard: ward))
    }
    let boroughs = [
      LayerFeature(id: "B1", geometry: square(0, 0, 1, 3), values: values(ofBorough: 0)),
      LayerFeature(id: "B2", geometry: square(1, 0, 2, 3), values: values(ofBorough: 1)),
    ]
    return [layer("wards", wards)] + (hasBoroughs ? [layer("boroughs", boroughs)] : [])
      + [organisations, reach]
  }

  func code(_ ward: Int) -> String { "W\(ward + 1)" }

  private func layer(_ name: String, _ features: [LayerFeature]) -> Layer {
    Layer(name: name, title: name, columns: Self.areaColumns, features: features)
  }

  private static let areaColumns: [Column] =
    [
      "code", "name", "level", "boro_code", "boro_name", "vintage", "class", "sole", "missing",
      "why",
    ]
    .map { Column($0, .text, "") }
    + ["people", "need", "lack", "score", "s_fund", "s_prem", "near_m"]
    .map { Column($0, .decimal(places: 4), "") }
    + ["rank", "rank_lo", "rank_hi", "n_orgs", "n_indep"].map { Column($0, .integer, "") }

  private func values(ofWard ward: Int) -> [PropertyValue] {
    let borough = ward % 3 == 0 ? 1 : 2
    let texts = [
      code(ward), "\(wardName) \(ward + 1)", "ward", "B\(borough)", "Borough \(borough)",
      "May 2025",
      "not_cold", "", "premises", "One organisation reaches people here.",
    ]
    guard ward != 4 else {
      return texts.map(PropertyValue.text) + [.decimal(0, places: 4)]
        + [PropertyValue](repeating: .null, count: 9) + [.integer(0), .integer(0)]
    }
    // Ranks 1 to 8 in the order of the wards, the one without residents left out.
    let rank = ward < 4 ? ward + 1 : ward
    return texts.map(PropertyValue.text)
      + [1000, 0.5, 0.5, Double(90 - 10 * rank), 0.25, 1, 1500]
      .map { .decimal($0, places: 4) }
      + [rank, 1, 8, 1, 1].map { .integer($0) }
  }

  private func values(ofBorough borough: Int) -> [PropertyValue] {
    let texts = [
      "B\(borough + 1)", "Borough \(borough + 1)", "borough", "B\(borough + 1)",
      "Borough \(borough + 1)", "2025", "likely", "", "", "",
    ]
    return texts.map(PropertyValue.text)
      + [3000, 0.5, 0.5, 50 - Double(borough), 0.25, 1, 1500].map { .decimal($0, places: 4) }
      + [borough + 1, 1, 2, 1, 1].map { .integer($0) }
  }

  private var organisations: Layer {
    let texts = [
      "org_id", "name", "kind", "status", "counted", "why", "precision", "remit", "functions",
      "source", "confidence", "url", "note", "site_name", "postcode", "flags",
    ]
    let values = [
      "o1", organisationName, "cvs", "active", "yes", "", "postcode", "B1", "funding", "page",
      "high", "https://town.example/", note, "", "", "",
    ]
    return Layer(
      name: "organisations", title: "",
      columns: texts.map { Column($0, .text, "") }
        + ["reached", "lost"].map { Column($0, .decimal(places: 1), "") },
      features: [
        LayerFeature(
          id: "o1", geometry: .point(Position(x: -0.095, y: 51.505)),
          values: values.map(PropertyValue.text)
            + [.decimal(3000, places: 1), .decimal(0, places: 1)])
      ])
  }

  /// The organisation reaches every ward of the western column by remit, the first by distance too.
  private var reach: Layer {
    Layer(
      name: "reach-wards", title: "",
      columns: ["code", "org_id", "route"].map { Column($0, .text, "") }
        + [Column("people", .decimal(places: 1), "")],
      features: [0, 3, 6].map { ward in
        LayerFeature(
          id: "\(code(ward)):o1", geometry: nil,
          values: [
            .text(code(ward)), .text("o1"), .text(ward == 0 ? "distance+remit" : "remit"),
            .decimal(1000, places: 1),
          ])
      })
  }

  private func square(_ column: Int, _ row: Int, _ width: Int, _ height: Int) -> Geometry {
    let corners = [
      (column, row), (column + width, row), (column + width, row + height), (column, row + height),
      (column, row),
    ]
    // Every whole step is a corner, so that boroughs and wards share theirs.
    var ring: [Position] = []
    for (from, to) in zip(corners, corners.dropFirst()) {
      let steps = max(abs(to.0 - from.0), abs(to.1 - from.1)) * (cornersPerSide + 1)
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        ring.append(
          Position(
            x: -0.1 + 0.01 * (Double(from.0) + share * Double(to.0 - from.0)),
            y: 51.5 + 0.01 * (Double(from.1) + share * Double(to.1 - from.1))))
      }
    }
    return .multiPolygon([[ring + ring.prefix(1)]])
  }

  var manifest: JSONValue {
    func function(_ key: String, _ column: String, _ name: String) -> JSONValue {
      .object([
        .init("key", .string(key)), .init("column", .string(column)), .init("name", .string(name)),
        .init("share", .number(0.5)),
      ])
    }
    return .object([
      .init("schema", .string("coldspot/manifest/1")), .init("program", .string("coldspot test")),
      .init("study", .string("Town")),
      .init("parameters", .object([.init("need_exponent", .number(0.5))])),
      .init(
        "functions",
        .array([
          function("funding", "s_fund", "Funding"), function("premises", "s_prem", "Premises"),
        ])),
      .init("inputs", .array([])), .init("libraries", .object([])), .init("counts", .object([])),
      .init("findings", .array([])), .init("invariants", .array([])),
      .init("attribution", .array(attribution.map(JSONValue.string))),
    ])
  }
}
