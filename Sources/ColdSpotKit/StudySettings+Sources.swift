internal import GeometryEngine
internal import Intake
internal import Places

// The tables of a study file that name files and their columns.

extension StudySettings.AreaSource {
  init?(
    _ root: SettingsTable, _ key: String, level: AreaLevel, parentKey: String?
  ) throws(SettingsError) {
    let keys =
      ["file", "layer", "level", "vintage", "code", "name", "crs", "repair"]
      + (parentKey.map { [$0, "merged"] } ?? [])
    guard let table = try root.table(key, keys: keys) else { return nil }
    self.init(
      file: try table.requiredText("file"), layer: try table.text("layer"),
      level: AreaLevel(try table.text("level") ?? level.description),
      vintage: Vintage(try table.text("vintage") ?? ""),
      columns: AreaFile.Columns(
        code: try table.text("code"), name: try table.text("name"),
        parent: try parentKey.flatMap { (key) throws(SettingsError) in try table.text(key) }),
      system: try table.system("crs"), repairs: try table.flag("repair") ?? false,
      merged: try table.texts("merged") ?? [])
  }
}

extension StudySettings.PlaceSource {
  init(_ root: SettingsTable) throws(SettingsError) {
    let table = try root.requiredTable(
      "places",
      keys: [
        "file", "sheet", "id", "x", "y", "crs", "people", "ward", "borough", "neighbourhood",
        "crosswalk",
      ])
    var columns = PlaceReader.Columns()
    columns.sheet = try table.text("sheet")
    columns.id = try table.text("id")
    columns.x = try table.text("x")
    columns.y = try table.text("y")
    columns.people = try table.text("people")
    columns.ward = try table.text("ward")
    columns.borough = try table.text("borough")
    columns.neighbourhood = try table.text("neighbourhood")
    self.init(
      file: try table.requiredText("file"), columns: columns,
      system: try table.system("crs") ?? .wgs84, crosswalk: try table.text("crosswalk"))
  }
}

extension StudySettings.NeedSource {
  init(_ root: SettingsTable) throws(SettingsError) {
    let table = try root.requiredTable(
      "need",
      keys: ["name", "file", "sheet", "code", "column", "direction", "unit", "crosswalk"])
    let column = try table.requiredText("column")
    self.init(
      name: try table.text("name") ?? column, file: try table.text("file"),
      columns: NeedTable.Columns(
        code: try table.text("code"), index: column,
        direction: try table.choice("direction", of: NeedTable.Direction.self),
        sheet: try table.text("sheet")),
      unit: try table.choice("unit", of: Unit.self) ?? .place,
      crosswalk: try table.text("crosswalk"))
  }
}

extension StudySettings.OrganisationSource {
  init(_ root: SettingsTable) throws(SettingsError) {
    let table = try root.requiredTable(
      "organisations",
      keys: [
        "file", "sheet", "id", "name", "charity", "company", "specialisms", "serves", "everywhere",
        "x", "y", "crs", "postcode", "postcodes", "areas_of_benefit", "regions", "remits",
        "classifications", "crosswalk", "usual_specialisms", "least_placed",
      ])
    var columns = OrganisationReader.Columns()
    columns.sheet = try table.text("sheet")
    columns.id = try table.text("id")
    columns.name = try table.text("name")
    columns.charity = try table.text("charity")
    columns.company = try table.text("company")
    columns.specialisms = try table.text("specialisms")
    columns.serves = try table.text("serves")
    columns.everywhere = try table.text("everywhere") ?? columns.everywhere
    columns.x = try table.text("x")
    columns.y = try table.text("y")
    columns.postcode = try table.text("postcode")
    self.init(
      file: try table.requiredText("file"), columns: columns,
      system: try table.system("crs") ?? .wgs84,
      postcodes: try table.textOrTexts("postcodes") ?? [],
      areasOfBenefit: try table.text("areas_of_benefit"), regions: try table.text("regions"),
      remits: try table.text("remits"), classifications: try table.text("classifications"),
      crosswalk: try table.text("crosswalk"),
      usualSpecialisms: try table.texts("usual_specialisms") ?? [],
      leastPlaced: try table.number(
        "least_placed", in: 0...1, expected: "a share from 0 to 1") ?? 0)
  }
}
