public import Foundation
internal import GeoJSON
internal import Intake
internal import SpatialStatistics

/// How evenly an amount, such as access, is shared by people.
public struct EquityQuery: Sendable {
  /// The table, or the features.
  public var file: URL
  /// The column with the amount per person.
  public var value: String
  /// The column with the people; every row counts as one without.
  public var people: String?
  /// The column that ranks people by advantage; ranked by the amount itself without.
  public var rank: String?
  /// Whether a high rank is a disadvantage, as for need.
  public var isRankedByNeed = false
  /// The column with groups, for the parts of Theil's index.
  public var group: String?
  /// The line below which people are poor in the amount.
  public var line: Double?
  /// The aversions of Atkinson's index.
  public var aversions = [0.5, 1]
  /// What an empty cell counts as; rows with one are left out if `nil`.
  public var missing: Double?

  /// A query with standard choices.
  public init(of value: String, in file: URL) {
    self.value = value
    self.file = file
  }

  /// Takes all measures.
  ///
  /// - Returns: One row per measure: `measure`, `value`, and `reason` where it is undefined.
  /// - Throws: ``StudyError``.
  public func answer() throws(StudyError) -> ResultTable {
    do {
      return try table()
    } catch {
      throw StudyError(error)
    }
  }

  private func table() throws -> ResultTable {
    let table = try AttributeFile(InputFile(file)).table
    let values = try table.optionalNumbers(value).map { $0 ?? missing }
    let kept = values.indices.filter { values[$0] != nil }
    func column(_ name: String) throws -> [Double] {
      let numbers = try table.numbers(name)
      return kept.map { numbers[$0] }
    }
    let amounts = kept.map { values[$0] ?? 0 }
    let weights = try people.map(column) ?? kept.map { _ in 1 }
    let advantage = try rank.map(column)?.map { isRankedByNeed ? -$0 : $0 } ?? amounts
    let labels = try group.map { name in
      let texts = try table.texts(name)
      return kept.map { texts[$0] }
    }
    do {
      let distribution = try Distribution(of: amounts, weights: weights)
      let rows = try measures(of: distribution, advantage, labels)
      var notes: [String] = []
      if kept.count < values.count {
        notes.append("\(counted(values.count - kept.count, "row")) without a value left out")
      }
      return ResultTable(
        name: "equity", header: ["measure", "value", "reason"], rows: rows, notes: notes)
    } catch let error as SampleError {
      let line = table.line(ofRow: kept[error.index])
      throw QueryError.table(file: "\(table.file):\(line)", reason: error.reason)
    }
  }

  private func measures(
    of distribution: Distribution, _ advantage: [Double], _ labels: [String]?
  ) throws -> [[PropertyValue]] {
    var rows: [[PropertyValue]] = []
    func add(_ name: String, _ value: Double?, _ reason: String = "") {
      rows.append([.text(name), value.map(PropertyValue.number) ?? .null, .text(reason)])
    }
    func add(_ name: String, _ measure: InequalityMeasure) {
      switch measure {
      case .value(let value): add(name, value)
      case .undefined(let reason): add(name, nil, reason.word)
      }
    }
    add("people", distribution.people)
    add("mean", distribution.mean)
    add("gini", distribution.gini)
    add("theil", distribution.theil)
    if let labels, let split = distribution.theil(within: labels) {
      add("theil_between", split.between)
      add("theil_within", split.within)
    }
    for aversion in aversions {
      add(
        "atkinson_\(PropertyValue.number(aversion).plainText)",
        distribution.atkinson(aversion: aversion))
    }
    add("palma", try distribution.palmaRatio(rankedBy: advantage))
    add("concentration", try distribution.concentrationIndex(rankedBy: advantage))
    add("erreygers", try distribution.erreygersIndex(rankedBy: advantage))
    if let line {
      let poverty = distribution.poverty(below: line)
      let reason = poverty == nil ? (distribution.people > 0 ? "line_at_0" : "no_people") : ""
      add("poverty_headcount", poverty?.headcount, reason)
      add("poverty_depth", poverty?.depth, reason)
      add("poverty_severity", poverty?.severity, reason)
    }
    return rows
  }
}

extension InequalityMeasure.Reason {
  /// The reason in a word, for tables.
  fileprivate var word: String {
    switch self {
    case .noPeople: "no_people"
    case .nothingToShare: "nothing_to_share"
    case .nothingForWorstOff: "nothing_for_worst_off"
    case .constant: "constant"
    }
  }
}

extension SampleError {
  /// The row that is wrong, counted from 0.
  fileprivate var index: Int {
    switch self {
    case .notFinite(_, let index), .tooLarge(_, let index), .negativeValue(_, let index),
      .negativeWeight(_, let index), .outsideBounds(_, let index):
      index
    }
  }

  /// What is wrong with it.
  fileprivate var reason: String {
    switch self {
    case .notFinite(let number, _): "\(number) is not a finite number"
    case .tooLarge(let number, _): "\(number) is too large to be summed up"
    case .negativeValue(let number, _): "the amount \(number) is negative"
    case .negativeWeight(let number, _): "the number of people \(number) is negative"
    case .outsideBounds(let number, _): "\(number) lies outside the bounds"
    }
  }
}
