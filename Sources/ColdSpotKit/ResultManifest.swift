internal import AccessMeasures
internal import Catchments
internal import ColdSpots
internal import GeoJSON
internal import GeometryEngine
internal import Intake
internal import MapLayers
internal import Places
internal import SimpleFeatures

/// Makes the manifest of a result.
struct ResultManifest {
  let result: StudyResult
  let drawn: [DrawnFiles]
  /// The data package of the folder.
  let package: Manifest.File

  var manifest: Manifest {
    let loaded = result.loaded
    let operation = loaded.operation
    return Manifest(
      program: "coldspot \(ColdSpotVersion.current)",
      libraries: [
        ("geos", .string(LibraryVersions.geos)), ("proj", .string(LibraryVersions.proj)),
      ],
      study: result.study.settings.name, settings: result.study.settings.toml,
      parameters: parameters,
      referenceSystem: [
        ("computation", .string(loaded.system.code)), ("output", .string("OGC:CRS84")),
        ("operation", operation.map { .string($0.description) } ?? .null),
        ("accuracy_m", operation?.accuracy.map { .number($0.metres) } ?? .null),
      ],
      inputs: loaded.inputs.flatMap { input in
        [Self.record(of: input)]
          + input.file.companions.map { Manifest.File(name: $0.name, content: $0.bytes) }
      },
      outputs: drawn.flatMap(\.records) + [package], counts: counts, functions: functions,
      standards: standards,
      findings: loaded.findings.map(\.json), invariants: result.analysis.invariants,
      attribution: loaded.attribution)
  }

  /// A file that was read, and what became of its rows.
  private static func record(of input: LoadedStudy.Input) -> Manifest.File {
    guard let account = input.account else {
      return Manifest.File(name: input.file.name, content: input.file.bytes)
    }
    return Manifest.File(
      name: input.file.name, content: input.file.bytes, rows: account.rows,
      details: account.members)
  }

  private var parameters: [(name: String, value: JSONValue)] {
    let settings = result.study.settings
    let catchment = settings.catchment
    var list: [(name: String, value: JSONValue)] = []
    switch catchment.reach {
    case .disc(let decay):
      list += [
        ("radius_m", .number(catchment.reach.typicalRadius.metres)),
        ("decay", .string(decay.description)),
      ]
    case .nearest(let count):
      list.append(("nearest", .integer(count)))
    case .remitOnly:
      list.append(("remit_only", .bool(true)))
    }
    list += [
      ("remit_weight", .number(catchment.remitWeight)),
      ("pan_london", .string(catchment.panLondon.rawValue)),
      ("statuses", .array(catchment.statuses.sorted().map(JSONValue.string))),
      ("kinds", .array(catchment.kinds.sorted().map(JSONValue.string))),
      ("least_precision", .string(catchment.leastPrecision.rawValue)),
      ("need", .string(settings.need.name)),
      ("need_direction", .string(result.loaded.needDirection.rawValue)),
      ("need_exponent", .number(settings.score.needExponent)),
      ("aggregation", .string(settings.score.aggregation.rawValue)),
      ("standard_quantile", .number(settings.score.standardQuantile)),
      (
        "function_weights",
        .object(
          zip(result.analysis.data.functions.functions, result.analysis.data.functions.shares).map {
            .init($0.key, .number($1))
          })
      ),
    ]
    if let grid = result.stability?.grid { list.append(("method_grid", Self.json(of: grid))) }
    return list
  }

  /// The values on each axis of the scenarios that ranks were tried in.
  private static func json(of grid: MethodGrid) -> JSONValue {
    let axes = MethodGrid.Axis.allCases.map { axis in
      JSONValue.Member(
        axis.description.replacing(" ", with: "_"),
        .array((0..<grid.size(of: axis)).map { .string(grid.label(of: $0, on: axis)) }))
    }
    return .object([.init("scenarios", .integer(grid.count))] + axes)
  }

  private var counts: [(name: String, value: JSONValue)] {
    let analysis = result.analysis
    let places = analysis.data.places
    func organisations(_ participation: Participation) -> JSONValue {
      .integer(analysis.catchments.participation.count { $0 == participation })
    }
    // To a thousandth of a person: the digits beyond come from adding up, not from the data.
    func people(_ number: Double) -> JSONValue { .number((number * 1000).rounded() / 1000) }
    return [
      ("wards", .integer(analysis.data.wards.count)),
      ("wards_without_residents", .integer(analysis.wards.count { $0.measures == nil })),
      ("boroughs", .integer(analysis.data.boroughs?.count ?? 0)),
      ("places", .integer(places.count)),
      ("places_outside_wards", .integer(places.wards.count { $0 == nil })),
      ("people", people(places.totalPeople)),
      ("people_reached_by_1_or_more", people(analysis.coverage.people(reachedByAtLeast: 1))),
      ("people_reached_by_2_or_more", people(analysis.coverage.people(reachedByAtLeast: 2))),
      ("people_reached_by_3_or_more", people(analysis.coverage.people(reachedByAtLeast: 3))),
      ("organisations", .integer(analysis.data.organisations.count)),
      ("sites", .integer(analysis.data.organisations.reduce(0) { $0 + $1.sites.count })),
      ("organisations_counted", organisations(.counted)),
      ("organisations_pan_london_excluded", organisations(.panLondonExcluded)),
      ("organisations_status_not_counted", organisations(.statusNotCounted)),
      ("organisations_kind_not_counted", organisations(.kindNotCounted)),
      ("organisations_without_reach", organisations(.noReach)),
      ("organisations_coarse_location", organisations(.coarseLocation)),
      ("organisations_without_support", organisations(.noSupport)),
      ("pairs_within_reach", .integer(analysis.catchments.reach.pairCount)),
      ("rings_lost_to_rounding", .integer(drawn.reduce(0) { $0 + $1.collapsedRings })),
      ("shapes_mended_after_rounding", .integer(drawn.reduce(0) { $0 + $1.mendedShapes })),
    ]
  }

  private var functions: [JSONValue] {
    let table = result.analysis.data.functions
    return zip(table.functions, table.shares).map { function, share in
      .object([
        .init("key", .string(function.key)), .init("column", .string(function.column)),
        .init("name", .string(function.name)), .init("share", .number(share)),
      ])
    }
  }

  /// The standards, so that they can be declared in another run and years compared.
  private var standards: [(name: String, value: JSONValue)] {
    zip(result.analysis.data.functions.functions, result.analysis.scores.standards).map {
      function, standard in
      let basis =
        switch standard.basis {
        case .declared: "declared in the study"
        case .quantile(let share): "population-weighted quantile \(share) of access above 0"
        case .noProvider: "no provider"
        }
      return (
        function.key,
        .object([
          .init("capacity_per_resident", .number(standard.access)), .init("basis", .string(basis)),
        ])
      )
    }
  }
}
