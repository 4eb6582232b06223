internal import GeoJSON
internal import GeometryEngine
internal import Intake
internal import MapLayers
internal import Places
internal import SimpleFeatures

/// Checks the areas of a boundary file: their codes, their shapes, and how they fit together.
struct AreaCheck {
  let source: AreaFile
  let reader: AreaReader
  let projection: StudyProjection

  /// What is wrong with the areas.
  ///
  /// - Parameter above: The areas of the level above, if those are checked too.
  /// - Returns: A finding for each kind of fault, with every place.
  func findings(within above: AreaCheck?) -> [Finding] {
    let (subjects, problems) = subjects()
    guard !subjects.isEmpty else { return IntakeError.findings(problems) }
    let parents = above.map { $0.subjects().subjects }.flatMap { $0.isEmpty ? nil : $0 }
    let report = BoundaryCheck().report(on: subjects, within: parents)
    let groups = Dictionary(grouping: report.faults, by: \.kind)
    let findings = BoundaryFault.Kind.allCases.compactMap { kind in
      groups[kind].map { finding(of: kind, $0) }
    }
    return IntakeError.findings(problems) + findings + cutShort(report)
  }

  /// Every area with a code and a shape, and what is wrong with the others.
  private func subjects() -> (subjects: [BoundaryCheck.Subject], problems: [IntakeError]) {
    do throws(IntakeError) {
      return try reader.subjects(of: source, in: projection)
    } catch {
      return ([], [error])
    }
  }

  private func finding(of kind: BoundaryFault.Kind, _ faults: [BoundaryFault]) -> Finding {
    Finding(
      kind.code, file: source.file, sheet: source.layer,
      at: faults.map { fault in
        Finding.Occurrence(
          field: fault.codes.map(\.description).joined(separator: ", "),
          value: fault.description, remark: place(of: fault))
      },
      message: "\(source.file): \(kind.message)", suggestion: kind.suggestion)
  }

  /// Where a fault is in degrees, as maps on the web take it.
  private func place(of fault: BoundaryFault) -> String {
    guard let position = fault.position,
      let place = try? projection.transform(from: .wgs84).lonLat(of: position), place.isOnEarth
    else { return "" }
    let numbers = [place.longitude, place.latitude].map {
      PropertyValue.decimal($0, places: 6).plainText
    }
    return "longitude, latitude " + numbers.joined(separator: ", ")
  }

  private func cutShort(_ report: BoundaryCheck.Report) -> [Finding] {
    guard !report.stepsCutShort.isEmpty else { return [] }
    let steps = report.stepsCutShort.map(\.rawValue).joined(separator: ", ")
    return [
      Finding(
        "W169", file: source.file, count: 1,
        message: "\(source.file): a part of the check would have taken too long and was left "
          + "incomplete (\(steps)).")
    ]
  }
}

extension BoundaryFault.Kind {
  /// The stable code; those of errors are the ones that a run stops with.
  fileprivate var code: String {
    switch self {
    case .duplicateCode: "E211"
    case .missingShape: "E207"
    case .unusableRing: "E208"
    case .invalidShape: "E209"
    case .tooFarOut: "E210"
    case .unknownParent: "W111"
    case .overlap: "W160"
    case .gap: "W161"
    case .openGap: "W162"
    case .sliver: "W163"
    case .outsideParent: "W164"
    case .unmatchedBorder: "W165"
    case .spike: "W166"
    case .notMeasured: "W169"
    case .hole: "N167"
    case .tinyPart: "N168"
    case .repeatedCorners: "N170"
    case .uncoveredParent: "N171"
    }
  }

  fileprivate var message: String {
    switch self {
    case .duplicateCode: "codes that several areas have."
    case .missingShape: "areas without a shape."
    case .unusableRing: "rings that are none."
    case .invalidShape: "borders that cross themselves; which side is inside cannot be told."
    case .tooFarOut: "corners that are nowhere on the Earth."
    case .unknownParent: "areas naming an area of the next level that is not there."
    case .overlap: "areas that overlap; what lies in both is taken for the lower code's."
    case .gap: "gaps between areas; what lies in one belongs to none."
    case .openGap: "narrow gaps between areas, open to the outside."
    case .sliver: "parts so narrow that they are probably slips."
    case .outsideParent: "areas that lie partly outside the area that they belong to."
    case .unmatchedBorder: "borders of neighbours that do not match corner by corner."
    case .spike: "borders that go out and come straight back."
    case .notMeasured: "areas that could not be measured."
    case .hole: "holes that no area fills: lakes, or areas missing."
    case .tinyPart: "tiny detached parts."
    case .repeatedCorners: "corners given twice."
    case .uncoveredParent: "areas covered only partly by those below them."
    }
  }

  fileprivate var suggestion: String {
    switch self {
    case .invalidShape:
      "`coldspot check FILE --fix OUT --repair` mends them, or repair = true in the study file."
    case .overlap, .gap, .openGap, .unmatchedBorder:
      "Overlaps and gaps are not repaired here: take the boundaries from one source and edition, "
        + "or clean the coverage in QGIS or GRASS."
    default: ""
    }
  }
}

extension AreaCheck {
  /// A copy of the file as GeoJSON in degrees, with borders mended that cross themselves.
  ///
  /// - Parameter isMending: Whether to mend them; otherwise the copy only has another format.
  /// - Returns: The copy, and by how much each mended area changed.
  /// - Throws: `IntakeError`, or `GeometryEngineError` for a shape that cannot be drawn.
  func repair(mending isMending: Bool) throws -> FileRepair {
    let (rows, problems) = try reader.rows(of: source, in: projection)
    if let first = problems.first { throw first }
    let drawing = LayerProjection(try projection.transform(from: .wgs84))
    var writer = GeoJSONWriter(name: "areas")
    var changes: [FileRepair.Change] = []
    for row in rows {
      var shape = row.shape
      if isMending, case .invalid(let reason, _) = try Validity.of(shape) {
        let before = shape.area
        shape = try Repair.makeValid(shape).area
        changes.append(
          FileRepair.Change(
            sheet: source.layer, line: row.feature + 1, column: row.code,
            before: "\(Self.squareMetres(before)) m²", after: "\(Self.squareMetres(shape.area)) m²",
            code: "W125", reason: reason))
      }
      let feature = source.collection.features[row.feature]
      writer.append(
        id: row.code, geometry: try drawing.area(shape),
        properties: feature.properties.members.map { ($0.name, PropertyValue($0.value)) })
    }
    return FileRepair(content: writer.finish(), changes: changes)
  }

  private static func squareMetres(_ area: Double) -> String {
    PropertyValue.decimal(area, places: 1).plainText
  }
}

extension PropertyValue {
  /// The value of a property as a layer holds it; lists and objects as their text.
  fileprivate init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .text(flag ? "true" : "false")
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .array, .object:
      self = .text(String(decoding: JSONWriter(layout: .compact).write(value), as: UTF8.self))
    }
  }
}

extension AreaLevel {
  /// What kind of areas a file seems to hold.
  init(recognisedIn areas: AreaFile) {
    let table = RecognisedTable(header: areas.propertyNames)
    let levels: [(ColumnRole, AreaLevel)] = [
      (.oaCode, "output area"), (.lsoaCode, "LSOA"), (.msoaCode, "MSOA"), (.wardCode, "ward"),
      (.boroughCode, "borough"),
    ]
    // The smallest unit is what a row is; the others say where it belongs.
    self = levels.first { table.column(for: $0.0) != nil }?.1 ?? "area"
  }
}
