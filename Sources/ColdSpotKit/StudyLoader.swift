internal import Foundation
internal import GeometryEngine
internal import Intake
internal import Places
internal import SimpleFeatures

/// Reads the files of a study in the order in which they depend on each other.
struct StudyLoader {
  private let study: Study
  private var inputs: [LoadedStudy.Input] = []
  private var findings: [Finding] = []

  init(_ study: Study) {
    self.study = study
  }

  /// - Throws: `IntakeError`, `GeometryEngineError` or `SettingsError`.
  mutating func load() throws -> LoadedStudy {
    let settings = study.settings
    try settings.requireValid(file: study.file)
    if let source = study.source { record(source, rows: nil) }
    let wardFile = try areaFile(settings.wards)
    let projection = try StudyProjection(to: settings.system ?? wardFile.metricSystem())
    let wards = try AreaReader(settings.wards).boundaries(of: wardFile, in: projection)
    try projection.requireOneSideOfMeridian(
      wards.bounds, margin: settings.catchment.reach.typicalRadius, file: study.file)
    try projection.requireTrueScale(at: wards.bounds.centre, file: study.file)
    let boroughs = try settings.boroughs.map { source in
      try AreaReader(source).boundaries(of: try areaFile(source), in: projection)
    }
    let functionFile = try input(settings.functions)
    let functions = try FunctionReader().read(functionFile)
    record(functionFile, rows: functions.functions.count)
    let postcodes = try postcodes()
    let places = try places(wards: wards, boroughs: boroughs, in: projection)
    let organisations = try organisations(
      functions: functions, postcodes: postcodes, wards: wards, boroughs: boroughs, in: projection)
    let data = StudyData(
      wards: wards, boroughs: boroughs, places: places, organisations: organisations,
      functions: functions, outline: try Self.outline(of: boroughs ?? wards))
    let attribution = try attribution()
    let operation = try operation(of: projection, at: wards.bounds.centre)
    findings += try StudyChecks(study, data, operation: operation).findings()
    return LoadedStudy(
      data: data, system: projection.target, operation: operation, inputs: inputs,
      findings: findings, attribution: attribution, postcodes: postcodes)
  }

  /// Reads a file and enters it in the list of inputs.
  private mutating func input(_ path: String) throws(IntakeError) -> InputFile {
    let file = try InputFile(
      URL(filePath: path, relativeTo: study.folder).absoluteURL, name: path)
    record(file, rows: nil)
    return file
  }

  /// Enters a file in the list of inputs, or the number of its rows once they are known.
  private mutating func record(_ file: InputFile, rows: Int?) {
    let input = LoadedStudy.Input(file: file, rows: rows)
    if let index = inputs.firstIndex(where: { $0.file.name == file.name }) {
      inputs[index] = input
    } else {
      inputs.append(input)
    }
  }

  private mutating func areaFile(_ source: StudySettings.AreaSource) throws -> AreaFile {
    let file = try input(source.file)
    let areas = try AreaFile(file, declared: source.system)
    findings += areas.findings
    record(file, rows: areas.collection.features.count)
    return areas
  }

  private mutating func postcodes() throws(IntakeError) -> PostcodeSectors? {
    guard let path = study.settings.organisations.postcodes else { return nil }
    let file = try input(path)
    let postcodes = try PostcodeSectors(file)
    record(file, rows: postcodes.count)
    return postcodes
  }

  private mutating func places(
    wards: Boundaries, boroughs: Boundaries?, in projection: StudyProjection
  ) throws -> PlaceTable {
    let source = study.settings.places
    let need = study.settings.need
    let needSource: PlaceReader.NeedSource
    if let path = need.file {
      let file = try input(path)
      let table = try NeedTable(
        file, codeColumn: need.code, column: need.column, direction: need.direction)
      record(file, rows: table.rowCount)
      switch need.unit {
      case .borough: needSource = .borough(table)
      case .ward: needSource = .ward(table)
      case .place: needSource = .place(table)
      }
    } else {
      needSource = .column(need.column, need.direction)
    }
    let reader = PlaceReader(columns: source.columns, system: source.system, need: needSource)
    let file = try input(source.file)
    let (places, noticed) = try reader.read(
      file, wards: wards, boroughs: boroughs, in: projection)
    findings += noticed
    record(file, rows: places.count)
    return places
  }

  private mutating func organisations(
    functions: FunctionTable, postcodes: PostcodeSectors?, wards: Boundaries,
    boroughs: Boundaries?, in projection: StudyProjection
  ) throws -> [Organisation] {
    let source = study.settings.organisations
    let reader = OrganisationReader(
      columns: source.columns, system: source.system, postcodes: postcodes,
      areasOfBenefit: try areasOfBenefit(in: projection))
    let file = try input(source.file)
    let (organisations, noticed) = try reader.read(
      file, functions: functions, wards: wards, boroughs: boroughs, in: projection)
    findings += noticed
    record(file, rows: organisations.count)
    return organisations
  }

  /// The declared areas of benefit by organisation, from a file whose features carry its id in
  /// the property `organisation`.
  private mutating func areasOfBenefit(
    in projection: StudyProjection
  ) throws -> [String: MultiPolygon] {
    guard let path = study.settings.organisations.areasOfBenefit else { return [:] }
    let source = StudySettings.AreaSource(
      file: path, level: "area of benefit", vintage: "",
      columns: AreaFile.Columns(code: "organisation", name: "organisation"), system: nil)
    let zones = try AreaReader(source).boundaries(of: try areaFile(source), in: projection)
    return Dictionary(uniqueKeysWithValues: zones.areas.map { ($0.code.description, $0.shape) })
  }

  /// The area for which organisations are held: the union of the areas, with the rivers between
  /// them closed, generalised to 50 m, which is ample for shares of discs of kilometres.
  private static func outline(
    of boundaries: Boundaries
  ) throws(GeometryEngineError) -> MultiPolygon {
    var simplified: [MultiPolygon] = []
    for area in boundaries.areas {
      simplified.append(try Overlay.simplified(area.shape, tolerance: .metres(25)))
    }
    let closed = try Overlay.closing(of: try Overlay.union(simplified), by: .metres(500))
    return try Overlay.simplified(closed, tolerance: .metres(50))
  }

  private func operation(
    of projection: StudyProjection, at centre: Coordinate
  ) throws(GeometryEngineError) -> OperationReport? {
    let transform = try projection.transform(from: .wgs84)
    // PROJ chooses an operation for each position; the middle of the study stands for all.
    _ = try transform.lonLat(of: centre)
    return transform.lastOperation()
  }

  private mutating func attribution() throws(IntakeError) -> [String] {
    var lines = study.settings.attribution
    guard let path = study.settings.dataPackage else { return lines }
    let used = inputs.map(\.file)
    let (credits, changed) = try DataPackage(input(path)).attribution(of: used)
    // The study file is everyone's to change.
    let replaced = changed.filter { $0 != study.file }
    if !replaced.isEmpty {
      findings.append(
        Finding(
          "N117", .note, file: path,
          message: "\(path): \(counted(replaced.count, "file")) changed since the package was "
            + "made; credits given there were left out for them.", examples: replaced,
          suggestion: "State the credits of your own files as attribution in the study file."))
    }
    lines += credits.filter { !lines.contains($0) }
    return lines
  }
}

extension AreaReader {
  fileprivate init(_ source: StudySettings.AreaSource) {
    self.init(columns: source.columns, level: source.level, vintage: source.vintage)
  }
}
