public import Intake

/// Everything that a check found in files, before anything is computed.
public struct CheckReport: Sendable {
  /// A file that was checked.
  public struct File: Sendable {
    /// Its name.
    public let name: String
    /// What it was taken for: "organisations", "wards".
    public let kind: String
    /// What would become of its rows; `nil` where it has none, or cannot be read.
    public let account: RowAccount?

    /// A file from its parts.
    public init(name: String, kind: String, account: RowAccount?) {
      self.name = name
      self.kind = kind
      self.account = account
    }
  }

  /// The files, in the order in which they were read.
  public let files: [File]
  /// What was found: errors first, then warnings, then notes.
  public let findings: [Finding]

  /// A report from its parts.
  public init(files: [File], findings: [Finding]) {
    self.files = files
    let order: [Finding.Severity] = [.error, .warning, .note]
    self.findings = order.flatMap { severity in findings.filter { $0.severity == severity } }
  }

  /// How many places have a finding of a severity.
  public func count(_ severity: Finding.Severity) -> Int {
    findings.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
  }

  /// How many cells have one possible reading other than what stands there.
  public var fixCount: Int {
    findings.reduce(0) { $0 + $1.occurrences.count { !$0.fix.isEmpty } }
  }

  /// Whether a run would get through: there is no error.
  public var isOK: Bool { count(.error) == 0 }
}
