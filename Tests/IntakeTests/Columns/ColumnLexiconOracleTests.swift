import Foundation
import Intake
import Testing

/// Column names of published files, as regular expressions with their roles.
private enum PublishedNames {
  struct Row: Sendable, CustomTestStringConvertible {
    let role: String
    let source: String
    let pattern: String

    var testDescription: String { "\(source) \(pattern)" }
  }

  static let rows: [Row] = {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "shared/design/columns.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(role: cells[0], source: cells[1], pattern: cells[2])
    }
  }()

  /// Columns that stand beside those of a source, so that the source is recognised.
  static func neighbours(_ source: String) -> [String] {
    switch source {
    case "London Datastore": ["LB_GSS_CD", "NONLD_AREA", "POLY_ID"]
    case "OS Boundary-Line": ["Feature_Serial_Number", "Area_Type_Code", "Global_Polygon_ID"]
    case "ONSPD or NSPL": ["dointr", "doterm", "oscty", "parish"]
    case "360Giving", "360Giving GrantNav": ["Amount Awarded", "Award Date", "Identifier"]
    case "Charity Commission": ["organisation_number"]
    default: []
    }
  }

  static let exist = !rows.isEmpty
}

@Suite(.enabled(if: PublishedNames.exist)) struct `Published column names` {
  @Test func `are all there`() {
    #expect(PublishedNames.rows.count == 71)
  }

  @Test(arguments: PublishedNames.rows)
  private func `mean what their publisher means by them`(row: PublishedNames.Row) throws {
    let regex = try Regex(row.pattern).ignoresCase()
    let samples = NamePattern(row.pattern).samples
      .filter { $0.trimmingCharacters(in: .whitespaces) == $0 }
    #expect(!samples.isEmpty)
    for sample in samples {
      try #require(sample.firstMatch(of: regex) != nil)
      let spellings = [
        sample, sample.uppercased(), "\u{FEFF} " + sample + "\u{00A0}",
        sample.replacing(" ", with: " \u{00A0} "),
      ]
      for spelling in spellings {
        let table = RecognisedTable(
          header: [spelling] + PublishedNames.neighbours(row.source))
        #expect(
          table.columns[0].role?.rawValue == row.role,
          "\(spelling) in \(table.sourceReason): \(table.columns[0].reason)")
      }
    }
  }
}
