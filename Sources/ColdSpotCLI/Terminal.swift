import Foundation

/// Text out: answers to standard output, everything else to standard error.
enum Terminal {
  /// Writes a line to standard error.
  static func printError(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
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

/// Tells what is going on: one line redrawn on a terminal, a plain line per stage elsewhere.
struct Progress {
  /// When to tell it.
  enum Mode: String, CaseIterable {
    case auto, always, never
  }

  private let isShown: Bool
  private let isRedrawn: Bool

  init(_ mode: Mode, isQuiet: Bool) {
    isShown = mode == .always || (mode == .auto && !isQuiet)
    isRedrawn = Terminal.errorIsTerminal
  }

  /// A stage begins.
  func show(_ stage: String) {
    guard isShown else { return }
    let text = isRedrawn ? "\r\u{1B}[K\(stage) …" : "\(stage) …\n"
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// The last stage is over.
  func end() {
    guard isShown, isRedrawn else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
