extension IntakeError {
  /// Where in which file the error is.
  private var place: (file: String, occurrence: Finding.Occurrence) {
    switch self {
    case .unreadable(let file), .empty(let file), .inUse(let file), .tooLarge(let file, _, _),
      .format(let file, _), .limitExceeded(let file, _), .referenceSystem(let file, _):
      (file, Finding.Occurrence(value: ""))
    case .unclosedQuote(let file, let line), .raggedRow(let file, let line, _, _),
      .notUTF8(let file, let line):
      (file, Finding.Occurrence(line: line, value: ""))
    case .malformedJSON(let file, let line, let column, _):
      (file, Finding.Occurrence(line: line, column: column, value: ""))
    case .noLayer(let file, let layer, _): (file, Finding.Occurrence(value: layer))
    case .missingColumn(let file, let column, _), .unknownDirection(let file, let column):
      (file, Finding.Occurrence(field: column, value: ""))
    case .missingProperty(let file, let feature, let property, _),
      .emptyProperty(let file, let feature, let property):
      (file, Finding.Occurrence(line: feature + 1, field: property, value: ""))
    case .notAnArea(let file, let feature, let found):
      (file, Finding.Occurrence(line: feature + 1, value: found))
    case .invalidRing(let file, let area, let reason):
      (file, Finding.Occurrence(value: area, remark: reason))
    case .selfCrossing(let file, let area, let reason, let x, let y):
      (file, Finding.Occurrence(value: area, remark: "\(reason) at \(x), \(y)"))
    case .duplicate(let file, let column, let value):
      (file, Finding.Occurrence(field: column, value: value))
    case .wrongReferenceSystem(let file, let place, let x, let y, _):
      (file, Finding.Occurrence(value: "\(x), \(y)", remark: place))
    case .invalidValue(let file, let line, let column, let value, let expected):
      (
        file,
        Finding.Occurrence(
          line: line, field: column, value: value, remark: "not \(expected)")
      )
    case .missingValue(let file, let line, let column):
      (file, Finding.Occurrence(line: line, field: column, value: ""))
    case .unknownID(let file, let line, let column, let value):
      (file, Finding.Occurrence(line: line, field: column, value: value))
    case .needMissing(let file, let column, let examples, _):
      (file, Finding.Occurrence(field: column, value: examples.joined(separator: ", ")))
    case .vintages(let mismatch):
      (
        mismatch.table.file,
        Finding.Occurrence(
          field: mismatch.table.column, value: mismatch.lostCodes.first ?? "")
      )
    case .tooFewPlaced(let file, _, _, _): (file, Finding.Occurrence(value: ""))
    case .nothingInside(let places, _): (places, Finding.Occurrence(value: ""))
    }
  }

  /// The errors as findings.
  ///
  /// - Parameter errors: What was found, in any order.
  /// - Returns: One finding for each file and kind, with every place.
  public static func findings(_ errors: [IntakeError]) -> [Finding] {
    var groups: [(key: [String], errors: [IntakeError])] = []
    for error in errors {
      let key = [error.place.file, error.code]
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].errors.append(error)
      } else {
        groups.append((key, [error]))
      }
    }
    return groups.map { key, errors in
      let places = errors.map(\.place.occurrence)
      return Finding(
        key[1], file: key[0], at: places,
        message: errors[0].description, suggestion: errors[0].suggestion)
    }
  }
}
