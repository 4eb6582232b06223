internal import FileFormats

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
    case .format(let file, let error):
      "\(file): \(error)."
    case .inUse(let file):
      "\(file) has changes that are not yet in it: a \"-wal\" file lies beside it."
    case .noLayer(let file, let layer, let present):
      "\(file) has no sheet or layer \"\(layer)\"; it has \(Self.listed(present))."
    case .unknownDirection(let file, let column):
      "\(file): nothing says whether a higher \"\(column)\" means more need or less; read the "
        + "wrong way, the best-off places would be called the neediest."
    case .vintages(let mismatch): mismatch.description
    case .tooFewPlaced(let file, let placed, let all, let least):
      "\(file): \(placed) of \(counted(all, "organisation")) with an address could be placed, "
        + "fewer than the share of \(least) that the study wants; those missing would make places "
        + "look cold."
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
    case .format(_, let error): error.remedy
    case .inUse: "Close the program that has it open, or export the layer again."
    case .noLayer: "Name one of those."
    case .unknownDirection:
      "State it: direction = \"higher-is-more-need\", or \"lower-is-more-need\" for ranks and "
        + "deciles where 1 is most deprived."
    case .vintages(let mismatch): mismatch.suggestion
    case .tooFewPlaced: "`coldspot check` lists those that could not be placed."
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
    if (49...61).contains(x), (-9...3).contains(y) {
      return "Export it again with the longitude first, as RFC 7946 has it."
    }
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
