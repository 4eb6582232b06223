internal import FileFormats

extension IntakeError {
  /// What a reader of a format says, with the file's name.
  init(_ error: FormatError, file: String) {
    switch error {
    case .unclosedQuote(let line): self = .unclosedQuote(file: file, line: line)
    default: self = .format(file: file, error)
    }
  }
}
