import Foundation

/// Text out: answers to standard output, everything else to standard error.
enum Terminal {
  /// Writes a line to standard output.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be written: an answer that is lost is a failure.
  static func print(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    } catch {
      throw CommandFailure.answerLost
    }
  }

  /// Writes a line to standard error; one that cannot be written is let go.
  static func printError(_ text: String) {
    writeError(text + "\n")
  }

  /// Writes text to standard error as it is.
  static func writeError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Names and notes come from anyone's spreadsheet: control characters, which could steer the
  /// terminal or reverse the writing, are shown as "?".
  static func safe(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control where scalar != "\n": "?"
          case .format, .lineSeparator, .paragraphSeparator: "?"
          default: scalar
          }
        }))
  }

  /// Ends the program.
  static func end(status: Int32) -> Never {
    exit(status)
  }

  /// Whether standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}
