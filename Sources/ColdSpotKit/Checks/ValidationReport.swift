public import Foundation
public import GeoJSON
internal import Intake

/// What is wrong with a GeoJSON file, by RFC 7946 and by what programs make of it.
public struct ValidationReport: Sendable {
  /// The file.
  public let file: String
  /// The faults and what the file holds.
  public let report: GeoJSONValidator.Report

  /// Validates a file.
  ///
  /// - Throws: ``StudyError`` for a file that cannot be read at all.
  public init(_ url: URL, name: String) throws(StudyError) {
    do {
      file = name
      report = GeoJSONValidator().faults(in: try InputFile(url, name: name).bytes)
    } catch {
      throw .intake(error)
    }
  }

  /// Whether nothing that the standard requires is broken.
  public var isValid: Bool { report.isValid }

  /// The number of warnings.
  public var warningCount: Int { report.count(of: .warning) }
}

extension ValidationReport: CustomStringConvertible {
  /// The report for a screen: never more than ten faults of one rule.
  public var description: String {
    var lines = [summary]
    for (rule, count) in report.counts.map({ ($0.rule, $0.count) }) {
      lines.append("")
      let faults = report.faults.filter { $0.rule == rule }
      lines.append("\(rule.severity.rawValue)[\(rule.rawValue)] \(count)×")
      lines += faults.prefix(Self.shownLimit).map { "  \(Self.place(of: $0)) \($0.description)" }
      if count > Self.shownLimit { lines.append("  … \(count - Self.shownLimit) more") }
    }
    return lines.joined(separator: "\n")
  }

  private static let shownLimit = 10

  private static func place(of fault: GeoJSONValidator.Fault) -> String {
    fault.position.map { "\($0.line):\($0.column)" } ?? "-"
  }

  private var summary: String {
    let holds = report.summary
    let types = holds.geometryTypes.map { "\($0.count) \($0.type)" }.joined(separator: ", ")
    let verdict =
      report.isClean ? "no fault" : report.isValid ? "valid, with warnings" : "not valid"
    return "\(file): \(verdict); \(counted(holds.features, "feature"))"
      + (types.isEmpty ? "" : " (\(types))")
  }
}

extension ValidationReport {
  /// Reports as one JSON document, with every fault that is kept.
  public static func json(of reports: [ValidationReport]) -> [UInt8] {
    JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/validate/1")),
        .init("ok", .bool(reports.allSatisfy(\.isValid))),
        .init("files", .array(reports.map(\.json))),
      ]))
  }

  private var json: JSONValue {
    .object([
      .init("file", .string(file)), .init("ok", .bool(isValid)),
      .init("features", .integer(report.summary.features)),
      .init(
        "counts",
        .object(report.counts.map { .init($0.rule.rawValue, .integer($0.count)) })),
      .init("faults", .array(report.faults.map(Self.json(of:)))),
    ])
  }

  private static func json(of fault: GeoJSONValidator.Fault) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(fault.rule.rawValue)),
      .init("severity", .string(fault.rule.severity.rawValue)),
    ]
    func add(_ name: String, _ number: Int?) {
      if let number { members.append(.init(name, .integer(number))) }
    }
    add("line", fault.position?.line)
    add("column", fault.position?.column)
    add("feature", fault.feature)
    add("ring", fault.ring)
    members.append(.init("message", .string(fault.description)))
    return .object(members)
  }
}
