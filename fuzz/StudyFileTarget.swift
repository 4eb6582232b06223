import ColdSpotKit

/// Reads any text as a study file.
///
/// Law: what is wrong is said, on a line that the file has.
func test(_ bytes: [UInt8]) {
  guard let text = String(validating: bytes, as: UTF8.self) else { return }
  do {
    _ = try StudySettings(text, file: "study.toml")
  } catch {
    require(!"\(error)".isEmpty && !error.code.isEmpty, "an error says what it is")
    if let line = error.line {
      let count = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      require((1...count).contains(line), "line \(line) of \(count): \(error)")
    }
  }
}

extension SettingsError {
  fileprivate var line: Int? {
    switch self {
    case .malformed(_, let line, _, _): line
    case .unknownKey(_, let line, _, _), .invalidValue(_, let line, _, _): line
    case .unknownWord, .missingKey: nil
    }
  }
}
