internal import Intake

extension DataSource {
  /// Whether tables of this source are directories of postcodes.
  var isPostcodeDirectory: Bool {
    switch self {
    case .postcodesUntil2024, .postcodesSince2025, .codePointOpen: true
    default: false
    }
  }
}

extension RecognisedTable {
  /// Whether the rows are organisations: they have names, and something that says where or who
  /// they are.
  var holdsOrganisations: Bool {
    guard column(for: .orgName) != nil else { return false }
    // A table of small areas may have names and positions too.
    let areas: [ColumnRole] = [.oaCode, .lsoaCode, .msoaCode]
    let registered: [ColumnRole] = [.postcode, .orgID, .orgCharity, .orgCompany, .specialism]
    if areas.contains(where: { column(for: $0) != nil }),
      !registered.contains(where: { column(for: $0) != nil })
    {
      return false
    }
    let others: [ColumnRole] = [
      .postcode, .position, .latitude, .easting, .orgID, .orgCharity, .orgCompany, .remitName,
      .remitCode,
      .specialism, .id, .orgStatus,
    ]
    return others.contains { column(for: $0) != nil }
  }
}
