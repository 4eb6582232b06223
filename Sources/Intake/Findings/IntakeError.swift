public import FileFormats

/// Why an input cannot be used.
///
/// Each case names the file and the place in it. ``code`` is stable; ``description`` says what is
/// wrong and why it matters, and ``suggestion`` what to try.
public enum IntakeError: Error, Hashable, Sendable {
  /// There is no such file, or it may not be read.
  case unreadable(file: String)
  /// The file holds no bytes, or a table with no rows.
  case empty(file: String)
  /// The file is larger than the limit, in bytes.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// The file is of a kind that is not read, is broken, or is beyond a limit of its format.
  case format(file: String, FormatError)
  /// Another program has the file open and has not yet written its changes into it.
  case inUse(file: String)
  /// The file has no such sheet or layer; it has these.
  case noLayer(file: String, layer: String, present: [String])
  /// The text is not UTF-8 at this line.
  case notUTF8(file: String, line: Int)
  /// The table breaks off inside a quoted cell that began at this line.
  case unclosedQuote(file: String, line: Int)
  /// A row has another number of cells than the header.
  case raggedRow(file: String, line: Int, cells: Int, expected: Int)
  /// The JSON cannot be read at this line and column.
  case malformedJSON(file: String, line: Int, column: Int, reason: String)
  /// A column that the study needs is not there; these are.
  case missingColumn(file: String, column: String, present: [String])
  /// A feature lacks a property that the study needs; it has these.
  case missingProperty(file: String, feature: Int, property: String, present: [String])
  /// A property of a feature that may not be empty is.
  case emptyProperty(file: String, feature: Int, property: String)
  /// The file is larger or deeper than a published limit.
  case limitExceeded(file: String, reason: String)
  /// A shape is not a polygon, or is missing.
  case notAnArea(file: String, feature: Int, found: String)
  /// A ring has too few corners or is not closed.
  case invalidRing(file: String, area: String, reason: String)
  /// A shape crosses itself; the position is in degrees or in the file's own system.
  case selfCrossing(file: String, area: String, reason: String, x: Double, y: Double)
  /// Two areas have this code, or two rows this id.
  case duplicate(file: String, column: String, value: String)
  /// Coordinates that cannot be what the file says they are.
  case wrongReferenceSystem(file: String, where: String, x: Double, y: Double, expected: String)
  /// A reference system that is unknown, or not in metres where it must be.
  case referenceSystem(file: String, reason: String)
  /// A cell that should hold a number does not, or holds one that cannot be.
  case invalidValue(file: String, line: Int, column: String, value: String, expected: String)
  /// A cell that may not be empty is.
  case missingValue(file: String, line: Int, column: String)
  /// A row that refers to a place, site or area which the other file does not have.
  case unknownID(file: String, line: Int, column: String, value: String)
  /// Areas or places for which the need index has no figure.
  case needMissing(file: String, column: String, examples: [String], count: Int)
  /// A column of need of which nobody says whether a higher figure means more need.
  case unknownDirection(file: String, column: String)
  /// Files that use different editions of the same areas.
  case vintages(VintageMismatch)
  /// Fewer of the organisations with an address could be placed than the study wants, as a share.
  case tooFewPlaced(file: String, placed: Int, of: Int, least: Double)
  /// Not one place lies in any area.
  case nothingInside(places: String, areas: String)
}

extension IntakeError {
  /// The stable code of the error, such as `E210`.
  public var code: String {
    switch self {
    case .unreadable: "E200"
    case .empty: "E201"
    case .tooLarge, .limitExceeded: "E202"
    case .format(_, .limitExceeded): "E202"
    case .format(_, .unclosedQuote): "E204"
    case .format: "E217"
    case .inUse: "E218"
    case .noLayer: "E219"
    case .unknownDirection: "E220"
    case .notUTF8: "E203"
    case .unclosedQuote, .raggedRow: "E204"
    case .malformedJSON: "E205"
    case .missingColumn, .missingProperty: "E206"
    case .notAnArea: "E207"
    case .invalidRing: "E208"
    case .selfCrossing: "E209"
    case .wrongReferenceSystem: "E210"
    case .duplicate: "E211"
    case .invalidValue: "E212"
    case .missingValue, .emptyProperty: "E213"
    case .referenceSystem: "E214"
    case .needMissing: "E301"
    case .unknownID: "E303"
    case .nothingInside: "E302"
    case .vintages: "E304"
    case .tooFewPlaced: "E305"
    }
  }

  /// Whether the files are each readable but do not fit together.
  public var isMisfit: Bool {
    switch self {
    case .needMissing, .nothingInside, .unknownID, .vintages, .tooFewPlaced: true
    default: false
    }
  }
}

extension IntakeError {
  /// Whether a limit was hit, rather than the file being wrong.
  public var exceedsLimit: Bool {
    switch self {
    case .tooLarge, .limitExceeded: true
    case .format(_, let error): error.exceedsLimit
    default: false
    }
  }
}
