internal import GeoJSON
internal import Intake

extension CheckReport: CustomStringConvertible {
  /// The report for a screen: never more than ten places of one kind.
  public var description: String {
    var lines = files.map { file in
      let rows = file.account.map { ": \(Self.text(of: $0))" } ?? ""
      return "\(file.name)  \(file.kind)\(rows)"
    }
    for finding in findings {
      lines.append("")
      let count =
        finding.severity == .error && finding.count > 1 ? " (\(finding.count) places)" : ""
      lines.append("\(finding.severity.rawValue)[\(finding.code)] \(finding.message)\(count)")
      lines += Self.places(of: finding).map { "  \($0)" }
      if !finding.suggestion.isEmpty { lines.append("  try: \(finding.suggestion)") }
    }
    lines.append("")
    lines.append(summary)
    return lines.joined(separator: "\n")
  }

  /// The most places of one kind that are shown.
  private static let shownLimit = 10

  private static func places(of finding: Finding) -> [String] {
    let places = finding.occurrences.isEmpty ? finding.examples : finding.occurrences.map(\.text)
    let shown = places.filter { !$0.isEmpty }.prefix(shownLimit)
    let rest = finding.count - shown.count
    return Array(shown) + (rest > 0 && !shown.isEmpty ? ["… \(rest) more"] : [])
  }

  private static func text(of account: RowAccount) -> String {
    var parts = ["\(counted(account.rows, "row"))", "\(account.used) used"]
    if account.repaired > 0 { parts[1] += " (\(account.repaired) after a repair)" }
    parts += account.setAside.map { "\($0.count) set aside: \($0.text)" }
    return parts.joined(separator: ", ")
  }

  private var summary: String {
    let counts = [
      counted(count(.error), "error"), counted(count(.warning), "warning"),
      counted(count(.note), "note"),
    ].joined(separator: ", ")
    let fixes =
      fixCount == 0 ? "" : "; \(counted(fixCount, "cell")) with one possible reading (--fix OUT)"
    return counts + fixes
  }
}

extension CheckReport {
  /// The report as one JSON document, with every place.
  public var json: [UInt8] {
    JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/check/1")),
        .init("ok", .bool(isOK)),
        .init(
          "summary",
          .object([
            .init("errors", .integer(count(.error))),
            .init("warnings", .integer(count(.warning))),
            .init("notes", .integer(count(.note))),
            .init("fixes", .integer(fixCount)),
          ])),
        .init("files", .array(files.map(Self.json(of:)))),
        .init("findings", .array(findings.flatMap(Self.json(of:)))),
      ]))
  }

  private static func json(of file: File) -> JSONValue {
    .object([
      .init("file", .string(file.name)), .init("kind", .string(file.kind)),
      .init("rows", file.account.map(\.json) ?? .null),
    ])
  }

  /// An object for each place; one for a finding without places.
  private static func json(of finding: Finding) -> [JSONValue] {
    let places =
      finding.occurrences.isEmpty
      ? [Finding.Occurrence(value: finding.examples.joined(separator: "; "))]
      : finding.occurrences
    return places.map { place in
      var members: [JSONValue.Member] = [
        .init("code", .string(finding.code)),
        .init("severity", .string(finding.severity.rawValue)),
        .init("file", .string(finding.file)),
      ]
      func add(_ name: String, _ value: JSONValue?) {
        if let value { members.append(.init(name, value)) }
      }
      func text(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }
      add("sheet", text(finding.sheet))
      add("line", place.line.map(JSONValue.integer))
      add("column", place.column.map(JSONValue.integer))
      add("field", text(place.field))
      add("value", text(place.value))
      add("message", .string(finding.message))
      add("remark", text(place.remark))
      add("fix", text(place.fix))
      add("try", text(finding.suggestion))
      return .object(members)
    }
  }
}

extension RowAccount {
  /// The account as reports show it.
  var json: JSONValue { .object([.init("rows", .integer(rows))] + members) }

  /// What became of the rows, as the manifest shows it beside their number.
  var members: [JSONValue.Member] {
    [
      .init("used", .integer(used)), .init("repaired", .integer(repaired)),
      .init("set_aside", .object(setAside.map { .init($0.text, .integer($0.count)) })),
    ]
  }
}
