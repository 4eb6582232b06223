internal import Foundation
internal import GeometryEngine
internal import Intake
internal import Places
internal import Postcodes
internal import SimpleFeatures
internal import SpatialStatistics

/// Reads the files of a study in the order in which they depend on each other.
struct StudyLoader {
  let study: Study
  private(set) var inputs: [LoadedStudy.Input] = []
  var findings: [Finding] = []
  private var needDirection = NeedDirection.higher

  init(_ study: Study) {
    self.study = study
  }

  /// - Throws: `IntakeError`, `GeometryEngineError` or `SettingsError`.
  mutating func load() throws -> LoadedStudy {
    try study.settings.requireValid(file: study.file)
    if let source = study.source { record(source) }
    let ground = try ground()
    let outline = Self.outline(of: ground.boroughs ?? ground.wards)
    let functions = try functions()
    let postcodes = try postcodes()
    let places = try places(on: ground)
    let organisations = try organisations(
      on: ground, functions: functions, postcodes: postcodes)
    let data = try study.settings.scenario.applied(
      to: StudyData(
        wards: ground.wards, boroughs: ground.boroughs, places: places,
        organisations: organisations, functions: functions,
        outline: try outline.value.get()),
      rules: study.settings.catchment, file: study.file
    ) { position throws(GeometryEngineError) in
      try ground.projection.transform(from: .wgs84).coordinate(of: position)
    }
    let attribution = try attribution()
    let operation = try operation(of: ground.projection, at: ground.wards.bounds.centre)
    findings += try StudyChecks(study, data, operation: operation).findings()
    return LoadedStudy(
      data: data, system: ground.projection.target, operation: operation,
      needDirection: needDirection, inputs: inputs,
      findings: findings, attribution: attribution, postcodes: postcodes)
  }

  /// The areas of a study and the plane that they lie in.
  mutating func ground() throws -> StudyGround {
    let settings = study.settings
    let wardFile = try areaFile(settings.wards)
    let projection = try StudyProjection(to: settings.system ?? wardFile.metricSystem())
    let reader = AreaReader(settings.wards)
    // Wards and boroughs take equally long; each has a PROJ handle of its own.
    let target = projection.target
    let readingWards = Alongside {
      Result { () throws(any Error) in
        try reader.boundariesAndRepairs(of: wardFile, in: try StudyProjection(to: target))
      }
    }
    let noticedBefore = findings.count
    let readingBoroughs = Result { try readBoroughs(in: projection) }
    let (wards, mended) = try readingWards.value.get()
    findings.insert(contentsOf: mended, at: noticedBefore)
    try projection.requireOneSideOfMeridian(
      wards.bounds, margin: settings.catchment.reach.typicalRadius, file: study.file)
    try projection.requireTrueScale(at: wards.bounds.centre, file: study.file)
    let boroughs = try readingBoroughs.get()
    return StudyGround(
      wards: try merged(wards, boroughs), wardFile: settings.wards.file,
      wardColumn: try reader.properties(of: wardFile).code, boroughs: boroughs,
      projection: projection)
  }

  /// The areas above the wards, if the study has them.
  private mutating func readBoroughs(in projection: StudyProjection) throws -> Boundaries? {
    guard let source = study.settings.boroughs else { return nil }
    let (boroughs, mended) = try AreaReader(source).boundariesAndRepairs(
      of: try areaFile(source), in: projection)
    findings += mended
    return boroughs
  }

  /// The wards, those merged that the study says.
  private func merged(_ wards: Boundaries, _ boroughs: Boundaries?) throws -> Boundaries {
    let codes = study.settings.wards.merged.map { AreaCode($0) }
    guard !codes.isEmpty else { return wards }
    guard let boroughs, codes.allSatisfy({ boroughs.index(of: $0) != nil }) else {
      throw SettingsError.invalidValue(
        file: study.file, line: nil, key: "wards.merged",
        expected: "a list of codes that the boroughs have")
    }
    return try wards.merging(areasOf: Set(codes), in: boroughs)
  }

  /// The functions of support.
  mutating func functions() throws -> FunctionTable {
    let file = try input(study.settings.functions)
    let functions = try FunctionReader().read(file)
    record(file, RowAccount(rows: functions.functions.count))
    return functions
  }

  /// The directory of postcodes, if the study has one.
  mutating func postcodes() throws -> PostcodeDirectory? {
    let paths = study.settings.organisations.postcodes
    guard !paths.isEmpty else { return nil }
    var files: [InputFile] = []
    for path in paths { files += try inputs(at: path) }
    let (directory, accounts, noticed) = try PostcodeDirectoryReader().read(files)
    for (file, account) in zip(files, accounts) { record(file, account) }
    findings += noticed
    return directory
  }

  /// The places and their need.
  mutating func places(on ground: StudyGround) throws -> PlaceTable {
    let file = try input(study.settings.places.file)
    let reading = try placeReader(needing: try need()).read(file, on: ground)
    findings += reading.findings
    needDirection = reading.needDirection
    record(file, reading.account)
    return reading.places
  }

  /// Everything that is wrong with the rows of the places and of the need; empty for none.
  mutating func placeProblems(on ground: StudyGround) throws -> [IntakeError] {
    let need = study.settings.need
    if let path = need.file {
      let problems = NeedTable.problems(
        in: try input(path), columns: need.columns, roles: need.unit.roles)
      guard problems.isEmpty else { return problems }
    }
    let file = try input(study.settings.places.file)
    return try placeReader(needing: try self.need()).problems(in: file, on: ground)
  }

  private mutating func placeReader(
    needing need: PlaceReader.NeedSource
  ) throws -> PlaceReader {
    let source = study.settings.places
    return PlaceReader(
      columns: source.columns, system: source.system, need: need,
      crosswalk: try crosswalk(source.crosswalk))
  }

  private mutating func need() throws -> PlaceReader.NeedSource {
    let need = study.settings.need
    guard let path = need.file else {
      return .column(need.columns.index, need.columns.direction)
    }
    let file = try input(path)
    let table = try NeedTable(
      file, columns: need.columns, roles: need.unit.roles,
      crosswalk: try crosswalk(need.crosswalk))
    findings += table.findings
    record(file, table.account)
    switch need.unit {
    case .borough: return .borough(table)
    case .ward: return .ward(table)
    case .place: return .place(table)
    }
  }

  /// The organisations.
  mutating func organisations(
    on ground: StudyGround, functions: FunctionTable, postcodes: PostcodeDirectory?
  ) throws -> [Organisation] {
    let reader = try organisationReader(on: ground, functions: functions, postcodes: postcodes)
    let file = try input(study.settings.organisations.file)
    let reading = try reader.read(file)
    findings += reading.findings
    record(file, reading.account)
    return reading.organisations
  }

  /// The reader that the study's choices make, with everything that it looks things up in.
  mutating func organisationReader(
    on ground: StudyGround, functions: FunctionTable, postcodes: PostcodeDirectory?
  ) throws -> OrganisationReader {
    let source = study.settings.organisations
    var reader = OrganisationReader(
      columns: source.columns, system: source.system, ground: ground, functions: functions)
    reader.postcodes = postcodes
    reader.areasOfBenefit = try areasOfBenefit(in: ground.projection)
    reader.regions = try table(source.regions).map { try RegionTable($0) }
    reader.remits = try table(source.remits).map { try RemitTable($0) }
    reader.classifications = try table(source.classifications).map { try ClassificationTable($0) }
    reader.crosswalk = try crosswalk(source.crosswalk)
    reader.usualSpecialisms = source.usualSpecialisms
    reader.leastPlaced = source.leastPlaced
    reader.leastPrecision = study.settings.catchment.leastPrecision
    return reader
  }

  /// A table named in the study file, if it is named.
  private mutating func table(_ path: String?) throws -> Table? {
    guard let path else { return nil }
    let file = try input(path)
    let table = try TableReader().read(file)
    record(
      file,
      RowAccount(
        rows: table.rowCount + table.setAside.count, setAside: table.setAside.map(\.reason)))
    return table
  }

  private mutating func crosswalk(_ path: String?) throws -> AreaCrosswalk? {
    guard let path else { return nil }
    let file = try input(path)
    let crosswalk = try AreaCrosswalk(file)
    record(file, RowAccount(rows: crosswalk.rowCount))
    return crosswalk
  }

  /// The declared areas of benefit by organisation, from a file whose features carry its id in
  /// the property `organisation`.
  private mutating func areasOfBenefit(
    in projection: StudyProjection
  ) throws -> [String: MultiPolygon] {
    guard let path = study.settings.organisations.areasOfBenefit else { return [:] }
    let source = StudySettings.AreaSource(
      file: path, level: "area of benefit",
      columns: AreaFile.Columns(code: "organisation", name: "organisation"))
    let zones = try AreaReader(source).boundaries(of: try areaFile(source), in: projection)
    return Dictionary(uniqueKeysWithValues: zones.areas.map { ($0.code.description, $0.shape) })
  }
}

// MARK: - Files

extension StudyLoader {
  /// Where a path of the study leads.
  private func url(_ path: String) -> URL {
    URL(filePath: path, relativeTo: study.folder).absoluteURL
  }

  /// Reads a file and enters it in the list of inputs.
  mutating func input(_ path: String) throws(IntakeError) -> InputFile {
    let file = try InputFile(url(path), name: path)
    record(file)
    return file
  }

  /// Reads a file, or every table of a folder in the order of their names.
  private mutating func inputs(at path: String) throws(IntakeError) -> [InputFile] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: url(path).path)
    guard let names else { return [try input(path)] }
    var files: [InputFile] = []
    let tables = names.filter {
      [".csv", ".txt", ".gz"].contains(where: $0.lowercased().hasSuffix)
    }
    for name in tables.sorted() {
      files.append(try input(path.hasSuffix("/") ? path + name : "\(path)/\(name)"))
    }
    guard !files.isEmpty else { throw .empty(file: path) }
    return files
  }

  /// Enters a file in the list of inputs, or what became of its rows once that is known.
  mutating func record(_ file: InputFile, _ account: RowAccount? = nil) {
    let input = LoadedStudy.Input(file: file, account: account)
    if let index = inputs.firstIndex(where: { $0.file.name == file.name }) {
      inputs[index] = input
    } else {
      inputs.append(input)
    }
  }

  mutating func areaFile(_ source: StudySettings.AreaSource) throws -> AreaFile {
    let file = try input(source.file)
    let areas = try AreaFile(file, layer: source.layer, declared: source.system)
    findings += areas.findings
    record(file, RowAccount(rows: areas.collection.features.count))
    return areas
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

// MARK: - Geometry

extension StudyLoader {
  /// The area for which organisations are held: the union of the areas, with the rivers between
  /// them closed, generalised to 50 m, which is ample for shares of discs of kilometres.
  ///
  /// A fifth of the time of reading London, and nothing that is read depends on it.
  private static func outline(
    of boundaries: Boundaries
  ) -> Alongside<Result<MultiPolygon, GeometryEngineError>> {
    Alongside {
      Result { () throws(GeometryEngineError) in
        var simplified: [MultiPolygon] = []
        for area in boundaries.areas {
          simplified.append(try Overlay.simplified(area.shape, tolerance: .metres(25)))
        }
        let closed = try Overlay.closing(of: try Overlay.union(simplified), by: .metres(500))
        return try Overlay.simplified(closed, tolerance: .metres(50))
      }
    }
  }

  private func operation(
    of projection: StudyProjection, at centre: Coordinate
  ) throws(GeometryEngineError) -> OperationReport? {
    let transform = try projection.transform(from: .wgs84)
    // PROJ chooses an operation for each position; the middle of the study stands for all.
    _ = try transform.lonLat(of: centre)
    return transform.lastOperation()
  }
}

extension AreaReader {
  init(_ source: StudySettings.AreaSource) {
    self.init(
      columns: source.columns, level: source.level, vintage: source.vintage,
      repairs: source.repairs)
  }
}

extension StudySettings.NeedSource.Unit {
  /// What a column with the codes of these areas is known as.
  fileprivate var roles: [ColumnRole] {
    switch self {
    case .borough: [.boroughCode]
    case .ward: [.wardCode]
    case .place: [.oaCode, .lsoaCode, .msoaCode]
    }
  }
}
