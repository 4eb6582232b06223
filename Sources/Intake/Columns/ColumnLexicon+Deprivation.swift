extension ColumnLexicon {
  /// The English Indices of Deprivation: "File 7", all scores, ranks and deciles.
  ///
  /// - SeeAlso: Ministry of Housing, Communities and Local Government, *English indices of
  ///   deprivation 2019* and *2025*.
  static let deprivation: [Entry] =
    [
      Entry(.lsoaCode, .deprivation2019, "lsoa code (2011)"),
      Entry(.lsoaName, .deprivation2019, "lsoa name (2011)"),
      Entry(.boroughCode, .deprivation2019, "local authority district code (2019)"),
      Entry(.boroughName, .deprivation2019, "local authority district name (2019)"),
      Entry(
        .population, .deprivation2019,
        "total population: mid 2015 (excluding prisoners)"),

      Entry(.lsoaCode, .deprivation2025, "lsoa code (2021)"),
      Entry(.lsoaName, .deprivation2025, "lsoa name (2021)"),
      Entry(.boroughCode, .deprivation2025, "local authority district code (2024)"),
      Entry(.boroughName, .deprivation2025, "local authority district name (2024)"),
      Entry(
        .population, .deprivation2025,
        "total population: mid 2022", "total population: mid 2022 (excluding prisoners)"),
    ] + indexOfMultipleDeprivation(.deprivation2019) + indexOfMultipleDeprivation(.deprivation2025)

  /// Both editions write the index with and without the bracketed tail.
  private static func indexOfMultipleDeprivation(_ source: DataSource) -> [Entry] {
    let name = "index of multiple deprivation (imd)"
    return [
      Entry(.imdScore, source, name + " score"),
      Entry(.imdRank, source, name + " rank", name + " rank (where 1 is most deprived)"),
      Entry(
        .imdDecile, source, name + " decile",
        name + " decile (where 1 is most deprived 10% of lsoas)"),
    ]
  }
}
