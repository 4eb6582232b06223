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
    }
  }

  /// Whether the files are each readable but do not fit together.
  public var isMisfit: Bool {
    switch self {
    case .needMissing, .nothingInside, .unknownID: true
    default: false
    }
  }
}

extension IntakeError {
  /// Whether a limit was hit, rather than the file being wrong.
  public var exceedsLimit: Bool {
    switch self {
    case .tooLarge, .limitExceeded: true
    default: false
    }
  }
}

extension IntakeError: CustomStringConvertible {
  /// Where, what and why, in a sentence or two.
  public var description: String {
    switch self {
    case .unreadable(let file):
      "\(file): there is no such file, or it may not be read."
    case .empty(let file):
      "\(file) is empty: it holds no rows."
    case .tooLarge(let file, let bytes, let limit):
      "\(file) has \(bytes) bytes; the limit is \(limit)."
    case .notUTF8(let file, let line):
      "\(file):\(line): the text is not UTF-8."
    case .unclosedQuote(let file, let line):
      "\(file):\(line): a quoted cell begins here and never ends; the file may be cut off."
    case .raggedRow(let file, let line, let cells, let expected):
      "\(file):\(line): the row has \(cells) cells, the header \(expected)."
    case .malformedJSON(let file, let line, let column, let reason):
      "\(file):\(line):\(column): \(reason)"
    case .missingColumn(let file, let column, let present):
      "\(file) has no \"\(column)\"; it has \(Self.listed(present))."
    case .missingProperty(let file, let feature, let property, let present):
      "\(file) feature \(feature) has no \"\(property)\"; it has \(Self.listed(present))."
    case .emptyProperty(let file, let feature, let property):
      "\(file) feature \(feature): \"\(property)\" is empty."
    case .limitExceeded(let file, let reason):
      "\(file): \(reason); that is beyond what is read."
    case .notAnArea(let file, let feature, let found):
      "\(file) feature \(feature): a polygon is needed, this is \(found)."
    case .invalidRing(let file, let area, let reason):
      "\(file) \(area): \(reason)."
    case .selfCrossing(let file, let area, let reason, let x, let y):
      "\(file) \(area): the border crosses itself (\(reason)) at \(x), \(y); "
        + "which side is inside cannot be told."
    case .duplicate(let file, let column, let value):
      "\(file): \"\(value)\" stands more than once in \"\(column)\"; each must be unique."
    case .wrongReferenceSystem(let file, let place, let x, let y, let expected):
      "\(file) \(place): coordinates (\(x), \(y)) are not \(expected)."
    case .referenceSystem(let file, let reason):
      "\(file): \(reason)"
    case .invalidValue(let file, let line, let column, let value, let expected):
      "\(file):\(line): \"\(value)\" in \"\(column)\" is not \(expected)."
    case .missingValue(let file, let line, let column):
      "\(file):\(line): \"\(column)\" is empty."
    case .unknownID(let file, let line, let column, let value):
      "\(file):\(line): \"\(value)\" in \"\(column)\" is in none of the rows it refers to."
    case .needMissing(let file, let column, let examples, let count):
      "\(file): \"\(column)\" has no figure for \(count) of the areas or places "
        + "(\(Self.listed(examples))); their score cannot be computed."
    case .nothingInside(let places, let areas):
      "None of the places in \(places) lies in any area of \(areas)."
    }
  }

  /// What the user can try; empty when the description says it all.
  public var suggestion: String {
    switch self {
    case .unreadable: "Check the path; paths in a study file are relative to that file."
    case .empty, .unclosedQuote: "Export or download it again."
    case .malformedJSON: "If the file was cut off, download it again."
    case .tooLarge, .limitExceeded: "Generalise the boundaries or split the file."
    case .notUTF8: "Save it as UTF-8; in Excel, as \"CSV UTF-8\"."
    case .raggedRow: "Cells that contain commas must stand in double quotes."
    case .missingColumn, .missingProperty:
      "Name the column: in the study file, or by the option for it."
    case .notAnArea: "Leave the feature out, or give it a Polygon or MultiPolygon."
    case .invalidRing: "Export it again from the source, or repair it."
    case .selfCrossing: "Repair it, for example with \"Fix geometries\" in QGIS, and run again."
    case .wrongReferenceSystem(_, _, let x, let y, _): Self.suggestion(forX: x, y: y)
    case .duplicate: "Remove the repeated row, or make the values different."
    case .invalidValue, .missingValue, .emptyProperty: "Correct it, or leave the row out."
    case .referenceSystem: "Give an EPSG code, such as crs = \"EPSG:27700\"."
    case .unknownID: "Add the row that is missing, or take out those that refer to it."
    case .needMissing: "Add the missing rows; the codes must be of the same vintage."
    case .nothingInside: "Check the reference system and the order of the coordinates."
    }
  }

  private static func suggestion(forX x: Double, y: Double) -> String {
    if abs(x) <= 90, abs(y) <= 180, abs(y) > 90 { return "Latitude and longitude look swapped." }
    if (0...700_000).contains(x), (0...1_300_000).contains(y) {
      return "They look like British National Grid: say crs = \"EPSG:27700\" in the study file."
    }
    return "Say which reference system they are in: crs = \"EPSG:…\" in the study file."
  }

  private static func listed(_ items: [String]) -> String {
    let shown = items.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
    return items.count > 8 ? shown + ", …" : shown.isEmpty ? "nothing" : shown
  }
}
