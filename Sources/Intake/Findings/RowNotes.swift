/// What was noticed about the rows of a file, gathered row by row, a list for each kind.
struct RowNotes {
  /// A kind of thing to notice.
  struct Kind: Hashable {
    /// The stable code.
    let code: String
    /// What it is found in, in the singular: "postcode".
    let noun: String
    /// What it is and why it matters, after the number of them: "no longer in use, …".
    let message: String
    /// What the user can try.
    let suggestion: String

    init(_ code: String, _ noun: String, _ message: String, try suggestion: String = "") {
      self.code = code
      self.noun = noun
      self.message = message
      self.suggestion = suggestion
    }
  }

  let file: String
  let sheet: String
  private var occurrences: [Kind: [Finding.Occurrence]] = [:]

  init(file: String, sheet: String = "") {
    self.file = file
    self.sheet = sheet
  }

  mutating func add(_ kind: Kind, _ occurrence: Finding.Occurrence) {
    occurrences[kind, default: []].append(occurrence)
  }

  /// A finding for each kind that occurred, in the order of the codes.
  func findings() -> [Finding] {
    occurrences.sorted { $0.key.code < $1.key.code }.map { kind, places in
      Finding(
        kind.code, file: file, sheet: sheet, at: places,
        message: "\(file): \(counted(places.count, kind.noun)) \(kind.message)",
        suggestion: kind.suggestion)
    }
  }
}
