/// Which columns of a table of organisations hold what: as the study says, else as their names tell.
struct OrganisationColumns {
  let id: Int?
  let name: Int
  let charity: Int?
  let linkedCharity: Int?
  let company: Int?
  let kind: Int?
  let status: Int?
  let group: Int?
  let specialisms: Int?
  /// Columns whose cells name areas: codes, names, or lists of them.
  let serves: [Int]
  /// Columns with the names of areas whose codes stand in ``serves``, for rows without the code.
  let servesByName: [Int]
  /// The column that says how far the remit goes: national, local authority.
  let scope: Int?
  /// Where it works from: a column set for each place that a row can hold.
  let sites: [SiteColumns]
  let borough: Int?
  let capacity: Int?
  let radius: Int?
  let source: Int?
  let confidence: Int?
  let url: Int?
  let note: Int?
  let date: Int?

  init(_ columns: OrganisationReader.Columns, in table: Table) throws(IntakeError) {
    let recognised = table.recognised
    // In files of grants or services "id" and "name" are those of the grant or the service.
    func usual(_ name: String, unless role: ColumnRole) -> [String] {
      recognised.source.isPublished && recognised.column(for: role) != nil ? [] : [name]
    }
    id = try table.column(stated: columns.id, usual: usual("id", unless: .orgID), roles: [.orgID])
    guard
      let name = try table.column(
        stated: columns.name, usual: usual("name", unless: .orgName), roles: [.orgName])
    else { throw .missingColumn(file: table.file, column: "name", present: table.header) }
    self.name = name
    charity = try table.column(
      stated: columns.charity, usual: ["charity_number"], roles: [.orgCharity])
    linkedCharity = try table.column(stated: nil, usual: [], roles: [.orgParent])
    company = try table.column(
      stated: columns.company, usual: ["company_number"], roles: [.orgCompany])
    kind = try table.column(stated: nil, usual: ["kind"], roles: [.kind])
    status = try table.column(stated: nil, usual: ["status"], roles: [.orgStatus])
    group = try table.column(stated: nil, usual: ["group"], roles: [.group])
    specialisms = try table.column(
      stated: columns.specialisms, usual: ["specialisms"], roles: [.specialism])
    if let stated = columns.serves {
      (serves, servesByName) = ([try table.requiredColumn(named: stated)], [])
    } else if let usual = table.column(named: "serves_gss") {
      (serves, servesByName) = ([usual], [])
    } else {
      // Codes say the same as names, and more surely.
      let codes = recognised.columns(for: .remitCode)
      let names = recognised.columns(for: .remitName)
      (serves, servesByName) = codes.isEmpty ? (names, []) : (codes, names)
    }
    scope = try table.column(stated: nil, usual: [], roles: [.remitScope])
    sites = [try SiteColumns(columns, in: table)] + SiteColumns.further(in: table)
    borough = try table.column(
      stated: nil, usual: ["borough_gss"], roles: [.orgAreaCode, .boroughCode, .boroughName])
    capacity = try table.column(stated: nil, usual: ["capacity"])
    radius = try table.column(stated: nil, usual: ["radius_m"])
    source = try table.column(stated: nil, usual: ["source"])
    confidence = try table.column(stated: nil, usual: ["confidence"])
    url = try table.column(stated: nil, usual: ["url"], roles: [.url])
    note = try table.column(stated: nil, usual: ["note"], roles: [.note])
    date = try table.column(stated: nil, usual: ["date"], roles: [.date])
  }
}

/// Which columns of a table say where something is.
struct SiteColumns {
  let x: Int?
  /// The same column as ``x`` where one cell holds both.
  let y: Int?
  let precision: Int?
  let postcode: Int?

  init(_ columns: OrganisationReader.Columns, in table: Table) throws(IntakeError) {
    let x = try table.column(
      stated: columns.x, usual: ["lon", "long"], roles: [.longitude, .easting])
    let y = try table.column(
      stated: columns.y, usual: ["lat"], roles: [.latitude, .northing])
    let both = x == nil && y == nil ? table.recognised.column(for: .position) : nil
    (self.x, self.y) = (x ?? both, y ?? both)
    // Half a position would be taken for none.
    guard (x == nil) == (y == nil) else {
      throw .missingColumn(
        file: table.file, column: x == nil ? columns.x ?? "lon" : columns.y ?? "lat",
        present: table.header)
    }
    precision = try table.column(stated: nil, usual: ["location_precision"])
    postcode = try table.column(
      stated: columns.postcode, usual: ["postcode"], roles: [.postcode])
  }

  /// The same without coordinates: places are found by postcode alone.
  init(postcodeOnly columns: SiteColumns) {
    (x, y, precision, postcode) = (nil, nil, nil, columns.postcode)
  }

  /// The columns of the second place and those after it, where a service has several.
  static func further(in table: Table) -> [SiteColumns] {
    let recognised = table.recognised
    guard recognised.source == .openReferral else { return [] }
    let roles: [ColumnRole] = [.longitude, .latitude, .postcode]
    let entries = roles.flatMap { recognised.columns(for: $0) }
      .compactMap { recognised.columns[$0].entry }
    return Set(entries).filter { $0 > 0 }.sorted().map { SiteColumns(entry: $0, in: recognised) }
  }

  private init(entry: Int, in table: RecognisedTable) {
    func column(_ role: ColumnRole) -> Int? {
      table.columns(for: role).first { table.columns[$0].entry == entry }
    }
    let (x, y) = (column(.longitude), column(.latitude))
    (self.x, self.y) = x == nil || y == nil ? (nil, nil) : (x, y)
    precision = nil
    postcode = column(.postcode)
  }
}
