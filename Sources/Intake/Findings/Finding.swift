/// Something that was noticed in the data and the user should know.
///
/// Findings are collected while files are read and reported together. A problem that stops a run is
/// an ``IntakeError``; where everything that is wrong is wanted at once, it is a finding too, of
/// the severity ``Severity/error``.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// No result can be had before it is put right.
    case error
    /// The result is usable, but some rows count for less than the user may think.
    case warning
    /// For information.
    case note
  }

  /// One place where it was found.
  public struct Occurrence: Hashable, Sendable {
    /// The line of the file, the row of the sheet or the number of the feature, from 1; `nil` where
    /// it concerns no single row.
    public var line: Int?
    /// The column, counted from 1; `nil` where it concerns no single column.
    public var column: Int?
    /// The column's name; empty where it concerns none.
    public var field: String
    /// What stands there, or who it is about.
    public var value: String
    /// What it should be, where there is one possible reading; empty otherwise.
    public var fix: String
    /// What is particular to this place; empty where the finding's message says it all.
    public var remark: String

    /// An occurrence from what is known of it.
    public init(
      line: Int? = nil, column: Int? = nil, field: String = "", value: String, fix: String = "",
      remark: String = ""
    ) {
      self.line = line
      self.column = column
      self.field = field
      self.value = value
      self.fix = fix
      self.remark = remark
    }

    /// The occurrence in a few words.
    public var text: String {
      let place = line.map { "line \($0)" } ?? ""
      let change = fix.isEmpty ? value : "\(value) → \(fix)"
      let what = [place, change].filter { !$0.isEmpty }.joined(separator: ": ")
      return remark.isEmpty ? what : what.isEmpty ? remark : "\(what) (\(remark))"
    }
  }

  /// The stable code, such as `W101`.
  public let code: String
  /// How much it matters.
  public let severity: Severity
  /// The file it is about.
  public let file: String
  /// The sheet or layer of the file; empty where there is none or it does not matter.
  public let sheet: String
  /// How many rows or features it concerns.
  public let count: Int
  /// What was found and why it matters, in one sentence.
  public let message: String
  /// The first few rows concerned, by line or identifier.
  public let examples: [String]
  /// Every place where it was found, where places are known.
  public let occurrences: [Occurrence]
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
    sheet = ""
    self.count = count ?? examples.count
    self.message = message
    self.examples = Array(examples.prefix(Self.exampleLimit))
    occurrences = []
    self.suggestion = suggestion
  }

  /// A finding at places of a file, which are kept all, in the order of the lines.
  ///
  /// - Parameters:
  ///   - code: The stable code; `E`, `W` or `N` stands for the severity.
  ///   - file: The file.
  ///   - sheet: The sheet or layer.
  ///   - occurrences: The places.
  ///   - message: What was found and why it matters, without the file's name and the count.
  ///   - suggestion: What the user can try.
  public init(
    _ code: String, file: String, sheet: String = "", at occurrences: [Occurrence],
    message: String, suggestion: String = ""
  ) {
    let sorted = occurrences.sorted {
      ($0.line ?? 0, $0.column ?? 0, $0.value, $0.remark)
        < ($1.line ?? 0, $1.column ?? 0, $1.value, $1.remark)
    }
    self.code = code
    severity = code.hasPrefix("E") ? .error : code.hasPrefix("N") ? .note : .warning
    self.file = file
    self.sheet = sheet
    count = sorted.count
    self.message = message
    examples = sorted.prefix(Self.exampleLimit).map(\.text)
    self.occurrences = sorted
    self.suggestion = suggestion
  }
}
