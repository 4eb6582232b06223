internal import Catchments
internal import GeometryEngine
internal import Intake
internal import Places

/// Checks that the files of a study, and its choices, fit together.
struct StudyChecks {
  private let study: Study
  private let data: StudyData
  private let operation: OperationReport?

  init(_ study: Study, _ data: StudyData, operation: OperationReport?) {
    self.study = study
    self.data = data
    self.operation = operation
  }

  /// What the user should know.
  ///
  /// - Throws: ``SettingsError`` for a choice that would silently do nothing.
  func findings() throws(SettingsError) -> [Finding] {
    try requireFunctions()
    let words =
      try findings(
        of: study.settings.catchment.statuses, key: "statuses",
        present: data.organisations.map(\.status))
      + findings(
        of: study.settings.catchment.kinds, key: "kinds", present: data.organisations.map(\.kind))
    return words + orphans + nobody + tiny + ballpark
  }

  /// A standard for a function that does not exist would do nothing.
  private func requireFunctions() throws(SettingsError) {
    let keys = data.functions.functions.map(\.key)
    for key in study.settings.score.declaredStandards.keys.sorted() where !keys.contains(key) {
      throw .unknownKey(
        file: study.file, line: nil, key: "score.standards.\(key)",
        nearest: NearestWord.to(key, among: keys))
    }
  }

  /// A status or kind that no organisation has: an error where none of those chosen is had by
  /// any, since the map would be empty; else a warning.
  private func findings(
    of chosen: Set<String>, key: String, present: [String]
  ) throws(SettingsError) -> [Finding] {
    let known = Set(present.map { $0.lowercased() })
    let unknown = chosen.filter { !known.contains($0.lowercased()) }.sorted()
    guard let first = unknown.first, !present.isEmpty else { return [] }
    if unknown.count == chosen.count {
      throw .unknownWord(
        file: study.file, key: "catchment.\(key)", word: first,
        nearest: NearestWord.to(first, among: known.sorted()), present: known.sorted())
    }
    return [
      Finding(
        "W115", file: study.settings.organisations.file,
        message: "\(study.settings.organisations.file): \(counted(unknown.count, "word")) in "
          + "\"\(key)\" that no organisation has.", examples: unknown)
    ]
  }

  private var orphans: [Finding] {
    guard let boroughs = data.boroughs else { return [] }
    let orphans = data.wards.areas.filter { $0.parent != nil && data.borough(of: $0) == nil }
    guard !orphans.isEmpty else { return [] }
    let file = study.settings.wards.file
    return [
      Finding(
        "W111", file: file,
        message: "\(file): \(counted(orphans.count, "area")) naming a \(boroughs.level) that "
          + "the boundaries do not have; places in them are assigned to one by position.",
        examples: orphans.map(\.code.description))
    ]
  }

  private var nobody: [Finding] {
    let isAnyCounted = data.organisations.contains {
      Participation(of: $0, under: study.settings.catchment) == .counted
    }
    guard !isAnyCounted else { return [] }
    let file = study.settings.organisations.file
    return [
      Finding(
        "W113", file: file, count: data.organisations.count,
        message: "\(file): none of the \(counted(data.organisations.count, "organisation")) counts "
          + "as support, so every place lacks it wholly.",
        suggestion: "See the column why of organisations.geojson.")
    ]
  }

  /// Areas with so few residents that their ranks say little beside those of the others.
  private var tiny: [Finding] {
    var residents = [Double](repeating: 0, count: data.wards.count)
    for (place, ward) in data.places.wards.enumerated() {
      if let ward { residents[ward] += data.places.people[place] }
    }
    let inhabited = residents.filter { $0 > 0 }.sorted()
    guard !inhabited.isEmpty else { return [] }
    let median = inhabited[inhabited.count / 2]
    let tiny = residents.indices.filter { residents[$0] > 0 && residents[$0] * 10 < median }
    guard !tiny.isEmpty else { return [] }
    let file = study.settings.wards.file
    return [
      Finding(
        "N153", .note, file: file, count: tiny.count,
        message: "\(file): \(counted(tiny.count, data.wards.level.description)) with fewer than a "
          + "tenth of the residents of the middle one; their ranks stand for few people.",
        examples: tiny.map { "\(data.wards.areas[$0].code) \(data.wards.areas[$0].name)" },
        suggestion: "To rank those of a larger area as one, give its code under [wards], such as "
          + "merged = [\"E09000001\"].")
    ]
  }

  /// PROJ falls back to a guess where no operation fits, and is kilometres off at worst.
  private var ballpark: [Finding] {
    guard let operation, operation.isBallpark else { return [] }
    return [
      Finding(
        "W116", file: study.file, count: 1,
        message: "\(study.file): the study lies outside the area of its reference system; "
          + "positions may be far off (\(operation.description)).",
        suggestion: "State a crs that fits, or leave it out to have one chosen.")
    ]
  }
}
