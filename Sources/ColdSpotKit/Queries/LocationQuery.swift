public import Foundation
internal import GeoJSON
internal import GeometryEngine
public import Intake
internal import Places
internal import SimpleFeatures
internal import SpatialIndex

/// Where the rows of a table are: their ward, their borough, their position and how well it is known.
public struct LocationQuery: Sendable {
  /// The table.
  public var file: URL
  /// What messages call it.
  public var name: String
  /// Whether coordinates are left aside and places found by postcode alone.
  public var byPostcode: Bool

  /// A query.
  public init(file: URL, name: String, byPostcode: Bool = false) {
    self.file = file
    self.name = name
    self.byPostcode = byPostcode
  }

  /// The columns that are added, at most ten characters each.
  private static let added = [
    "loc_ward", "loc_wardnm", "loc_boro", "loc_boronm", "loc_lon", "loc_lat", "loc_prec",
    "loc_pcode", "loc_flags", "loc_sites",
  ]

  /// Where each row is.
  ///
  /// - Parameter study: Whose areas and postcodes are asked.
  /// - Returns: The table with its own columns and those that say where each row is, and what was
  ///   noticed; no row is left out.
  /// - Throws: ``StudyError``.
  public func answer(
    in study: Study
  ) throws(StudyError) -> (table: ResultTable, findings: [Finding]) {
    do {
      var loader = StudyLoader(study)
      let ground = try loader.ground()
      let reader = try loader.organisationReader(
        on: ground, functions: try loader.functions(), postcodes: try loader.postcodes()
      ).reading(OrganisationReader.Columns())
      let located = try reader.locate(InputFile(file, name: name), byPostcode: byPostcode)
      return (try table(located, ground), located.findings)
    } catch {
      throw StudyError(error)
    }
  }

  private func table(
    _ located: OrganisationReader.LocatedTable, _ ground: StudyGround
  ) throws -> ResultTable {
    let source = located.table
    // A table that was located before gets its columns anew.
    let own = source.header.indices.filter { !Self.added.contains(source.header[$0]) }
    let transform = try ground.projection.transform(from: .wgs84)
    var rows: [[PropertyValue]] = []
    var geometries: [Geometry?] = []
    for row in 0..<source.rowCount {
      let site = located.sites[row].first { $0.position != nil } ?? located.sites[row].first
      let place = try site?.position.map { try transform.lonLat(of: $0) }
      let cells = own.map { PropertyValue.text(source.text(row: row, column: $0)) }
      rows.append(cells + Self.values(of: site, place, count: located.sites[row].count, ground))
      geometries.append(place.map { .point(Position(x: $0.longitude, y: $0.latitude)) })
    }
    let placed = geometries.count { $0 != nil }
    return ResultTable(
      name: "located", header: own.map { source.header[$0] } + Self.added, rows: rows,
      notes: ["\(placed) of \(counted(rows.count, "row")) placed."], geometries: geometries)
  }

  private static func values(
    of site: Site?, _ place: LonLat?, count: Int, _ ground: StudyGround
  ) -> [PropertyValue] {
    let ward = site?.position.flatMap { ground.wards.locator.area(at: $0) }
      .map { ground.wards.areas[$0] }
    let borough = ward?.parent.flatMap { code in
      ground.boroughs.flatMap { boroughs in boroughs.index(of: code).map { boroughs.areas[$0] } }
    }
    let flags = site?.flags.map(\.description).sorted().joined(separator: "; ") ?? ""
    return [
      .text(ward?.code.description ?? ""), .text(ward?.name ?? ""),
      .text(borough?.code.description ?? ""), .text(borough?.name ?? ""),
      place.map { .decimal($0.longitude, places: 7) } ?? .null,
      place.map { .decimal($0.latitude, places: 7) } ?? .null,
      .text(site?.precision.rawValue ?? "none"), .text(site?.postcode ?? ""), .text(flags),
      .integer(count),
    ]
  }
}
