internal import GeoJSON
internal import GeometryEngine

/// What the manifest of a run says that is needed to do the run again, or to compare it.
struct RunRecord: Sendable {
  /// A file that went in or came out.
  struct File: Hashable, Sendable {
    let name: String
    let bytes: Int
    let checksum: String
  }

  /// What computed the run: the program and the libraries, with their versions.
  struct Maker: Hashable, Sendable {
    let program: String
    let libraries: [String: String]

    /// This program.
    static let current = Maker(
      program: "coldspot \(ColdSpotVersion.current)",
      libraries: ["geos": LibraryVersions.geos, "proj": LibraryVersions.proj])
  }

  let study: String
  let maker: Maker
  let settings: StudySettings
  let inputs: [File]
  let outputs: [File]
  /// Whether ranks were tried in scenarios of method.
  let hasMethodGrid: Bool

  /// The record in a manifest, which may come from anybody.
  ///
  /// - Throws: ``PublishedRunError/manifest(_:)``.
  init(_ manifest: JSONValue) throws(PublishedRunError) {
    guard manifest["schema"] == .string("coldspot/manifest/1") else {
      throw .manifest("it is not of the kind coldspot/manifest/1")
    }
    guard let study = manifest["study"]?.text, let program = manifest["program"]?.text,
      case .object(let libraries)? = manifest["libraries"],
      case .string(let text)? = manifest["settings"]
    else { throw .manifest("it lacks the study, its settings or the program") }
    self.study = study
    maker = Maker(
      program: program,
      libraries: Dictionary(
        libraries.map { ($0.name, $0.value.text ?? "") }, uniquingKeysWith: { $1 }))
    do {
      settings = try StudySettings(text, file: "settings")
    } catch {
      throw .manifest("its settings are not those of a study: \(error)")
    }
    inputs = try Self.files(manifest["inputs"])
    outputs = try Self.files(manifest["outputs"])
    guard outputs.allSatisfy({ StudyResult.fileNames.contains($0.name) }) else {
      throw .manifest("it names an output that no run has")
    }
    hasMethodGrid = manifest["parameters"]?["method_grid"] != nil
  }

  private static func files(_ value: JSONValue?) throws(PublishedRunError) -> [File] {
    var files: [File] = []
    for element in value?.elements ?? [] {
      guard case .string(let name)? = element["name"], !name.isEmpty,
        case .integer(let bytes)? = element["bytes"],
        case .string(let checksum)? = element["sha256"]
      else { throw .manifest("a file in it has no name, size or checksum") }
      files.append(File(name: name, bytes: bytes, checksum: checksum))
    }
    guard !files.isEmpty else { throw .manifest("it lists no files") }
    return files
  }

  /// The name of the study file, which is read before anything else; `nil` for a study made in code,
  /// where the wards come first.
  var studyFile: String? {
    inputs.first.flatMap { $0.name == settings.wards.file ? nil : $0.name }
  }

  /// The files that a path of the settings stands for: one, those of a folder, or those of a
  /// Shapefile.
  func inputs(at path: String) -> [File] {
    let folder = path.hasSuffix("/") ? path : path + "/"
    return inputs.filter { file in
      file.name == path || file.name.hasPrefix(folder) || Self.isCompanion(file.name, of: path)
    }
  }

  private static func isCompanion(_ name: String, of path: String) -> Bool {
    guard path.lowercased().hasSuffix(".shp") else { return false }
    return [".dbf", ".shx", ".prj", ".cpg"].contains {
      name.lowercased().hasSuffix($0) && name.dropLast(4) == path.dropLast(4)
    }
  }
}
