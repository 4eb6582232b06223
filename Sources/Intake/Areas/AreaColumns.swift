internal import GeoJSON
internal import Places

/// Which properties of a boundary file hold what: as the study says, else as their names tell.
public struct AreaColumns: Sendable {
  /// The property with the area's code.
  public let code: String
  /// The property with its name; the code's, where areas have no names.
  public let name: String
  /// The property with the code of the area of the next level up; `nil` where there is none.
  public let parent: String?

  /// The names that files made for this program use.
  static let usual = (code: "gss_code", name: "name")

  /// Finds the properties.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - stated: What the study says.
  ///   - level: What kind of areas they should be.
  /// - Throws: ``IntakeError/missingProperty(file:feature:property:present:)``.
  init(
    of source: AreaFile, stated: AreaFile.Columns, level: AreaLevel
  ) throws(IntakeError) {
    let names = source.propertyNames
    let recognised = RecognisedTable(header: names)
    func name(_ stated: String?, _ usual: String, _ roles: [ColumnRole]) -> String? {
      if let stated { return stated }
      if names.contains(usual) { return usual }
      return roles.lazy.compactMap { recognised.column(for: $0) }.first.map { names[$0] }
    }
    let roles = Self.roles(of: level)
    guard let code = name(stated.code, Self.usual.code, roles.code) else {
      throw .missingProperty(
        file: source.file, feature: 0, property: Self.usual.code,
        present: source.collection.features.first?.properties.keys ?? [])
    }
    self.code = code
    self.name =
      name(stated.name, Self.usual.name, roles.name) ?? (names.contains("name") ? "name" : code)
    let found = roles.parent.lazy.compactMap { recognised.column(for: $0) }.first.map { names[$0] }
    parent = stated.parent ?? (found == code ? nil : found)
  }

  private typealias Roles = (code: [ColumnRole], name: [ColumnRole], parent: [ColumnRole])

  /// What the columns of a level are known as; the words for levels are the user's.
  private static func roles(of level: AreaLevel) -> Roles {
    let word = level.description.lowercased()
    if word.contains("borough") || word.contains("authority") || word.contains("district") {
      return ([.boroughCode, .anyCode], [.boroughName, .anyName], [])
    }
    if word.contains("lsoa") || word.contains("neighbourhood") {
      return ([.lsoaCode, .anyCode], [.lsoaName, .anyName], [.msoaCode, .boroughCode])
    }
    if word.contains("msoa") {
      return ([.msoaCode, .anyCode], [.msoaName, .anyName], [.boroughCode])
    }
    if word.contains("output area") { return ([.oaCode, .anyCode], [.anyName], [.lsoaCode]) }
    if word.contains("ward") {
      return ([.wardCode, .anyCode], [.wardName, .anyName], [.boroughCode])
    }
    if word.contains("region") {
      return ([.regionCode, .anyCode], [.regionName, .anyName], [])
    }
    return ([.anyCode], [.anyName], [])
  }
}
