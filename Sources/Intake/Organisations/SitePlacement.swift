internal import GeometryEngine
internal import Places
internal import Postcodes
internal import SimpleFeatures

/// Finds where the organisations of a table work from: by coordinates, else by postcode.
struct SitePlacement {
  private let reader: OrganisationReader
  private let table: Table
  private let cells: SiteColumns
  /// Reads the coordinates; `nil` for systems other than degrees and the National Grid, whose
  /// numbers cannot be told by their size.
  private let positions: PositionReader?
  private let ordinates: Ordinates
  private let live: LivePostcodes

  init(
    _ reader: OrganisationReader, _ table: Table, _ cells: SiteColumns
  ) throws(IntakeError) {
    live = LivePostcodes(reader.postcodes)
    self.reader = reader
    self.table = table
    self.cells = cells
    ordinates = Ordinates(of: reader.system, in: table.file)
    // Columns called eastings and northings are no degrees, though nobody named their system.
    let isEasting = cells.x.map { table.recognised.columns[$0].role == .easting } ?? false
    let declared: PositionReader.Columns? =
      switch reader.system {
      case .wgs84: isEasting ? .nationalGrid : .degrees
      case .britishNationalGrid: .nationalGrid
      default: nil
      }
    do {
      let window = try PositionWindow(around: reader.ground)
      positions = declared.map { PositionReader(window: window, columns: $0) }
    } catch {
      throw .referenceSystem(file: table.file, reason: "\(error)")
    }
  }

  /// Whether a row has a postcode or coordinates.
  func hasAddress(_ row: Int) -> Bool {
    [cells.x, cells.y, cells.postcode].contains {
      !table.text(row: row, optionalColumn: $0).isEmpty
    }
  }

  /// The sites of a row, and whether a cell had to be put right.
  ///
  /// - Throws: ``IntakeError`` for a word that is no precision, and where PROJ fails.
  func sites(
    ofRow row: Int, source: RowSource, notes: inout RowNotes
  ) throws(IntakeError) -> (sites: [Site], isRepaired: Bool) {
    let postcodes = PostcodeSites(
      reader, table, column: cells.postcode, source: source, live: live)
    let (position, isRepaired) = try givenPosition(row, notes: &notes)
    if let position {
      let site = Site(
        position: position, precision: try precision(row),
        postcode: postcodes.spelling(ofRow: row), source: source)
      return ([site], isRepaired)
    }
    let found = try postcodes.sites(ofRow: row, notes: &notes)
    return (found.sites, found.isRepaired)
  }

  /// The position that the coordinates give, in the study's system.
  private func givenPosition(
    _ row: Int, notes: inout RowNotes
  ) throws(IntakeError) -> (position: Coordinate?, isRepaired: Bool) {
    guard let x = cells.x, let y = cells.y else { return (nil, false) }
    let texts = (
      x: table.text(row: row, column: x), y: table.text(row: row, column: y)
    )
    // One column may hold both numbers, or a grid reference.
    let isOneCell = x == y
    var occurrence = Finding.Occurrence(
      line: table.line(ofRow: row), column: x + 1,
      field: isOneCell ? table.header[x] : "\(table.header[x]), \(table.header[y])",
      value: isOneCell ? texts.x : "\(texts.x), \(texts.y)")
    guard let positions else {
      if texts.x.isEmpty, texts.y.isEmpty { return (nil, false) }
      do throws(IntakeError) {
        let (x, y) = try table.position(row: row, x: x, y: y, ordinates)
        return (try coordinate(x, y, in: reader.system), false)
      } catch {
        occurrence.remark = error.description
        notes.add(.impossiblePosition, occurrence)
        return (nil, false)
      }
    }
    switch isOneCell ? positions.read(texts.x) : positions.read(x: texts.x, y: texts.y) {
    case .empty: return (nil, false)
    case .inside(let read):
      if !read.changes.isEmpty {
        occurrence.remark = read.changes.map(\.description).joined(separator: "; ")
        notes.add(.reinterpretedPosition, occurrence)
      }
      return (try coordinate(read.position), !read.changes.isEmpty)
    case .outside(let read, _): return (try coordinate(read.position), false)
    case .refused(let refusal):
      occurrence.remark = refusal.description
      notes.add(.impossiblePosition, occurrence)
      return (nil, false)
    }
  }

  /// How well the position is known; a position without a word on it counts as a point.
  private func precision(_ row: Int) throws(IntakeError) -> LocationPrecision {
    let text = table.text(row: row, optionalColumn: cells.precision)
    guard !text.isEmpty else { return .point }
    guard let precision = LocationPrecision(rawValue: text.lowercased()) else {
      let known = LocationPrecision.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalidValue(
        file: table.file, line: table.line(ofRow: row), column: "location_precision", value: text,
        expected: "one of \(known)")
    }
    return precision
  }

  private func coordinate(_ position: BritishPosition) throws(IntakeError) -> Coordinate {
    switch position {
    case .degrees(let place):
      try coordinate(place.longitude, place.latitude, in: .wgs84)
    case .nationalGrid(let place):
      try coordinate(place.x, place.y, in: .britishNationalGrid)
    }
  }

  private func coordinate(
    _ x: Double, _ y: Double, in system: ReferenceSystem
  ) throws(IntakeError) -> Coordinate {
    try reader.ground.coordinate(x, y, in: system, file: table.file)
  }
}

extension StudyGround {
  /// A position in the study's system.
  func coordinate(
    _ x: Double, _ y: Double, in system: ReferenceSystem, file: String
  ) throws(IntakeError) -> Coordinate {
    do {
      return try projection.coordinates(x: [x], y: [y], from: system)[0]
    } catch {
      throw .referenceSystem(file: file, reason: "\(error)")
    }
  }
}

extension PositionWindow {
  /// How far around a study organisations are expected.
  private static let margin = Distance.metres(50_000)

  /// The window of a study: its areas, with room for those who serve it from outside.
  init(around ground: StudyGround) throws(GeometryEngineError) {
    let box = ground.wards.bounds
    let transform = try ground.projection.transform(from: .wgs84)
    let corners = try transform.lonLats(of: box.corners)
    let longitudes = corners.map(\.longitude)
    let latitudes = corners.map(\.latitude)
    // Nowhere near anything, for a study that is not in Great Britain.
    var grid = (eastings: 9e11...9e11, northings: 9e11...9e11)
    if ground.projection.target == .britishNationalGrid {
      grid = (box.minX...box.maxX, box.minY...box.maxY)
    } else if Self.isInGreatBritain(corners) {
      let plane = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
        .coordinates(of: corners)
      grid = (Self.range(plane.map(\.x)), Self.range(plane.map(\.y)))
    }
    self = PositionWindow(
      longitudes: Self.range(longitudes), latitudes: Self.range(latitudes),
      eastings: grid.eastings, northings: grid.northings
    ).widened(by: Self.margin)
  }

  private static func range(_ numbers: [Double]) -> ClosedRange<Double> {
    (numbers.min() ?? 0)...(numbers.max() ?? 0)
  }

  private static func isInGreatBritain(_ corners: [LonLat]) -> Bool {
    corners.allSatisfy { (-9...2.1).contains($0.longitude) && (49.7...61).contains($0.latitude) }
  }
}

extension BoundingBox {
  fileprivate var corners: [Coordinate] {
    [
      Coordinate(x: minX, y: minY), Coordinate(x: maxX, y: minY), Coordinate(x: maxX, y: maxY),
      Coordinate(x: minX, y: maxY),
    ]
  }
}
