internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

extension AreaReader {
  /// The shape of a feature in the study's reference system, its rings closed but not judged.
  func shape(
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
    do {
      let corners = try projection.coordinates(
        x: flat.map(\.x), y: flat.map(\.y), from: source.system)
      return try Self.assembled(polygons, from: corners)
    } catch let error as GeometryError {
      throw .invalidRing(file: file, area: code, reason: error.description)
    } catch {
      throw .referenceSystem(file: file, reason: "\(code): \(error)")
    }
  }

  /// The rings again, from the corners laid end to end.
  private static func assembled(
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

  /// What is wrong with the rings of an area, if anything is.
  func selfCrossing(
    of row: Row, in source: AreaFile, _ projection: StudyProjection
  ) throws(IntakeError) -> IntakeError? {
    let validity: Validity
    do {
      validity = try Validity.of(row.shape)
    } catch {
      throw .invalidRing(file: source.file, area: row.code, reason: "\(error)")
    }
    guard case .invalid(let reason, let position) = validity else { return nil }
    // Named in the file's own coordinates, so that the user can find it there.
    var (x, y) = ([position.x], [position.y])
    if source.system != projection.target {
      try? projection.transform(from: source.system).apply(x: &x, y: &y, direction: .inverse)
    }
    return .selfCrossing(
      file: source.file, area: row.code, reason: reason, x: (x[0] * 1e6).rounded() / 1e6,
      y: (y[0] * 1e6).rounded() / 1e6)
  }

  /// The shape of an area, mended.
  func repaired(_ row: Row, file: String) throws(IntakeError) -> MultiPolygon {
    do {
      return try Repair.makeValid(row.shape).area
    } catch {
      throw .invalidRing(file: file, area: row.code, reason: "\(error)")
    }
  }

  /// A mended area, and by how much that changed it.
  static func occurrence(of row: Row, before: Double, after: Double) -> Finding.Occurrence {
    func squareMetres(_ area: Double) -> String { String(Int(area.rounded())) }
    return Finding.Occurrence(
      line: row.feature + 1, value: row.code,
      remark: "\(squareMetres(before)) m² before, \(squareMetres(after)) m² after")
  }
}
