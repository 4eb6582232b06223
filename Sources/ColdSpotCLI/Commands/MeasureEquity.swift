import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot equity`: how evenly an amount is shared.
struct MeasureEquity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equity",
    abstract: "Say how evenly an amount, such as access, is shared by people.",
    discussion: "Those who have nothing are kept: they are what the measures are for.")

  @Argument(help: "A table, such as the output of `coldspot access`, or GeoJSON.")
  var file: String

  @Option(help: "The column with the amount per person.")
  var value = "value"

  @Option(help: "The column with the people; every row counts as one without.")
  var people: String?

  @Option(help: "The column that ranks people by advantage; the amount itself without.")
  var rank: String?

  @Flag(help: "A high rank is a disadvantage, as for need.")
  var rankIsNeed = false

  @Option(help: "The column with groups, such as boroughs, for the parts of Theil's index.")
  var group: String?

  @Option(help: "The line below which people are poor in the amount.")
  var line: Double?

  @Option(help: "An aversion of Atkinson's index; repeat for several.")
  var aversion: [Double] = [0.5, 1]

  @Option(help: "What an empty cell counts as; such rows are left out without.")
  var missing: Double?

  @OptionGroup var output: TableOutput

  mutating func validate() throws {
    if aversion.contains(where: { !($0 > 0 && $0.isFinite) }) {
      throw ValidationError("--aversion is above 0.")
    }
    if rankIsNeed, rank == nil { throw ValidationError("--rank-is-need needs --rank.") }
    if let line, !(line >= 0 && line.isFinite) {
      throw ValidationError("--line is 0 or more.")
    }
    if let missing, !(missing >= 0 && missing.isFinite) {
      throw ValidationError("--missing is 0 or more.")
    }
  }

  mutating func run() throws {
    var query = EquityQuery(of: value, in: URL(filePath: file))
    query.people = people
    query.rank = rank
    query.isRankedByNeed = rankIsNeed
    query.group = group
    query.line = line
    query.aversions = aversion
    query.missing = missing
    try output.show(try query.answer())
  }
}
