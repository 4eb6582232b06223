/// Which source knows the names of a header best.
struct SourceBallot {
  private let readings: [[ColumnLexicon.Reading]]

  /// The sources that have each name.
  private let sources: [Set<DataSource>]

  init(_ readings: [[ColumnLexicon.Reading]]) {
    self.readings = readings
    sources = readings.map { Set($0.map(\.source)) }
  }

  /// A name counts 1, shared among the sources that have it.
  private func score(of source: DataSource) -> Double {
    sources.reduce(0) { score, sources in
      sources.isDisjoint(with: source.family) ? score : score + 1 / Double(sources.count)
    }
  }

  /// The source with the highest score; of equals, the first in the order of ``DataSource``.
  ///
  /// A publisher's file must have names that anyone's spreadsheet would not: otherwise it is a
  /// spreadsheet.
  var winner: DataSource {
    let spreadsheet = score(of: .anySpreadsheet)
    var best = (source: DataSource.anySpreadsheet, score: spreadsheet)
    for source in DataSource.allCases where source != .anySpreadsheet {
      let score = score(of: source)
      // Sums of thirds and quarters taken in different orders differ in their last digit.
      if score > best.score + 1e-9 { best = (source, score) }
    }
    return best.source
  }

  /// The names that speak for a source, the most telling first.
  func reason(for source: DataSource, names: [String]) -> String {
    let known = names.indices.filter { column in
      readings[column].contains { source.family.contains($0.source) && $0.role != .furniture }
    }
    guard !known.isEmpty else { return "\(source): no name of a publisher's file" }
    let telling = known.sorted {
      (sources[$0].count, $0) < (sources[$1].count, $1)
    }
    return "\(source): " + telling.prefix(4).map { names[$0] }.joined(separator: ", ")
  }
}
