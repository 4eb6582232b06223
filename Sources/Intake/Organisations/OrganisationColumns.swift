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
  /// The column that says how far the remit goes: national, local authority.
  let scope: Int?
  /// Where it works from.
  let site: SiteColumns
  let borough: Int?
  let capacity: Int?
  let radius: Int?
  let source: Int?
  let confidence: Int?
  let url: Int?
  let note: Int?
  let date: Int?

  init(_ columns: OrganisationReader.Columns, in table: Table) throws(IntakeError) {
    id = try table.column(stated: columns.id, usual: ["id"], roles: [.orgID])
    name = try table.requiredColumn(stated: columns.name, usual: ["name"], roles: [.orgName])
    charity = try table.column(
      stated: columns.charity, usual: ["charity_number"], roles: [.orgCharity])
    linkedCharity = try table.column(stated: nil, usual: [], roles: [.orgParent])
    company = try table.column(
      stated: columns.company, usual: ["company_number"], roles: [.orgCompany])
    kind = try table.column(stated: nil, usual: ["kind"])
    status = try table.column(stated: nil, usual: ["status"], roles: [.orgStatus])
    group = try table.column(stated: nil, usual: ["group"])
    specialisms = try table.column(
      stated: columns.specialisms, usual: ["specialisms"], roles: [.specialism])
    if let stated = columns.serves {
      serves = [try table.requiredColumn(named: stated)]
    } else if let usual = table.column(named: "serves_gss") {
      serves = [usual]
    } else {
      // Codes say the same as names, and more surely.
      let codes = table.recognised.columns(for: .remitCode)
      serves = codes.isEmpty ? table.recognised.columns(for: .remitName) : codes
    }
    scope = try table.column(stated: nil, usual: [], roles: [.remitScope])
    site = try SiteColumns(columns, in: table)
    borough = try table.column(
      stated: nil, usual: ["borough_gss"], roles: [.orgAreaCode, .boroughCode, .boroughName])
    capacity = try table.column(stated: nil, usual: ["capacity"])
    radius = try table.column(stated: nil, usual: ["radius_m"])
    source = try table.column(stated: nil, usual: ["source"])
    confidence = try table.column(stated: nil, usual: ["confidence"])
    url = try table.column(stated: nil, usual: ["url"])
    note = try table.column(stated: nil, usual: ["note"], roles: [.note])
    date = try table.column(stated: nil, usual: ["date"], roles: [.date])
  }
}

/// Which columns of a table say where something is.
struct SiteColumns {
  let x: Int?
  let y: Int?
  let precision: Int?
  let postcode: Int?

  init(_ columns: OrganisationReader.Columns, in table: Table) throws(IntakeError) {
    x = try table.column(
      stated: columns.x, usual: ["lon"], roles: [.longitude, .easting])
    y = try table.column(
      stated: columns.y, usual: ["lat"], roles: [.latitude, .northing])
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
}
