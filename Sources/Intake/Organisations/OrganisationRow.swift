internal import Places
internal import SimpleFeatures

/// What one row of a table says of an organisation, before rows are brought together.
struct OrganisationRow {
  /// The row of the table.
  let row: Int
  /// The line of the file.
  let line: Int
  /// The identifier that the row states; empty if none.
  let id: String
  /// The canonical charity and company numbers, in the forms of org-id.guide: "GB-CHC-1234567".
  let registrations: [String]
  let name: String
  let kind: String
  let status: String
  let group: String
  /// Where it works from: none, one or several.
  let sites: [Site]
  let remit: Remit
  /// The indices of its functions.
  let functions: [Int]
  let radius: Distance?
  let capacity: Double?
  let provenance: Provenance
  /// Whether something in the row had to be put right to be read.
  let isRepaired: Bool
}
