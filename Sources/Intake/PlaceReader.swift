public import GeometryEngine
public import Places
internal import SimpleFeatures

/// Reads the table of places where people live.
public struct PlaceReader: Sendable {
  /// Which columns hold what.
  public struct Columns: Sendable {
    /// The identifier.
    public var id = "id"
    /// Longitude or easting.
    public var x = "lon"
    /// Latitude or northing.
    public var y = "lat"
    /// Residents.
    public var people = "people"
    /// The code of the ward, where the file knows it better than a position tells.
    public var ward: String?
    /// The code of the borough, likewise.
    public var borough: String?
    /// The code of the neighbourhood, a unit between place and ward.
    public var neighbourhood: String?

    /// The usual columns.
    public init() {}
  }

  /// Where the need index of a place comes from.
  public enum NeedSource: Sendable {
    /// A column of the table itself.
    case column(String, NeedTable.Direction)
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

  /// A reader.
  public init(columns: Columns, system: ReferenceSystem = .wgs84, need: NeedSource) {
    self.columns = columns
    self.system = system
    self.need = need
  }

  /// The places of a file, each assigned to its ward and borough.
  ///
  /// A ward code in the table is believed before the position, because the middle of a small area
  /// may fall outside the ward that most of its homes are in; how often that happens is reported.
  /// A place without a code belongs to the ward at its position.
  ///
  /// - Returns: The places, and what was noticed.
  /// - Throws: ``IntakeError`` for a missing column or value, a number that cannot be, a repeated
  ///   id, a place without a need figure, or a file none of whose places lies in any ward.
  public func read(
    _ file: InputFile, wards: Boundaries, boroughs: Boundaries?, in projection: StudyProjection
  ) throws(IntakeError) -> (places: PlaceTable, findings: [Finding]) {
    let table = try CSVReader().read(file)
    let ids = try strings(columns.id, in: table)
    let positions = try positions(in: table, projection)
    let peopleColumn = try table.requiredColumn(named: columns.people)
    let homes = try Homes(self, table, positions: positions, wards: wards, boroughs: boroughs)
    // Before need is looked up: places that lie nowhere have no figure either.
    guard homes.wards.contains(where: { $0 != nil }) else {
      throw .nothingInside(places: file.name, areas: "the \(wards.level) boundaries")
    }
    let needs = try needIndices(table, ids: ids, homes: homes, wards: wards, boroughs: boroughs)
    let neighbourhoodColumn = try columns.neighbourhood.map { (name) throws(IntakeError) in
      try table.requiredColumn(named: name)
    }
    var rows: [PlaceTable.Row] = []
    rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let people = try table.number(
        row: row, column: peopleColumn, in: 0...1e12, expected: "a number of people, 0 or more")
      let neighbourhood = table.text(row: row, optionalColumn: neighbourhoodColumn)
      rows.append(
        PlaceTable.Row(
          id: ids[row], position: positions[row], people: people, needIndex: needs[row],
          ward: homes.wards[row], borough: homes.boroughs[row],
          neighbourhood: neighbourhood.isEmpty ? nil : neighbourhood))
    }
    do {
      return (try PlaceTable(rows), homes.findings(table, rows: rows, level: wards.level))
    } catch {
      throw IntakeError(error, file: file.name, columns: columns)
    }
  }

  private func strings(_ column: String, in table: Table) throws(IntakeError) -> [String] {
    let index = try table.requiredColumn(named: column)
    var result: [String] = []
    result.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      result.append(try table.requiredText(row: row, column: index))
    }
    return result
  }

  private func positions(
    in table: Table, _ projection: StudyProjection
  ) throws(IntakeError) -> [Coordinate] {
    let xColumn = try table.requiredColumn(named: columns.x)
    let yColumn = try table.requiredColumn(named: columns.y)
    let ordinates = Ordinates(of: system, in: table.file)
    var xs: [Double] = []
    var ys: [Double] = []
    for row in 0..<table.rowCount {
      let (x, y) = try table.position(row: row, x: xColumn, y: yColumn, ordinates)
      xs.append(x)
      ys.append(y)
    }
    do {
      return try projection.coordinates(x: xs, y: ys, from: system)
    } catch {
      throw .referenceSystem(file: table.file, reason: "\(error)")
    }
  }

  private func needIndices(
    _ table: Table, ids: [String], homes: Homes, wards: Boundaries, boroughs: Boundaries?
  ) throws(IntakeError) -> [Double] {
    if case .column(let name, let direction) = need {
      let column = try table.requiredColumn(named: name)
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
  init(_ error: PlaceTableError, file: String, columns: PlaceReader.Columns) {
    switch error {
    case .noPlaces: self = .empty(file: file)
    case .duplicateID(let id): self = .duplicate(file: file, column: columns.id, value: id)
    case .invalidPeople(let id, let people):
      self = .invalidValue(
        file: file, line: 0, column: columns.people, value: "\(people) (\(id))",
        expected: "a number of people, 0 or more")
    case .notFinite(let id):
      self = .invalidValue(
        file: file, line: 0, column: columns.id, value: id, expected: "at a finite position")
    }
  }
}
