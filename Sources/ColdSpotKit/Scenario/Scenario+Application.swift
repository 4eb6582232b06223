internal import Catchments
internal import GeometryEngine
internal import Places
internal import SimpleFeatures

extension Scenario {
  /// A study's data as they would be.
  ///
  /// New organisations have the identifiers `added-1`, `added-2` …, no remit, a capacity of 1, and a
  /// status and kind that count. One that moves keeps everything but its sites.
  ///
  /// - Parameters:
  ///   - data: What the files say.
  ///   - rules: Who counts.
  ///   - file: The name of the study, for messages.
  ///   - place: The position in the study's plane of a longitude and latitude.
  /// - Returns: The data with every change made; organisations in the order of their ids.
  /// - Throws: `SettingsError` for an organisation or a function that there is none of;
  ///   `GeometryEngineError` for a position that the plane does not reach.
  /// - Complexity: O(*n* log *n*) in the number of organisations.
  func applied(
    to data: StudyData, rules: CatchmentRules, file: String,
    place: (LonLat) throws(GeometryEngineError) -> Coordinate
  ) throws -> StudyData {
    guard !isEmpty else { return data }
    guard closed.count + moved.count + added.count <= Self.changeLimit else {
      throw SettingsError.invalidValue(
        file: file, line: nil, key: "scenario", expected: "\(Self.changeLimit) changes at most")
    }
    var organisations = data.organisations
    let indices = Dictionary(
      uniqueKeysWithValues: organisations.indices.map {
        (organisations[$0].id, $0)
      })
    func index(of id: String, _ key: String) throws(SettingsError) -> Int {
      if let index = indices[id] { return index }
      throw .unknownScenarioWord(
        file: file, key: "scenario.\(key)", word: id, kind: "organisation",
        nearest: NearestWord.to(id, among: indices.keys.sorted()))
    }
    for move in moved {
      let index = try index(of: move.organisation, "moved")
      let position = try place(move.position)
      organisations[index] = organisations[index].at(Site(position: position, precision: .point))
    }
    let leaving = Set(try closed.map { id in try index(of: id, "closed") })
    organisations = organisations.indices.filter { !leaving.contains($0) }.map {
      organisations[$0]
    }
    for (number, opening) in added.enumerated() {
      organisations.append(
        Organisation(
          id: Self.freshID(number + 1, besides: indices), name: opening.name,
          kind: rules.kinds.sorted().first ?? "scenario",
          status: rules.statuses.contains("active")
            ? "active" : rules.statuses.sorted().first ?? "active",
          site: Site(position: try place(opening.position), precision: .point),
          functions: try Self.functions(
            opening.functions, of: data.functions, file: file, key: "added"),
          provenance: Self.provenance))
    }
    // The order of the ids, as of those that were read.
    organisations.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return StudyData(
      wards: data.wards, boroughs: data.boroughs, places: data.places,
      organisations: organisations, functions: try counted(data.functions, file: file),
      outline: data.outline)
  }

  /// Where a new organisation comes from.
  private static let provenance = Provenance(source: "scenario", confidence: "assumed")

  private static func freshID(_ number: Int, besides taken: [String: Int]) -> String {
    var id = "added-\(number)"
    while taken[id] != nil { id += "+" }
    return id
  }

  /// The functions with the weights that the scenario leaves them.
  private func counted(
    _ table: FunctionTable, file: String
  ) throws(SettingsError) -> FunctionTable {
    guard !functions.isEmpty else { return table }
    let kept = Set(try Self.functions(functions, of: table, file: file, key: "functions"))
    guard kept.contains(where: { table.functions[$0].weight > 0 }) else {
      throw .invalidValue(
        file: file, line: nil, key: "scenario.functions",
        expected: "a list with a function that weighs something")
    }
    return FunctionTable(
      table.functions.enumerated().map { index, function in
        SupportFunction(
          key: function.key, column: function.column, name: function.name,
          weight: kept.contains(index) ? function.weight : 0, specialisms: function.specialisms)
      })
  }

  /// The indices of functions by their keys, ascending; of all for none.
  private static func functions(
    _ keys: [String], of table: FunctionTable, file: String, key: String
  ) throws(SettingsError) -> [Int] {
    guard !keys.isEmpty else { return Array(table.functions.indices) }
    let known = table.functions.map(\.key)
    var indices: Set<Int> = []
    for word in keys {
      guard let index = known.firstIndex(of: word) else {
        throw .unknownScenarioWord(
          file: file, key: "scenario.\(key)", word: word, kind: "function",
          nearest: NearestWord.to(word, among: known))
      }
      indices.insert(index)
    }
    return indices.sorted()
  }
}
