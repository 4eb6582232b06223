public import Foundation
internal import GeoJSON
internal import Intake
internal import MapLayers

/// A repaired copy of a file, and what was changed in it.
///
/// Only what has one possible reading is changed; every change is listed with what stood there, so
/// that the owner of the data can sign it.
public struct FileRepair: Sendable {
  let content: [UInt8]
  let changes: [Change]

  /// One change.
  struct Change: Hashable, Sendable {
    let sheet: String
    let line: Int
    let column: String
    let before: String
    let after: String
    let code: String
    let reason: String
  }

  /// The number of changes.
  public var changeCount: Int { changes.count }

  /// The names of the files that are written for a target: the copy, and the log of its changes.
  public static func names(for target: URL) -> [String] {
    let stem = target.deletingPathExtension().lastPathComponent
    return [target.lastPathComponent, "\(stem).changes.csv"]
  }

  /// Writes the copy and the log of its changes beside it, both whole or not at all.
  ///
  /// - Throws: ``StudyError/output(_:)``.
  public func write(to target: URL, overwriting: Bool) throws(StudyError) -> [WrittenFile] {
    let names = Self.names(for: target)
    let files = [(name: names[0], content: content), (name: names[1], content: log)]
    do {
      try OutputFolder(target.deletingLastPathComponent(), overwrites: overwriting).write(files)
    } catch {
      throw .output(error)
    }
    return files.map { WrittenFile(name: $0.name, bytes: $0.content.count) }
  }

  private var log: [UInt8] {
    CSVTable(
      header: ["sheet", "line", "column", "before", "after", "code", "reason"],
      rows: changes.map { change in
        [
          .text(change.sheet), .integer(change.line), .text(change.column), .text(change.before),
          .text(change.after), .text(change.code), .text(change.reason),
        ]
      }
    ).csv
  }
}

extension FileRepair {
  /// The repair of a table: every cell with one possible reading, and every row that is no data
  /// taken out; as CSV in UTF-8 with the header in the first row.
  ///
  /// - Parameters:
  ///   - table: The table as read.
  ///   - findings: What was found in it.
  init(of table: Table, findings: [Finding]) {
    var fixes: [Int: [Int: Change]] = [:]
    for finding in findings {
      for place in finding.occurrences where !place.fix.isEmpty {
        guard let line = place.line, let column = place.column else { continue }
        fixes[line, default: [:]][column - 1] = Change(
          sheet: table.sheet, line: line, column: place.field, before: place.value,
          after: place.fix, code: finding.code,
          reason: place.remark.isEmpty ? finding.message : place.remark)
      }
    }
    var changes: [Change] = table.setAside.map { row in
      Change(
        sheet: table.sheet, line: row.line, column: "", before: "the row", after: "",
        code: "N144", reason: row.reason)
    }
    let rows = (0..<table.rowCount).map { row in
      let line = table.line(ofRow: row)
      return table.header.indices.map { column in
        let text = table.text(row: row, column: column)
        // Only where the cell still is what the finding is about.
        guard let change = fixes[line]?[column], change.before == text else {
          return PropertyValue.text(text)
        }
        changes.append(change)
        return .text(change.after)
      }
    }
    content = CSVTable(header: table.header, rows: rows).unguardedCSV
    self.changes = changes.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
