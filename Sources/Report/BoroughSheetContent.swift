internal import ColdSpotKit
internal import Foundation
internal import MapLayers

/// What the sheet of one borough tells.
struct BoroughSheetContent {
  /// The row of the borough.
  let row: Int
  let run: BoroughSheetRun
  /// The rows of its wards, the coldest first, as in their layer; those without a rank last.
  ///
  /// The place in this order is the number of a ward on the map.
  let wardRows: [Int]

  init(row: Int, of run: BoroughSheetRun) {
    self.row = row
    self.run = run
    wardRows = run.wardRows[row]
      .map { (rank: run.wards.number("rank", row: $0) ?? .infinity, row: $0) }
      .sorted { $0 < $1 }
      .map(\.row)
  }

  var boroughs: LayerTable { run.boroughs }
  var wards: LayerTable { run.wards }
  var code: String { BoroughSheetWords.short(boroughs.text("code", row: row), 24) }
  var name: String { BoroughSheetWords.short(boroughs.text("name", row: row), 40) }
  var study: String { BoroughSheetWords.short(run.run.study, 24) }
  var title: String { "\(name): cold spots of support in \(study)" }
  var boroughNoun: String { run.noun(boroughs) }
  var wardNoun: String { run.noun(wards) }
  var reach: [BoroughSheetReach] { run.reach[row] }

  /// A whole number of a column of the borough; 0 for none.
  func whole(_ column: String) -> Int {
    boroughs.number(column, row: row).flatMap { Int(exactly: $0.rounded()) } ?? 0
  }

  /// The wards of the borough that are in the coldest tenth of all wards.
  var coldestTenth: [Int] { wardRows.filter { run.isInColdestTenth(wards, row: $0) } }

  /// The name of a ward, short enough for a cell.
  func wardName(_ row: Int) -> String {
    BoroughSheetWords.short(wards.text("name", row: row), 36)
  }

  /// The names of functions, as in the middle of a sentence, in the order of their table.
  func functionNames(_ keys: some Sequence<String>) -> [String] {
    let keys = Set(keys)
    return run.run.functions.filter { keys.contains($0.key) }
      .map { BoroughSheetWords.inSentence(BoroughSheetWords.short($0.name, 40)) }
  }

  /// A name for the file, of letters and digits that every system takes.
  func fileName(number: Int = 1) -> String {
    let parts = [boroughs.text("code", row: row), name.lowercased()].map { text in
      text.folding(options: .diacriticInsensitive, locale: nil)
        .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        .joined(separator: "-").prefix(48)
    }
    let stem = parts.filter { !$0.isEmpty }.joined(separator: "-")
    return (stem.isEmpty ? "borough" : stem) + (number > 1 ? "-\(number)" : "") + ".html"
  }
}
