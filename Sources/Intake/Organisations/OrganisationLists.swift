/// The areas that organisations serve, from a table with a row for each organisation and area, such as
/// the areas of operation of the Charity Commission.
public struct RemitTable: Sendable {
  /// What one row says.
  struct Entry: Hashable, Sendable {
    /// The area, by name or code.
    let text: String
    /// What kind of area that is, in the source's word; empty where it does not say.
    let type: String
  }

  private let entries: [String: [Entry]]

  /// Reads the table.
  ///
  /// - Throws: ``IntakeError/missingColumn(file:column:present:)``.
  public init(_ table: Table) throws(IntakeError) {
    let owner = try table.requiredColumn(
      stated: nil, usual: ["organisation", "id"], roles: [.orgCharity, .orgID, .orgCompany])
    let area = try table.requiredColumn(
      stated: nil, usual: ["area"], roles: [.remitCode, .remitName])
    let type = try table.column(stated: nil, usual: [], roles: [.remitType])
    var entries: [String: [Entry]] = [:]
    for row in 0..<table.rowCount {
      let key = OrganisationLists.key(table.text(row: row, column: owner))
      let entry = Entry(
        text: table.text(row: row, column: area), type: table.text(row: row, optionalColumn: type))
      if !key.isEmpty, !entry.text.isEmpty { entries[key, default: []].append(entry) }
    }
    self.entries = entries
  }

  func entries(of key: String) -> [Entry] { entries[OrganisationLists.key(key)] ?? [] }
}

/// The specialisms of organisations, from a table with a row for each of them, such as the
/// classifications of the Charity Commission.
public struct ClassificationTable: Sendable {
  private let specialisms: [String: [String]]

  /// Reads the table.
  ///
  /// - Throws: ``IntakeError/missingColumn(file:column:present:)``.
  public init(_ table: Table) throws(IntakeError) {
    let owner = try table.requiredColumn(
      stated: nil, usual: ["organisation", "id"], roles: [.orgCharity, .orgID, .orgCompany])
    let specialism = try table.requiredColumn(
      stated: nil, usual: ["specialisms", "specialism"], roles: [.specialism])
    var specialisms: [String: [String]] = [:]
    for row in 0..<table.rowCount {
      let key = OrganisationLists.key(table.text(row: row, column: owner))
      guard !key.isEmpty else { continue }
      specialisms[key, default: []] += table.text(row: row, column: specialism).semicolonSeparated
    }
    self.specialisms = specialisms
  }

  func specialisms(of key: String) -> [String] { specialisms[OrganisationLists.key(key)] ?? [] }
}

enum OrganisationLists {
  /// Registered numbers in their canonical form, so that "1107583" and "GB-CHC-1107583" meet; other
  /// identifiers as they stand.
  static func key(_ text: String) -> String {
    if let identifier = try? OrganisationIdentifier(text) { return identifier.description }
    if let charity = try? OrganisationIdentifier(charityNumber: text) {
      return charity.description
    }
    return text
  }
}
