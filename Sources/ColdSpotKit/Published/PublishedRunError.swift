/// Why a folder is not taken for that of a run.
public enum PublishedRunError: Error, Hashable, Sendable {
  /// The folder has no such file.
  case missing(folder: String, file: String)
  /// The record is not one, or lacks something.
  case manifest(String)
  /// A file is not as the record says: it was changed, or belongs to another run.
  case changed(file: String)
  /// A file cannot be read.
  case unreadable(file: String, reason: String)
  /// What the run was made from is nowhere to be found whole; this is the folder that comes nearest.
  case inputs(missing: [String], changed: [String], nearest: String)
}

extension PublishedRunError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .missing(let folder, let file): "\(folder) is not the folder of a run: it has no \(file)."
    case .manifest(let reason): "manifest.json is not the record of a run: \(reason)."
    case .changed(let file): "\(file) is not the file that the run wrote: its checksum differs."
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)."
    case .inputs(let missing, let changed, let nearest):
      "The inputs of the run were not found; nearest is \(nearest), where "
        + [Self.list(missing, "missing"), Self.list(changed, "changed since")]
        .compactMap(\.self).joined(separator: ", and ") + "."
    }
  }

  /// Some files and what is the matter with them; `nil` for none.
  private static func list(_ files: [String], _ matter: String) -> String? {
    guard !files.isEmpty else { return nil }
    let more = files.count > 5 ? " and \(files.count - 5) more" : ""
    return files.prefix(5).joined(separator: ", ") + more
      + (files.count == 1 ? " is " : " are ") + matter
  }

  /// What the user can try.
  var suggestion: String {
    switch self {
    case .missing: "Name a folder that `coldspot run` has written."
    case .inputs: "Name the study file with -c; the inputs are looked for beside it."
    case .manifest, .changed, .unreadable: "Run the study again with `coldspot run`."
    }
  }
}
