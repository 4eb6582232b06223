public import GeometryEngine
public import Places
public import SimpleFeatures

/// Reads the table of support organisations.
///
/// Needed columns: the identifier, the name and the specialisms. Optional: kind, status, group,
/// the areas served, a position, its precision, a postcode, the capacity, and where the facts
/// come from. Nothing is dropped: an organisation that cannot act is kept, and reported.
public struct OrganisationReader: Sendable {
  /// Which columns hold what.
  public struct Columns: Sendable {
    /// The identifier.
    public var id = "id"
    /// The name.
    public var name = "name"
    /// The specialisms, separated by semicolons.
    public var specialisms = "specialisms"
    /// The codes of the areas served by mandate, separated by semicolons.
    public var serves = "serves_gss"
    /// The word in ``serves`` for the whole study area.
    public var everywhere = "pan-london"
    /// Longitude or easting.
    public var x = "lon"
    /// Latitude or northing.
    public var y = "lat"

    /// The usual columns.
    public init() {}
  }

  /// Which columns hold what.
  public let columns: Columns
  /// The reference system of the coordinates.
  public let system: ReferenceSystem
  /// Places organisations that have a postcode but no coordinates; none are placed without it.
  public let postcodes: PostcodeSectors?
  /// The polygons that organisations declare as their areas of benefit, by organisation id.
  public let areasOfBenefit: [String: MultiPolygon]

  /// A reader.
  public init(
    columns: Columns, system: ReferenceSystem = .wgs84, postcodes: PostcodeSectors? = nil,
    areasOfBenefit: [String: MultiPolygon] = [:]
  ) {
    self.columns = columns
    self.system = system
    self.postcodes = postcodes
    self.areasOfBenefit = areasOfBenefit
  }

  /// The organisations of a file, in the order of their ids, and what was noticed.
  ///
  /// - Throws: ``IntakeError``.
  public func read(
    _ file: InputFile, functions: FunctionTable, wards: Boundaries, boroughs: Boundaries?,
    in projection: StudyProjection
  ) throws(IntakeError) -> (organisations: [Organisation], findings: [Finding]) {
    let table = try CSVReader().read(file)
    let rows = try OrganisationRows(table, columns: columns, system: system)
    let positions = try positions(rows, projection)
    var notes = OrganisationNotes(file: file.name)
    var organisations: [Organisation] = []
    for row in 0..<table.rowCount {
      let id = try table.requiredText(row: row, column: rows.id)
      let provided = rows.specialisms(row).flatMap { specialism in
        let found = functions.functions(providedBy: specialism)
        if found.isEmpty { notes.unmapped(specialism) }
        return found
      }
      let site = Site(
        position: positions[row]?.position, precision: positions[row]?.precision ?? .none)
      let remit = remit(rows.serves(row), id: id, wards: wards, boroughs: boroughs, &notes)
      let organisation = Organisation(
        id: id, name: try table.requiredText(row: row, column: rows.name),
        kind: rows.text(row, "kind"), status: rows.text(row, "status").ifEmpty("active"),
        group: rows.text(row, "group").ifEmpty(id), site: site, remit: remit,
        areaOfBenefit: areasOfBenefit[id], radius: try rows.radius(row),
        capacity: try rows.capacity(row),
        functions: Set(provided).sorted(), provenance: rows.provenance(row))
      notes.take(organisation, wards: wards)
      if postcodes != nil, site.position == nil, !rows.text(row, "postcode").isEmpty {
        notes.unplaced(id, postcode: rows.text(row, "postcode"))
      }
      organisations.append(organisation)
    }
    organisations.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    var seen: Set<String> = []
    for organisation in organisations where !seen.insert(organisation.id).inserted {
      throw .duplicate(file: file.name, column: columns.id, value: organisation.id)
    }
    for id in areasOfBenefit.keys where !organisations.contains(where: { $0.id == id }) {
      notes.unknown(id)
    }
    return (organisations, notes.findings())
  }

  private typealias Placed = (position: Coordinate, precision: LocationPrecision)

  /// The position of each row that has one, all transformed together.
  private func positions(
    _ rows: OrganisationRows, _ projection: StudyProjection
  ) throws(IntakeError) -> [Placed?] {
    var result = [Placed?](repeating: nil, count: rows.table.rowCount)
    var given: (rows: [Int], x: [Double], y: [Double]) = ([], [], [])
    var coded: (rows: [Int], x: [Double], y: [Double]) = ([], [], [])
    for row in 0..<rows.table.rowCount {
      if let (x, y) = try rows.position(row) {
        given.rows.append(row)
        given.x.append(x)
        given.y.append(y)
      } else if let middle = postcodes?.position(of: rows.text(row, "postcode")) {
        coded.rows.append(row)
        coded.x.append(middle.longitude)
        coded.y.append(middle.latitude)
      }
    }
    do {
      let fromColumns = try projection.coordinates(x: given.x, y: given.y, from: system)
      for (row, position) in zip(given.rows, fromColumns) {
        result[row] = (position, try rows.precision(row))
      }
      let fromPostcodes = try projection.coordinates(x: coded.x, y: coded.y, from: .wgs84)
      for (row, position) in zip(coded.rows, fromPostcodes) {
        result[row] = (position, .postcodeSector)
      }
    } catch let error as IntakeError {
      throw error
    } catch {
      throw .referenceSystem(file: rows.table.file, reason: "\(error)")
    }
    return result
  }

  private func remit(
    _ codes: [String], id: String, wards: Boundaries, boroughs: Boundaries?,
    _ notes: inout OrganisationNotes
  ) -> Remit {
    guard !codes.isEmpty else { return .none }
    if codes.contains(where: { $0.lowercased() == columns.everywhere.lowercased() }) {
      return .everywhere
    }
    var known: [AreaCode] = []
    for code in codes.map({ AreaCode($0) }) {
      if wards.index(of: code) != nil || boroughs?.index(of: code) != nil {
        known.append(code)
      } else {
        notes.unresolved(code, of: id)
      }
    }
    return known.isEmpty ? .none : .areas(Array(Set(known)).sorted())
  }
}

extension String {
  fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
