public import AccessMeasures

/// Why a question about tables cannot be answered.
public enum QueryError: Error, Sendable {
  /// GeoJSON was asked for, and it is not known where on the Earth the rows are.
  case noPositions
  /// Neither costs nor positions say how far places are from sites.
  case noCosts
  /// Coordinates that look like degrees, where metres are needed.
  case degrees(file: String, system: String?)
  /// Residents or capacity that a balanced measure cannot place, by name.
  case unbalanced(String)
  /// No function of the study has this key; it has these.
  case unknownFunction(String, present: [String])
  /// The measure cannot be taken.
  case measure(AccessMeasureError)
  /// A file's row that stands twice, by its places.
  case duplicatePair(file: String, line: Int)
  /// A row whose value a statistic cannot take.
  case row(file: String, id: String, reason: String)
  /// A table of neighbours or of permutations that cannot be, and why.
  case table(file: String, reason: String)
  /// An option that the question needs is missing, or does not fit the others.
  case option(String)
}

extension QueryError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .noPositions:
      "GeoJSON needs positions whose reference system is known."
    case .noCosts:
      "Places and sites need positions, or a table of the costs between them."
    case .degrees(let file, let system):
      "\(file): the coordinates look like degrees, "
        + (system.map { "which \($0) is not in." } ?? "but no reference system says so.")
    case .unbalanced(let text): text
    case .unknownFunction(let key, let present):
      "There is no function \"\(key)\"; there are \(present.joined(separator: ", "))."
    case .measure(let error): "\(error)"
    case .duplicatePair(let file, let line):
      "\(file):\(line): this pair stands in a line before already."
    case .row(let file, let id, let reason): "\(file), \(id): \(reason)"
    case .table(let file, let reason): "\(file): \(reason)"
    case .option(let text): text
    }
  }

  /// What the user can try.
  var suggestion: String {
    switch self {
    case .noPositions, .degrees: "Say which it is, for example --crs EPSG:4326."
    case .noCosts: "Name the columns of the positions, or give --costs."
    default: ""
    }
  }

  /// Whether the command line is wrong rather than a file.
  var isUsage: Bool {
    switch self {
    case .noPositions, .noCosts, .unknownFunction, .measure, .option, .unbalanced: true
    default: false
    }
  }
}
