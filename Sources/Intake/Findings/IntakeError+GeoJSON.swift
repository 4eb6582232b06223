package import GeoJSON

extension IntakeError {
  /// What a GeoJSON error means for a file.
  package init(_ error: GeoJSONError, file: String) {
    // The position stands before the reason already.
    var reason = error.description
    if let position = error.position { reason.trimPrefix("\(position): ") }
    switch error {
    case .emptyFile:
      self = .empty(file: file)
    case .limitExceeded, .depthExceeded:
      self = .limitExceeded(file: file, reason: reason)
    case .unclosedRing(_, let feature, _), .tooFewPositions(_, let feature, _, _):
      self = .invalidRing(file: file, area: "feature \(feature)", reason: reason)
    default:
      self = .malformedJSON(
        file: file, line: error.position?.line ?? 1, column: error.position?.column ?? 1,
        reason: reason)
    }
  }
}
