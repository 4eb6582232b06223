internal import Foundation

/// Finds the default data, wherever the program was started.
enum EmbeddedData {
  /// The folder `boundaries` with the London study.
  ///
  /// Looked for, in this order: where `COLDSPOT_DATA` points; in `share/coldspot` beside the `bin`
  /// of an installed program; in a folder above the program, as in a checkout; and in the checkout
  /// that a library was built from.
  static func folder() throws(StudyError) -> URL {
    let candidates = candidates()
    for folder in candidates
    where FileManager.default.fileExists(atPath: folder.appending(path: studyFile).path) {
      return folder
    }
    throw .dataNotFound(searched: candidates.map(\.path))
  }

  /// The study file of the default data.
  static let studyFile = "study.toml"

  private static func candidates() -> [URL] {
    if let path = ProcessInfo.processInfo.environment["COLDSPOT_DATA"], !path.isEmpty {
      return [URL(filePath: path)]
    }
    var folders: [URL] = []
    if let program = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      var folder = program.deletingLastPathComponent()
      folders.append(
        folder.deletingLastPathComponent().appending(path: "share/coldspot/boundaries"))
      while folder.path != "/" {
        folders.append(folder.appending(path: "boundaries"))
        folder.deleteLastPathComponent()
      }
    }
    var source = URL(filePath: #filePath)
    for _ in 0..<3 { source.deleteLastPathComponent() }
    folders.append(source.appending(path: "boundaries"))
    return folders
  }
}
