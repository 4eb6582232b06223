internal import AccessMeasures
internal import Catchments
internal import ColdSpots
internal import GeoJSON
internal import Places

/// Whom each organisation reaches, and who would lose support if it closed.
public struct CatchmentList: Sendable, CustomStringConvertible {
  /// One organisation.
  public struct Row: Sendable {
    /// The organisation.
    public let organisation: Organisation
    /// How it takes part.
    public let participation: Participation
    /// The residents it reaches.
    public let peopleReached: Double
    /// The residents whom nobody would reach if it closed.
    public let peopleLostIfClosed: Double
  }

  /// The organisations, those that reach most residents first.
  public let rows: [Row]

  /// The list, line by line.
  public var description: String {
    let width = rows.map(\.organisation.name.count).max() ?? 0
    let header =
      NumberText.padded("Organisation", width) + NumberText.leading("reached", 12)
      + NumberText.leading("lost if closed", 16) + "  remit, site"
    return ([header] + rows.map { line($0, width) }).joined(separator: "\n")
  }

  private func line(_ row: Row, _ width: Int) -> String {
    let organisation = row.organisation
    let remit = organisation.remit == .none ? "no remit" : organisation.remit.description
    let end =
      row.participation == .counted
      ? "\(remit), \(sites(of: organisation))"
      : "not counted: \(row.participation.rawValue.replacing("_", with: " "))"
    func figure(_ people: Double) -> String {
      row.participation == .counted ? NumberText.text(people) : "–"
    }
    return NumberText.padded(organisation.name, width)
      + NumberText.leading(figure(row.peopleReached), 12)
      + NumberText.leading(figure(row.peopleLostIfClosed), 16) + "  " + end
  }

  /// How well the main site is known, and how many there are if it is not the only one.
  private func sites(of organisation: Organisation) -> String {
    let precision = organisation.site.precision.rawValue.replacing("_", with: " ")
    let count = organisation.sites.count
    return count > 1 ? "\(precision) (\(count) sites)" : precision
  }

  /// The list as one JSON document.
  public var json: [UInt8] {
    JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/catchments/1")),
        .init(
          "organisations",
          .array(
            rows.map { row in
              .object([
                .init("id", .string(row.organisation.id)),
                .init("name", .string(row.organisation.name)),
                .init("counted", .bool(row.participation == .counted)),
                .init(
                  "why", .string(row.participation == .counted ? "" : row.participation.rawValue)),
                .init("remit", .string(row.organisation.remit.description)),
                .init("sites", .integer(row.organisation.sites.count)),
                .init("people_reached", .number(row.peopleReached)),
                .init("people_lost_if_closed", .number(row.peopleLostIfClosed)),
              ])
            })),
      ]))
  }
}

extension StudyResult {
  /// Whom each organisation reaches.
  public var catchmentList: CatchmentList {
    let rows = analysis.data.organisations.indices.map { index in
      CatchmentList.Row(
        organisation: analysis.data.organisations[index],
        participation: analysis.catchments.participation[index],
        peopleReached: analysis.coverage.peopleReached[index],
        peopleLostIfClosed: analysis.coverage.peopleLostIfClosed[index])
    }
    return CatchmentList(
      rows: rows.sorted {
        ($1.peopleReached, $0.organisation.id) < ($0.peopleReached, $1.organisation.id)
      })
  }
}
