internal import GeoJSON
internal import Places
internal import SimpleFeatures

/// What an answer says of where a supporter is, and of who told: its nearest site, the rows of the
/// files, and their remark.
struct ToldBy {
  private let provenance: Provenance
  private let site: Site?

  /// More rows than these are not listed for people; the JSON has them all.
  private static let rowLimit = 3

  init(_ provenance: Provenance, site: Site?) {
    self.provenance = provenance
    self.site = site
  }

  /// "1.2 km", or "1.2 km (Peckham office, SE15 4AA)" where a name or a postcode is known.
  func place(at distance: Distance) -> String {
    let label = Self.oneLine(site?.label ?? "")
    return NumberText.kilometres(distance) + (label.isEmpty ? "" : " (\(label))")
  }

  /// "organisations.csv:12: moved in 2023", as one line or none: the row of the site where that is
  /// known, else those of the organisation.
  var lines: [String] {
    let rows = site?.source.map { [$0] } ?? provenance.rows
    let listed =
      rows.prefix(Self.rowLimit).map(\.description).joined(separator: ", ")
      + (rows.count > Self.rowLimit ? ", …" : "")
    let parts = [listed, provenance.note].map(Self.oneLine).filter { !$0.isEmpty }
    return parts.isEmpty ? [] : [parts.joined(separator: ": ")]
  }

  /// The same as members of a JSON object: `site`, `rows` and `note`.
  var json: [JSONValue.Member] {
    [
      .init("site", .string(site?.label ?? "")),
      .init("rows", .array(provenance.rows.map { .string($0.description) })),
      .init("note", .string(provenance.note)),
    ]
  }

  /// Cells of spreadsheets may hold line breaks.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
