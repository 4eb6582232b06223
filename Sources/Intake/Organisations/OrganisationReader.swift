public import GeometryEngine
public import Places
public import Postcodes
public import SimpleFeatures
internal import SpatialIndex

/// Reads the table of support organisations, whoever made it.
///
/// Only a name is needed; an identifier, registered numbers, kind, status, the areas served, a
/// position or a postcode, what is provided and where the facts come from are read where they are.
/// Rows of one organisation become one, with all its sites. Nothing is dropped: an organisation
/// that cannot act is kept, and reported.
public struct OrganisationReader {
  /// Which columns hold what; those left out are found by their names.
  public struct Columns: Sendable {
    /// The identifier.
    public var id: String?
    /// The name.
    public var name: String?
    /// The charity number.
    public var charity: String?
    /// The company number.
    public var company: String?
    /// The specialisms, separated by semicolons.
    public var specialisms: String?
    /// The areas served by mandate: codes or names, in any kind of list.
    public var serves: String?
    /// The word in ``serves`` for the whole study area.
    public var everywhere: String
    /// Longitude or easting.
    public var x: String?
    /// Latitude or northing.
    public var y: String?
    /// The postcode, or several, or an address that ends in one.
    public var postcode: String?
    /// The sheet or layer; `nil` for the first that fits.
    public var sheet: String?

    /// Columns found by their names.
    public init(everywhere: String = "pan-london") {
      self.everywhere = everywhere
    }

    /// The names that the study gives.
    var stated: [String] {
      [id, name, charity, company, specialisms, serves, x, y, postcode].compactMap(\.self)
    }
  }

  /// Which columns hold what.
  public private(set) var columns: Columns
  /// The reference system of the coordinates.
  public private(set) var system: ReferenceSystem
  /// The areas that remits and positions are read against.
  public let ground: StudyGround
  /// The functions that specialisms provide.
  public let functions: FunctionTable
  /// Places organisations that have a postcode but no coordinates; none are placed without it.
  public var postcodes: PostcodeDirectory?
  /// The polygons that organisations declare as their areas of benefit, by organisation id.
  public var areasOfBenefit: [String: MultiPolygon] = [:]
  /// The names of parts of the study area.
  public var regions: RegionTable?
  /// The areas served that another table lists, by organisation.
  public var remits: RemitTable?
  /// The specialisms that another table lists, by organisation.
  public var classifications: ClassificationTable?
  /// Brings area codes of another edition to those of the boundaries.
  public var crosswalk: AreaCrosswalk?
  /// What organisations provide of which the table says nothing.
  public var usualSpecialisms: [String] = []
  /// Whether something must say what organisations provide.
  public var requiresSpecialisms = true
  /// The least share of those with an address that must be placed.
  public var leastPlaced = 0.0
  /// How well a location must be known to be measured from; others are reported.
  public var leastPrecision = LocationPrecision.outputArea

  /// A reader; what it looks things up in is set afterwards.
  public init(
    columns: Columns = Columns(), system: ReferenceSystem = .wgs84, ground: StudyGround,
    functions: FunctionTable
  ) {
    self.columns = columns
    self.system = system
    self.ground = ground
    self.functions = functions
  }

  /// The same reader for a file with other columns, in degrees unless its numbers say otherwise.
  public func reading(_ columns: Columns) -> OrganisationReader {
    var reader = self
    reader.columns = columns
    reader.system = .wgs84
    return reader
  }

  /// The organisations of a file, what was noticed, and what became of the rows.
  public struct Reading: Sendable {
    /// The organisations, in the order of their ids.
    public let organisations: [Organisation]
    /// What was noticed.
    public let findings: [Finding]
    /// What became of the rows.
    public let account: RowAccount
    /// What is wrong with rows that were left out; empty from ``read(_:)``.
    public let problems: [IntakeError]
  }

  /// The organisations of a file.
  ///
  /// - Throws: ``IntakeError``, the first problem of a row that cannot be used; codes of another
  ///   edition than the boundaries'; fewer organisations placed than the study wants.
  public func read(_ file: InputFile) throws(IntakeError) -> Reading {
    let reading = try survey(file)
    if let first = reading.problems.first { throw first }
    return reading
  }

  /// The organisations of all rows that can be used, and what is wrong with the others.
  ///
  /// - Throws: ``IntakeError`` for a file that holds no table, or not the columns needed.
  public func survey(_ file: InputFile) throws(IntakeError) -> Reading {
    let (table, ragged) = try TableReader(columns: columns.stated, sheet: columns.sheet)
      .survey(file)
    let cells = try OrganisationColumns(columns, in: table)
    var notes = RowNotes(file: file.name, sheet: table.sheet)
    var problems = ragged
    var setAside = table.setAside.map(\.reason)
    if requiresSpecialisms, cells.specialisms == nil, classifications == nil,
      usualSpecialisms.isEmpty
    {
      problems.append(
        .missingColumn(file: file.name, column: "specialisms", present: table.header))
    }
    var builder = try OrganisationRowBuilder(self, table, cells)
    var rows: [OrganisationRow] = []
    for row in 0..<table.rowCount {
      do throws(IntakeError) {
        if let parent = builder.linkedParent(ofRow: row) {
          notes.add(
            .linkedCharity,
            Finding.Occurrence(line: table.line(ofRow: row), value: parent))
          setAside.append("a linked charity")
          continue
        }
        rows.append(try builder.row(row, notes: &notes))
      } catch {
        problems.append(error)
        setAside.append("a cell that cannot be used")
      }
    }
    problems += builder.problems()
    let merge = try OrganisationMerge(
      rows, file: file.name, idColumn: cells.id.map { table.header[$0] } ?? "id")
    let merged = merge.organisations(areasOfBenefit: areasOfBenefit, notes: &notes)
    let organisations = HeadOffices(wards: ground.wards, boroughs: ground.boroughs)
      .flagging(merged, notes: &notes)
    note(organisations, notes: &notes)
    if let shortfall = builder.placementShortfall(least: leastPlaced) { problems.append(shortfall) }
    return Reading(
      organisations: organisations, findings: table.findings + notes.findings(),
      account: RowAccount(
        rows: table.rowCount + table.setAside.count, repaired: rows.count(where: \.isRepaired),
        setAside: setAside),
      problems: problems)
  }

  /// What is to be said of the organisations when they are complete.
  private func note(_ organisations: [Organisation], notes: inout RowNotes) {
    func add(_ kind: RowNotes.Kind, _ organisation: Organisation) {
      notes.add(
        kind,
        Finding.Occurrence(
          line: organisation.provenance.rows.first?.line, value: organisation.id))
    }
    for organisation in organisations {
      let positions = organisation.sites.compactMap(\.position)
      if !positions.isEmpty, positions.allSatisfy({ ground.wards.locator.area(at: $0) == nil }) {
        add(.outside, organisation)
      }
      if organisation.functions.isEmpty { add(.withoutFunction, organisation) }
      if organisation.sites.allSatisfy({ $0.position(knownAtLeast: leastPrecision) == nil }),
        organisation.remit == .none, organisation.areaOfBenefit == nil
      {
        add(.withoutReach, organisation)
      }
    }
    OrganisationMerge.noteAlike(organisations, notes: &notes)
    let ids = Set(organisations.map(\.id))
    for id in areasOfBenefit.keys.sorted() where !ids.contains(id) {
      notes.add(.unknownZone, Finding.Occurrence(value: id))
    }
  }
}
