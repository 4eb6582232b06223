internal import GeoJSON
internal import GeometryEngine
public import Places
internal import SimpleFeatures

/// Makes boundaries of a boundary file.
public struct AreaReader: Sendable {
  /// Which properties hold what.
  public let columns: AreaFile.Columns
  /// What kind of areas the file holds.
  public let level: AreaLevel
  /// Their edition.
  public let vintage: Vintage

  /// A reader for one level.
  public init(columns: AreaFile.Columns, level: AreaLevel, vintage: Vintage = "") {
    self.columns = columns
    self.level = level
    self.vintage = vintage
  }

  /// The areas of a file, brought into the study's reference system and indexed.
  ///
  /// - Throws: ``IntakeError`` for a missing property, a feature that is not an area, a ring that
  ///   cannot be, a border that crosses itself, or two areas with one code.
  /// - Complexity: O(*n* log *n*) in the number of corners.
  public func boundaries(
    of source: AreaFile, in projection: StudyProjection
  ) throws(IntakeError) -> Boundaries {
    var areas: [Area] = []
    for (number, feature) in source.collection.features.enumerated() {
      let code = try text(columns.code, of: feature, number: number, in: source)
      let name = try text(columns.name, of: feature, number: number, in: source)
      var parent: AreaCode?
      if let column = columns.parent {
        parent = AreaCode(try text(column, of: feature, number: number, in: source))
      }
      let shape = try shape(of: feature, number: number, code: code, in: source, projection)
      areas.append(Area(code: AreaCode(code), name: name, parent: parent, shape: shape))
    }
    do {
      return try Boundaries(level: level, vintage: vintage, areas: areas)
    } catch {
      switch error {
      case .noAreas: throw .empty(file: source.file)
      case .duplicateCode(let code):
        throw .duplicate(file: source.file, column: columns.code, value: code.description)
      }
    }
  }

  private func text(
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

  private func shape(
    of feature: Feature, number: Int, code: String, in source: AreaFile,
    _ projection: StudyProjection
  ) throws(IntakeError) -> MultiPolygon {
    let file = source.file
    let polygons = feature.geometry?.polygonRings ?? []
    let flat = polygons.flatMap { $0.flatMap(\.self) }
    guard !flat.isEmpty else {
      let found =
        polygons.isEmpty
        ? feature.geometry.map { "a \($0.typeName)" } ?? "without a geometry" : "empty"
      throw .notAnArea(file: file, feature: number, found: found)
    }
    let shape: MultiPolygon
    do {
      let corners = try projection.coordinates(
        x: flat.map(\.x), y: flat.map(\.y), from: source.system)
      shape = try assembled(polygons, from: corners)
    } catch let error as GeometryError {
      throw .invalidRing(file: file, area: code, reason: error.description)
    } catch {
      throw .referenceSystem(file: file, reason: "\(code): \(error)")
    }
    try requireValid(shape, code: code, in: source, projection)
    return shape
  }

  /// The rings again, from the corners laid end to end.
  private func assembled(
    _ polygons: [[[Position]]], from corners: [Coordinate]
  ) throws(GeometryError) -> MultiPolygon {
    var start = 0
    var parts: [Polygon] = []
    for rings in polygons where !rings.isEmpty {
      var made: [LinearRing] = []
      for ring in rings {
        made.append(try LinearRing(corners[start..<start + ring.count]))
        start += ring.count
      }
      parts.append(Polygon(exterior: made[0], holes: Array(made.dropFirst())))
    }
    return MultiPolygon(parts)
  }

  private func requireValid(
    _ shape: MultiPolygon, code: String, in source: AreaFile, _ projection: StudyProjection
  ) throws(IntakeError) {
    let validity: Validity
    do {
      validity = try Validity.of(shape)
    } catch {
      throw .invalidRing(file: source.file, area: code, reason: "\(error)")
    }
    guard case .invalid(let reason, let position) = validity else { return }
    // Named in the file's own coordinates, so that the user can find it there.
    var (x, y) = ([position.x], [position.y])
    if source.system != projection.target {
      try? projection.transform(from: source.system).apply(x: &x, y: &y, direction: .inverse)
    }
    throw .selfCrossing(
      file: source.file, area: code, reason: reason, x: (x[0] * 1e6).rounded() / 1e6,
      y: (y[0] * 1e6).rounded() / 1e6)
  }
}
