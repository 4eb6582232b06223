/// Which columns of a table of places hold what: as the study says, else as their names tell.
struct PlaceColumns {
  let id: Int
  let x: Int
  let y: Int
  let people: Int
  let ward: Int?
  let borough: Int?
  let neighbourhood: Int?

  init(_ columns: PlaceReader.Columns, in table: Table) throws(IntakeError) {
    id = try table.requiredColumn(
      stated: columns.id, usual: ["id"], roles: [.oaCode, .lsoaCode, .postcode, .msoaCode])
    people = try table.requiredColumn(
      stated: columns.people, usual: ["people"], roles: [.population])
    x = try table.requiredColumn(
      stated: columns.x, usual: ["lon"], roles: [.longitude, .easting])
    y = try table.requiredColumn(
      stated: columns.y, usual: ["lat"], roles: [.latitude, .northing])
    // A ward in the table is believed before the position: only where the study says so.
    ward = try table.column(stated: columns.ward, usual: [])
    borough = try table.column(stated: columns.borough, usual: [])
    neighbourhood = try table.column(stated: columns.neighbourhood, usual: [])
  }
}
