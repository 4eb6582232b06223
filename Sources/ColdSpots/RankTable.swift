/// The ranks of the units of one level: one row a scenario, one column a unit with residents.
struct RankTable: Sendable {
  /// The number of scenarios.
  let scenarioCount: Int
  /// The number of units with residents.
  let unitCount: Int

  /// Rows, one after the other; the same number in each part.
  private let parts: [[Int32]]
  private let rowsPerPart: Int

  /// A table of parts, each some rows one after the other.
  ///
  /// Parts stay where they were computed: those of London's places are 48 MB together.
  init(parts: [[Int32]], rowsPerPart: Int, unitCount: Int) {
    precondition(
      parts.allSatisfy { $0.count == rowsPerPart * unitCount }, "as many ranks as units and rows")
    self.parts = parts
    self.rowsPerPart = rowsPerPart
    self.unitCount = unitCount
    scenarioCount = parts.count * rowsPerPart
  }

  /// The ranks in one scenario.
  subscript(scenario scenario: Int) -> ArraySlice<Int32> {
    let start = scenario % rowsPerPart * unitCount
    return parts[scenario / rowsPerPart][start..<start + unitCount]
  }

  /// The ranks of some units, one unit after the other, each in the order of the scenarios.
  func columns(_ units: Range<Int>) -> [Int32] {
    var columns = [Int32](repeating: 0, count: units.count * scenarioCount)
    var scenario = 0
    for part in parts {
      for row in 0..<rowsPerPart {
        let start = row * unitCount
        var slot = scenario
        for unit in units {
          columns[slot] = part[start + unit]
          slot += scenarioCount
        }
        scenario += 1
      }
    }
    return columns
  }
}
