internal import Foundation

/// The units of one level, with what the scenarios of a grid share of their scores.
struct ScenarioLevel: Sendable {
  let zoning: Zoning
  /// The number of units that are told apart: those with residents, or their kinds.
  let unitCount: Int
  private let kinds: PlaceKinds?
  private let grid: MethodGrid
  /// N of each unit.
  private let needs: [Double]
  /// `100 · N^β`: `[exponent][unit]`.
  private let hundredNeedPowers: [[Double]]

  /// - Parameters:
  ///   - zoning: The units.
  ///   - kinds: The kinds of those with residents, where each unit is a place.
  ///   - need: N of each place.
  ///   - grid: The scenarios.
  init(_ zoning: Zoning, kinds: PlaceKinds?, need: [Double], grid: MethodGrid) {
    let needs = Self.values(need, of: zoning, kinds: kinds)
    self.zoning = zoning
    self.kinds = kinds
    self.grid = grid
    self.needs = needs
    unitCount = needs.count
    hundredNeedPowers = grid.needExponents.all.map { exponent in
      needs.map { 100 * pow($0, exponent) }
    }
  }

  /// How many units with residents each unit stands for; empty where each stands for itself.
  var counts: [Int32] { kinds?.counts ?? [] }

  /// The values of the units, given to every unit of the level; `nil` for those without residents.
  func spread<Value>(_ values: [Value]) -> [Value?] {
    var all = [Value?](repeating: nil, count: zoning.count)
    for (position, unit) in zoning.ranked.enumerated() {
      all[unit] = values[kinds.map { Int($0.kinds[position]) } ?? position]
    }
    return all
  }

  private static func values(
    _ values: [Double], of zoning: Zoning, kinds: PlaceKinds?
  ) -> [Double] {
    kinds.map { $0.examples.map { values[$0] } } ?? zoning.ranked(zoning.means(of: values))
  }

  /// Calls `body` with the scores of the units with residents, for every exponent and every mean in
  /// the order of the grid.
  ///
  /// - Parameters:
  ///   - lack: L of each place.
  ///   - body: Takes one score per unit.
  func forEachScore(lack: [Double], _ body: ([Double]) -> Void) {
    let lack = Self.values(lack, of: zoning, kinds: kinds)
    var scores = [Double](repeating: 0, count: lack.count)
    for (index, exponent) in grid.needExponents.all.enumerated() {
      for aggregation in grid.aggregations.all {
        switch aggregation {
        case .geometric:
          fill(&scores, powers: hundredNeedPowers[index], lack: lack, exponent: 1 - exponent)
        case .arithmetic:
          for unit in lack.indices {
            scores[unit] = ColdSpotScore.value(
              need: needs[unit], lack: lack[unit], exponent: exponent, aggregation: .arithmetic)
          }
        }
        body(scores)
      }
    }
  }

  private func fill(
    _ scores: inout [Double], powers: [Double], lack: [Double], exponent: Double
  ) {
    // Places with the same support follow each other now and then; half of the powers are those of
    // the place before.
    var (last, power) = (Double.nan, 0.0)
    for unit in lack.indices {
      if lack[unit] != last {
        last = lack[unit]
        power = pow(last, exponent)
      }
      scores[unit] = powers[unit] * power
    }
  }
}
