internal import GeoJSON
internal import GeometryEngine
internal import Places
internal import SimpleFeatures

extension AreaReader {
  /// Every area of a file as a check takes it, and what is wrong with those that have no code.
  ///
  /// - Throws: ``IntakeError`` where no property holds the codes.
  public func subjects(
    of source: AreaFile, in projection: StudyProjection
  ) throws(IntakeError) -> (subjects: [BoundaryCheck.Subject], problems: [IntakeError]) {
    let properties = try properties(of: source)
    var subjects: [BoundaryCheck.Subject] = []
    var problems: [IntakeError] = []
    for (number, feature) in source.collection.features.enumerated() {
      do throws(IntakeError) {
        let code = try text(properties.code, of: feature, number: number, in: source)
        subjects.append(
          BoundaryCheck.Subject(
            code: AreaCode(code),
            name: feature.properties[properties.name]?.text ?? "",
            parent: properties.parent.flatMap { feature.properties[$0]?.text }.map { AreaCode($0) },
            parts: try parts(of: feature, number: number, code: code, in: source, projection)))
      } catch {
        problems.append(error)
      }
    }
    return (subjects, problems)
  }

  /// The shape of a feature in the study's reference system, its rings closed but not judged.
  func shape(
    of feature: Feature, number: Int, code: String, in source: AreaFile,
    _ projection: StudyProjection
  ) throws(IntakeError) -> MultiPolygon {
    var parts = try parts(of: feature, number: number, code: code, in: source, projection)
    do throws(GeometryError) {
      var polygons: [Polygon] = []
      for part in parts.indices {
        var rings: [LinearRing] = []
        for ring in parts[part].indices {
          // Handed over, so that the ring takes the corners as they are instead of a copy.
          var corners: [Coordinate] = []
          swap(&corners, &parts[part][ring])
          rings.append(try LinearRing(consume corners))
        }
        polygons.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
      }
      return MultiPolygon(polygons)
    } catch {
      throw .invalidRing(file: source.file, area: code, reason: error.description)
    }
  }

  /// The rings of each part of a feature, in the study's reference system.
  private func parts(
    of feature: Feature, number: Int, code: String, in source: AreaFile,
    _ projection: StudyProjection
  ) throws(IntakeError) -> [[[Coordinate]]] {
    let file = source.file
    let polygons = feature.geometry?.polygonRings ?? []
    guard polygons.contains(where: { $0.contains { !$0.isEmpty } }) else {
      let found =
        polygons.isEmpty
        ? feature.geometry.map { "a \($0.typeName)" } ?? "without a geometry" : "empty"
      throw .notAnArea(file: file, feature: number, found: found)
    }
    let parts = polygons.filter { !$0.isEmpty }
    guard source.system != projection.target else {
      return parts.map { rings in
        rings.map { ring in ring.map { Coordinate(x: $0.x, y: $0.y) } }
      }
    }
    do {
      return try transformed(parts, from: source.system, projection)
    } catch {
      throw .referenceSystem(file: file, reason: "\(code): \(error)")
    }
  }

  /// Rings in the study's reference system, all positions transformed together.
  private func transformed(
    _ parts: [[[Position]]], from system: ReferenceSystem, _ projection: StudyProjection
  ) throws(GeometryEngineError) -> [[[Coordinate]]] {
    var x: [Double] = []
    var y: [Double] = []
    for ring in parts.joined() {
      x += ring.lazy.map(\.x)
      y += ring.lazy.map(\.y)
    }
    try projection.transform(from: system).apply(x: &x, y: &y)
    var start = 0
    return parts.map { rings in
      rings.map { ring in
        defer { start += ring.count }
        return (start..<start + ring.count).map { Coordinate(x: x[$0], y: y[$0]) }
      }
    }
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
