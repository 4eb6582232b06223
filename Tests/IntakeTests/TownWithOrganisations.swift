import GeometryEngine
import Intake
import Places
import Postcodes
import SimpleFeatures

/// Four wards and two functions, "advice" and "space", for tables of organisations.
struct TownWithOrganisations {
  static let header = "id,name,serves_gss,easting,northing,specialisms\n"

  let wards: FourWards
  let functions = FunctionTable([
    SupportFunction(key: "advice", column: "s_advi", name: "Advice", specialisms: ["advice"]),
    SupportFunction(key: "space", column: "s_spac", name: "Space", specialisms: ["space"]),
  ])

  init() throws {
    wards = try FourWards()
  }

  /// The usual columns, but eastings and northings.
  var columns: OrganisationReader.Columns {
    var columns = OrganisationReader.Columns()
    columns.x = "easting"
    columns.y = "northing"
    return columns
  }

  /// A reader with these columns, else those of the table.
  func reader(
    _ columns: OrganisationReader.Columns? = nil,
    system: ReferenceSystem = .britishNationalGrid
  ) -> OrganisationReader {
    OrganisationReader(
      columns: columns ?? .init(), system: system, ground: wards.ground, functions: functions)
  }

  func read(
    rows: [String], columns: OrganisationReader.Columns? = nil,
    areasOfBenefit: [String: MultiPolygon] = [:]
  ) throws -> OrganisationReader.Reading {
    try read(
      Self.header + rows.joined(separator: "\n"), columns: columns,
      areasOfBenefit: areasOfBenefit)
  }

  /// The organisations of a table; columns of positions that it does not have are not asked for.
  func read(
    _ text: String, columns: OrganisationReader.Columns? = nil,
    system: ReferenceSystem = .britishNationalGrid, postcodes: PostcodeDirectory? = nil,
    areasOfBenefit: [String: MultiPolygon] = [:]
  ) throws -> OrganisationReader.Reading {
    let columns = columns ?? (text.contains("easting") ? self.columns : .init())
    var reader = reader(columns, system: system)
    reader.postcodes = postcodes
    reader.areasOfBenefit = areasOfBenefit
    return try reader.read(InputFile(text, name: "organisations.csv"))
  }
}
