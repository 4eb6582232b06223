internal import GeoJSON
internal import GeometryEngine
public import Places
public import SimpleFeatures

/// Makes boundaries of a boundary file.
public struct AreaReader: Sendable {
  /// Which properties hold what; those left out are found by their names.
  public let columns: AreaFile.Columns
  /// What kind of areas the file holds.
  public let level: AreaLevel
  /// Their edition; empty to go by the name of the column with the codes.
  public let vintage: Vintage
  /// Whether shapes that cross themselves are mended, and said so, instead of refused.
  public let repairs: Bool

  /// A reader for one level.
  public init(
    columns: AreaFile.Columns = AreaFile.Columns(), level: AreaLevel, vintage: Vintage = "",
    repairs: Bool = false
  ) {
    self.columns = columns
    self.level = level
    self.vintage = vintage
    self.repairs = repairs
  }

  /// An area as the file has it, its shape not yet judged.
  public struct Row: Sendable {
    /// The number of its feature, from 0.
    public let feature: Int
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// The code of the area of the next level up, if the file gives one.
    public let parent: String?
    /// Its shape, in the study's reference system.
    public let shape: MultiPolygon
  }

  /// The areas of a file, brought into the study's reference system and indexed.
  ///
  /// - Throws: ``IntakeError`` for a missing property, a feature that is not an area, a ring that
  ///   cannot be, a border that crosses itself, or two areas with one code.
  /// - Complexity: O(*n* log *n*) in the number of corners.
  public func boundaries(
    of source: AreaFile, in projection: StudyProjection
  ) throws(IntakeError) -> Boundaries {
    try boundariesAndRepairs(of: source, in: projection).boundaries
  }

  /// The same, and what was mended.
  ///
  /// - Throws: ``IntakeError``.
  public func boundariesAndRepairs(
    of source: AreaFile, in projection: StudyProjection
  ) throws(IntakeError) -> (boundaries: Boundaries, findings: [Finding]) {
    let properties = try AreaColumns(of: source, stated: columns, level: level)
    let (rows, problems) = rows(of: source, properties, in: projection)
    if let first = problems.first { throw first }
    try requireOrder(of: source, codes: rows.map(\.code))
    var areas: [Area] = []
    var mended: [Finding.Occurrence] = []
    for row in rows {
      var shape = row.shape
      if let crossing = try selfCrossing(of: row, in: source, projection) {
        guard repairs else { throw crossing }
        let before = shape.area
        shape = try repaired(row, file: source.file)
        mended.append(Self.occurrence(of: row, before: before, after: shape.area))
      }
      areas.append(
        Area(
          code: AreaCode(row.code), name: row.name, parent: row.parent.map { AreaCode($0) },
          shape: shape))
    }
    let findings =
      mended.isEmpty
      ? []
      : [
        Finding(
          "W125", file: source.file, sheet: source.layer, at: mended,
          message: "borders that crossed themselves, mended")
      ]
    do {
      let boundaries = try Boundaries(
        level: level, vintage: edition(of: properties.code), areas: areas)
      return (boundaries, findings)
    } catch {
      switch error {
      case .noAreas: throw .empty(file: source.file)
      case .duplicateCode(let code):
        throw .duplicate(file: source.file, column: properties.code, value: code.description)
      }
    }
  }

  /// Every area of a file that has a code and a shape, and what is wrong with the others.
  ///
  /// - Throws: ``IntakeError`` where no property holds the codes.
  public func rows(
    of source: AreaFile, in projection: StudyProjection
  ) throws(IntakeError) -> (rows: [Row], problems: [IntakeError]) {
    rows(
      of: source, try AreaColumns(of: source, stated: columns, level: level), in: projection)
  }

  /// The properties that hold what, as the study says or their names tell.
  ///
  /// - Throws: ``IntakeError/missingProperty(file:feature:property:present:)``.
  public func properties(of source: AreaFile) throws(IntakeError) -> AreaColumns {
    try AreaColumns(of: source, stated: columns, level: level)
  }

  private func rows(
    of source: AreaFile, _ properties: AreaColumns, in projection: StudyProjection
  ) -> (rows: [Row], problems: [IntakeError]) {
    var rows: [Row] = []
    var problems: [IntakeError] = []
    for (number, feature) in source.collection.features.enumerated() {
      do throws(IntakeError) {
        let code = try text(properties.code, of: feature, number: number, in: source)
        rows.append(
          Row(
            feature: number, code: code,
            name: try text(properties.name, of: feature, number: number, in: source),
            parent: try properties.parent.map { (name) throws(IntakeError) in
              try text(name, of: feature, number: number, in: source)
            },
            shape: try shape(of: feature, number: number, code: code, in: source, projection)))
      } catch {
        problems.append(error)
      }
    }
    return (rows, problems)
  }

  /// Refuses degrees in the wrong order, as far as codes tell where the areas must be: swapped, those
  /// of Great Britain lie off East Africa, and nothing else would say so.
  private func requireOrder(of source: AreaFile, codes: [String]) throws(IntakeError) {
    let britain = codes.count { GSSCode($0).map { "EWS".contains($0.text.prefix(1)) } ?? false }
    guard source.system == .wgs84, britain * 2 > codes.count else { return }
    func isInBritain(longitude: Double, latitude: Double) -> Bool {
      (-9...3).contains(longitude) && (49...61).contains(latitude)
    }
    let middle = source.bounds.centre
    guard !isInBritain(longitude: middle.x, latitude: middle.y),
      isInBritain(longitude: middle.y, latitude: middle.x)
    else { return }
    throw .wrongReferenceSystem(
      file: source.file, where: "(all features)", x: middle.x, y: middle.y,
      expected: "longitude and latitude of Great Britain, which the codes are of, but look swapped")
  }

  private func edition(of column: String) -> Vintage {
    guard vintage.description.isEmpty,
      let year = RecognisedTable.vintage(ofColumn: column)
    else { return vintage }
    return Vintage(String(year))
  }

  func text(
    _ column: String, of feature: Feature, number: Int, in source: AreaFile
  ) throws(IntakeError) -> String {
    guard let value = feature.properties[column] else {
      throw .missingProperty(
        file: source.file, feature: number, property: column, present: feature.properties.keys)
    }
    guard let text = value.text, !text.isEmpty else {
      throw .emptyProperty(file: source.file, feature: number, property: column)
    }
    return text
  }
}
