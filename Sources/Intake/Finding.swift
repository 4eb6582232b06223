/// Something that a reader noticed in the data and the user should know.
///
/// Findings are collected while files are read and reported together; a problem that stops the
/// run is an ``IntakeError`` instead.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable {
    /// The result is usable, but some rows count for less than the user may think.
    case warning
    /// For information.
    case note
  }

  /// The stable code, such as `W101`.
  public let code: String
  /// How much it matters.
  public let severity: Severity
  /// The file it is about.
  public let file: String
  /// How many rows or features it concerns.
  public let count: Int
  /// What was found and why it matters, in one sentence.
  public let message: String
  /// The first few rows concerned, by line or identifier.
  public let examples: [String]
  /// What the user can try; empty when nothing need be done.
  public let suggestion: String

  /// The most examples that a finding names.
  public static let exampleLimit = 5

  /// A finding about all the rows named in `examples`; only the first few are kept.
  public init(
    _ code: String, _ severity: Severity = .warning, file: String, count: Int? = nil,
    message: String, examples: [String] = [], suggestion: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.count = count ?? examples.count
    self.message = message
    self.examples = Array(examples.prefix(Self.exampleLimit))
    self.suggestion = suggestion
  }
}
