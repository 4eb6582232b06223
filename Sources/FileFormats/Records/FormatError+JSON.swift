internal import GeoJSON

extension FormatError {
  /// What a step in the reading of JSON gives, its error as one of the file.
  static func reading<Result>(
    _ step: () throws(GeoJSONError) -> Result
  ) throws(FormatError) -> Result {
    do throws(GeoJSONError) {
      return try step()
    } catch {
      throw FormatError(error)
    }
  }

  private init(_ error: GeoJSONError) {
    switch error {
    case .truncated(let position): self = .truncated(what: "the JSON text", line: position.line)
    case .limitExceeded(_, let kind, let value):
      self = .limitExceeded(what: "\(kind)", limit: value)
    case .depthExceeded(_, let limit):
      self = .limitExceeded(what: "levels of nesting", limit: limit)
    default:
      let words = "\(error)"
      guard let position = error.position else {
        self = .corrupt(what: words, where: "the JSON text")
        return
      }
      // The description of the error begins with the place.
      let what = words.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? words
      self = .corrupt(what: what, where: "\(position)")
    }
  }
}
