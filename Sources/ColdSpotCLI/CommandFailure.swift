import ColdSpotKit

/// A failure as the user sees it: code, where and what, and what to try.
struct CommandFailure: Error {
  let code: String
  let message: String
  let suggestion: String
  let status: Int32

  /// Standard output took nothing more.
  static let answerLost = CommandFailure(
    code: "E503", message: "The answer could not be written to standard output.", suggestion: "",
    status: StudyError.ExitStatus.output.rawValue)

  init(code: String, message: String, suggestion: String = "", status: Int32) {
    self.code = code
    self.message = message
    self.suggestion = suggestion
    self.status = status
  }

  init(_ error: StudyError) {
    code = error.code
    message = error.description
    suggestion = error.suggestion
    status = error.exitStatus.rawValue
  }

  init(_ error: IntakeError) {
    self.init(StudyError.intake(error))
  }

  /// Prints the failure to standard error.
  func report() {
    Terminal.printError(Terminal.safe("error[\(code)] \(message)"))
    if !suggestion.isEmpty { Terminal.printError(Terminal.safe("  try: \(suggestion)")) }
  }
}

extension Finding {
  /// Prints the finding to standard error.
  func report() {
    var text = "\(severity.rawValue)[\(code)] \(message)"
    if !examples.isEmpty {
      let more = count > examples.count ? ", …" : ""
      text += "\n  " + examples.joined(separator: ", ") + more
    }
    Terminal.printError(Terminal.safe(text))
    if !suggestion.isEmpty { Terminal.printError(Terminal.safe("  try: \(suggestion)")) }
  }
}
