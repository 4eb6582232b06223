internal import GeoJSON
internal import MapLayers

extension RunComparison {
  /// In what two records differ: the settings in the order of their keys, the files, the program.
  static func differences(_ first: RunRecord, _ second: RunRecord) -> [Difference] {
    files(first, second) + settings(first, second) + makers(first.maker, second.maker)
  }

  // MARK: - Files

  private static func files(_ first: RunRecord, _ second: RunRecord) -> [Difference] {
    let named = (first.filesByKey, second.filesByKey)
    var keys = (first.settings.paths + second.settings.paths).map(\.key)
    keys.insert(Self.studyFileKey, at: 0)
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }.compactMap { key in
      let (one, other) = (named.0[key] ?? [], named.1[key] ?? [])
      guard one.map(\.name) != other.map(\.name) || one.map(\.checksum) != other.map(\.checksum)
      else { return nil }
      // A file of another name with the same content moves nothing.
      let isAlike = one.map(\.checksum) == other.map(\.checksum)
      return Difference(
        name: key, first: text(of: one), second: text(of: other),
        cause: isAlike ? nil : cause(of: key))
    }
  }

  fileprivate static let studyFileKey = "study file"

  /// The names of files, each with the start of its checksum.
  private static func text(of files: [RunRecord.File]) -> String {
    guard !files.isEmpty else { return "none" }
    let shown = files.prefix(4).map { "\($0.name) (sha256 \($0.checksum.prefix(12)))" }
    return shown.joined(separator: ", ")
      + (files.count > 4 ? " and \(files.count - 4) more" : "")
  }

  // MARK: - Settings

  private static func settings(_ first: RunRecord, _ second: RunRecord) -> [Difference] {
    let (one, other) = (first.settings.values, second.settings.values)
    let paths = Set((first.settings.paths + second.settings.paths).map(\.key))
    var differences: [Difference] = []
    for key in Set(one.keys).union(other.keys).sorted()
    where !paths.contains(key) && one[key] != other[key] {
      differences.append(
        Difference(
          name: key, first: one[key] ?? "not given", second: other[key] ?? "not given",
          cause: cause(of: key)))
    }
    if first.hasMethodGrid != second.hasMethodGrid {
      func text(_ isTried: Bool) -> String { isTried ? "yes" : "no" }
      differences.append(
        Difference(
          name: "ranks tried in scenarios", first: text(first.hasMethodGrid),
          second: text(second.hasMethodGrid), cause: nil))
    }
    return differences
  }

  /// What moves due to another value of a key of study files are due to.
  private static func cause(of key: String) -> Cause? {
    let names = key.split(separator: ".")
    // Titles and credits move nothing.
    if ["level", "vintage"].contains(names.last) || key == "need.name" { return nil }
    return switch names.first {
    case "wards", "boroughs": .boundary
    case "places", "need", "organisations", "functions", "scenario": .data
    case "catchment", "score", "sensitivity", "crs": .parameter
    default: nil
    }
  }

  // MARK: - The program

  private static func makers(_ first: RunRecord.Maker, _ second: RunRecord.Maker) -> [Difference] {
    var differences: [Difference] = []
    if first.program != second.program {
      differences.append(
        Difference(
          name: "program", first: first.program, second: second.program, cause: .program))
    }
    for name in Set(first.libraries.keys).union(second.libraries.keys).sorted()
    where first.libraries[name] != second.libraries[name] {
      differences.append(
        Difference(
          name: name, first: first.libraries[name] ?? "none",
          second: second.libraries[name] ?? "none", cause: .program))
    }
    return differences
  }
}

extension RunRecord {
  /// The inputs by the keys of study files that name them.
  fileprivate var filesByKey: [String: [File]] {
    var files: [String: [File]] = [:]
    for (key, path) in settings.paths { files[key, default: []] += inputs(at: path) }
    if let name = studyFile {
      files[RunComparison.studyFileKey] = inputs.filter { $0.name == name }
    }
    return files
  }
}

extension StudySettings {
  /// Every value by its key, as `catchment.radius_m`, in the words of a study file.
  fileprivate var values: [String: String] {
    var values: [String: String] = [:]
    func add(_ value: JSONValue, _ path: String) {
      switch value {
      case .object(let members):
        for member in members {
          add(member.value, path.isEmpty ? member.name : "\(path).\(member.name)")
        }
      case .array(let elements):
        values[path] = elements.map { $0.text ?? "" }.joined(separator: ", ")
      case .bool(let flag): values[path] = flag ? "true" : "false"
      default: values[path] = value.text ?? ""
      }
    }
    if let document = try? SettingsDocument(toml, file: name) { add(document.root, "") }
    return values
  }
}
