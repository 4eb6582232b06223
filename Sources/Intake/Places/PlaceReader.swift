public import GeometryEngine
public import Places
internal import SimpleFeatures

/// Reads the table of places where people live.
public struct PlaceReader: Sendable {
  /// Which columns hold what; those left out are found by their names.
  public struct Columns: Sendable {
    /// The identifier.
    public var id: String?
    /// Longitude or easting.
    public var x: String?
    /// Latitude or northing.
    public var y: String?
    /// Residents.
    public var people: String?
    /// The code of the ward, where the file knows it better than a position tells.
    public var ward: String?
    /// The code of the borough, likewise.
    public var borough: String?
    /// The code of the neighbourhood, a unit between place and ward.
    public var neighbourhood: String?
    /// The sheet or layer; `nil` for the first that fits.
    public var sheet: String?

    /// Columns found by their names.
    public init() {}

    /// The names that the study gives.
    var stated: [String] {
      [id, x, y, people, ward, borough, neighbourhood].compactMap(\.self)
    }
  }

  /// Where the need index of a place comes from.
  public enum NeedSource: Sendable {
    /// A column of the table itself.
    case column(String, NeedTable.Direction?)
    /// A table by ward code.
    case ward(NeedTable)
    /// A table by borough code.
    case borough(NeedTable)
    /// A table by the identifier of the place.
    case place(NeedTable)
  }

  /// Which columns hold what.
  public let columns: Columns
  /// The reference system of the coordinates.
  public let system: ReferenceSystem
  /// Where need comes from.
  public let need: NeedSource
  /// Brings ward codes of another edition to those of the boundaries.
  public let crosswalk: AreaCrosswalk?

  /// A reader.
  public init(
    columns: Columns, system: ReferenceSystem = .wgs84, need: NeedSource,
    crosswalk: AreaCrosswalk? = nil
  ) {
    self.columns = columns
    self.system = system
    self.need = need
    self.crosswalk = crosswalk
  }

  static let peopleRange = 0...1e12
  static let peopleExpected = "a number of people, 0 or more"

  /// The places of a file, what was noticed, and what became of the rows.
  public struct Reading: Sendable {
    /// The places.
    public let places: PlaceTable
    /// Which way the index of need points.
    public let needDirection: NeedDirection
    /// What was noticed.
    public let findings: [Finding]
    /// What became of the rows.
    public let account: RowAccount
  }

  /// The places of a file, each assigned to its ward and borough.
  ///
  /// A ward code in the table is believed before the position, because the middle of a small area
  /// may fall outside the ward that most of its homes are in; how often that happens is reported.
  /// A place without a code belongs to the ward at its position.
  ///
  /// - Throws: ``IntakeError`` for a missing column or value, a number that cannot be, a repeated
  ///   id, a place without a need figure, ward codes of another edition than the boundaries', or a
  ///   file none of whose places lies in any ward.
  public func read(
    _ file: InputFile, on ground: StudyGround
  ) throws(IntakeError) -> Reading {
    let (wards, boroughs) = (ground.wards, ground.boroughs)
    let table = try TableReader(columns: columns.stated, sheet: columns.sheet).read(file)
    let cells = try PlaceColumns(columns, in: table)
    let ids = try table.requiredTexts(cells.id)
    let positions = try positions(in: table, cells, ground.projection)
    let homes = Homes(
      table, cells, positions: positions, wards: wards, boroughs: boroughs, crosswalk: crosswalk)
    // Before need is looked up: places that lie nowhere have no figure either.
    guard homes.wards.contains(where: { $0 != nil }) else {
      throw .nothingInside(places: file.name, areas: "the \(wards.level) boundaries")
    }
    if crosswalk == nil, let column = cells.ward {
      if let mismatch = ground.vintageCheck.mismatch(
        of: homes.entries(table, ids: ids, column: column, wards: wards, boroughs: boroughs),
        file: table.file, column: table.header[column])
      {
        throw .vintages(mismatch)
      }
    }
    let needs = try needIndices(table, ids: ids, homes: homes, wards: wards, boroughs: boroughs)
    var rows: [PlaceTable.Row] = []
    rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let people = try table.number(
        row: row, column: cells.people, in: Self.peopleRange, expected: Self.peopleExpected)
      let neighbourhood = table.text(row: row, optionalColumn: cells.neighbourhood)
      rows.append(
        PlaceTable.Row(
          id: ids[row], position: positions[row], people: people, needIndex: needs[row],
          ward: homes.wards[row], borough: homes.boroughs[row],
          neighbourhood: neighbourhood.isEmpty ? nil : neighbourhood))
    }
    let places: PlaceTable
    do {
      places = try PlaceTable(rows)
    } catch {
      throw IntakeError(
        error, file: file.name, id: table.header[cells.id], people: table.header[cells.people])
    }
    return Reading(
      places: places, needDirection: try needDirection(in: table),
      findings: table.findings + homes.findings(table, rows: rows, level: wards.level),
      account: RowAccount(
        rows: table.rowCount + table.setAside.count, setAside: table.setAside.map(\.reason)))
  }

  private func positions(
    in table: Table, _ cells: PlaceColumns, _ projection: StudyProjection
  ) throws(IntakeError) -> [Coordinate] {
    let ordinates = Ordinates(of: system, in: table.file)
    var xs: [Double] = []
    var ys: [Double] = []
    for row in 0..<table.rowCount {
      let (x, y) = try table.position(row: row, x: cells.x, y: cells.y, ordinates)
      xs.append(x)
      ys.append(y)
    }
    do {
      return try projection.coordinates(x: xs, y: ys, from: system)
    } catch {
      throw .referenceSystem(file: table.file, reason: "\(error)")
    }
  }

  private func needDirection(in table: Table) throws(IntakeError) -> NeedDirection {
    switch need {
    case .column(let name, let direction):
      try NeedTable.direction(
        of: try table.requiredColumn(named: name), in: table, stated: direction)
    case .ward(let needs), .borough(let needs), .place(let needs): needs.direction
    }
  }

  private func needIndices(
    _ table: Table, ids: [String], homes: Homes, wards: Boundaries, boroughs: Boundaries?
  ) throws(IntakeError) -> [Double] {
    if case .column(let name, let direction) = need {
      let column = try table.requiredColumn(named: name)
      let direction = try NeedTable.direction(of: column, in: table, stated: direction)
      var figures: [Double] = []
      for row in 0..<table.rowCount {
        let figure = try table.number(row: row, column: column)
        figures.append(direction == .higher ? figure : -figure)
      }
      return figures
    }
    var result: [Double] = []
    var missing: Set<String> = []
    for row in 0..<table.rowCount {
      let (needTable, key) = needKey(
        row, id: ids[row], homes: homes, wards: wards, boroughs: boroughs)
      if let key, let figure = needTable?.figures[key] {
        result.append(figure)
      } else {
        missing.insert(key ?? ids[row])
        result.append(0)
      }
    }
    guard missing.isEmpty else {
      let (needTable, _) = needKey(0, id: "", homes: homes, wards: wards, boroughs: boroughs)
      throw .needMissing(
        file: needTable?.file ?? table.file, column: needTable?.column ?? "",
        examples: missing.sorted(), count: missing.count)
    }
    return result
  }

  private func needKey(
    _ row: Int, id: String, homes: Homes, wards: Boundaries, boroughs: Boundaries?
  ) -> (table: NeedTable?, key: String?) {
    switch need {
    case .column: (nil, nil)
    case .place(let table): (table, id)
    case .ward(let table):
      (table, homes.wards[row].map { wards.areas[$0].code.description })
    case .borough(let table):
      (table, homes.boroughs[row].flatMap { boroughs?.areas[$0].code.description })
    }
  }
}

extension IntakeError {
  fileprivate init(_ error: PlaceTableError, file: String, id: String, people peopleColumn: String)
  {
    switch error {
    case .noPlaces: self = .empty(file: file)
    case .duplicateID(let value): self = .duplicate(file: file, column: id, value: value)
    case .invalidPeople(let place, let people):
      self = .invalidValue(
        file: file, line: 0, column: peopleColumn, value: "\(people) (\(place))",
        expected: "a number of people, 0 or more")
    case .notFinite(let place):
      self = .invalidValue(
        file: file, line: 0, column: id, value: place, expected: "at a finite position")
    }
  }
}
