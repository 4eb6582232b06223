internal import Catchments
internal import Foundation

/// The rational agent access model by the iteration of PySAL's package `access`, for comparison.
///
/// See ``RationalAgentAccess`` for the model, and use that. This moves residents to the cheapest
/// site in cycles, which end short of the equilibrium:
///
/// 1. Everybody starts at the nearest site; of several, the first.
/// 2. In every cycle each place moves residents from the costliest site that it uses to the
///    cheapest of all (of several, the first), at the crowding with which the cycle began: as many
///    as would make the two cost the same if nobody else moved, but at most a share of the place's
///    residents. The share is `max(0.2 · 0.5^(c/50), 0.005)` in cycle *c*, from 0.
/// 3. The number is cut to a whole one, so nobody moves from a place of fewer than five.
/// 4. In the first 20 cycles, the moves to a site are reduced in proportion where there are more
///    than ρS_j of them, and rounded to whole numbers, halves to even.
/// 5. The cost of a place is that of its residents after the last move, at the crowding before it.
///
/// The result depends on the unit in which people are counted and on the order of sites.
///
/// - SeeAlso: J. Saxon, J. Koschinsky, K. Acosta, V. Anguiano, L. Anselin, S. Rey, "An open
///   software environment to make spatial access metrics more accessible", *Journal of
///   Computational Social Science* 5, 2022, 265–284.
public struct RationalAgentIteration: Sendable {
  /// The cost of each place; none where nobody lives or no site with capacity can be reached.
  public let readings: [Reading]

  /// The cost of every place after some cycles.
  ///
  /// - Parameters:
  ///   - study: Supply, demand and costs of travel.
  ///   - travelScale: τ, more than 0, in the unit of the costs.
  ///   - residentsPerCapacity: ρ, more than 0; by default ΣP/ΣS, of all places and sites.
  ///   - cycles: The number of cycles, at least 1.
  /// - Throws: ``RationalAgentError`` for numbers that τ and ρ cannot be.
  /// - Complexity: O(cycles · pairs).
  public init(
    in study: SupplyAndDemand, travelScale: Double, residentsPerCapacity: Double? = nil,
    cycles: Int = 150
  ) throws(RationalAgentError) {
    precondition(cycles >= 1, "costs are known after a cycle")
    let model = try RationalAgentCosts(
      in: study, travelScale: travelScale, residentsPerCapacity: residentsPerCapacity)
    var iteration = Residents(people: study.people, model: model)
    for cycle in 0..<cycles { iteration.move(in: cycle) }
    readings = study.people.enumerated().map { place, people in
      guard people > 0 else { return Reading(missing: .noResidents) }
      guard !model.pairs[place].isEmpty else {
        return Reading(missing: study.wantOfSupport(at: place))
      }
      return Reading(iteration.meanCost(of: place))
    }
  }
}

/// Where residents go in the course of the iteration.
private struct Residents {
  private let people: [Double]
  private let pairs: RationalAgentAssignment.Pairs
  private let strengths: [Double]
  private var residents: [Double]
  /// The cost of each pair, at the crowding before the last move.
  private var costs: [Double]

  init(people: [Double], model: RationalAgentCosts) {
    self.people = people
    pairs = model.pairs
    strengths = model.strengths
    residents = pairs.sites.map { _ in 0 }
    costs = pairs.costs
    for place in people.indices where people[place] > 0 {
      if let nearest = pairs[place].min(by: { costs[$0] < costs[$1] }) {
        residents[nearest] = people[place]
      }
    }
  }

  mutating func move(in cycle: Int) {
    var loads = strengths.map { _ in 0.0 }
    for (pair, residents) in residents.enumerated() { loads[pairs.sites[pair]] += residents }
    for (pair, site) in pairs.sites.enumerated() {
      costs[pair] = loads[site] / strengths[site] + pairs.costs[pair]
    }
    let share = max(0.2 * pow(0.5, Double(cycle) / 50), 0.005)
    var moves: [(from: Int, to: Int, residents: Double)] = []
    for place in people.indices where people[place] > 0 {
      guard
        let to = pairs[place].min(by: { costs[$0] < costs[$1] }),
        let from = pairs[place].filter({ residents[$0] > 0 }).max(by: { costs[$0] < costs[$1] }),
        from != to
      else { continue }
      let balanced = balance(from: from, to: to, loads: loads)
      let most = min(balanced - residents[to], residents[from])
      moves.append((from, to, min(most, share * people[place]).rounded(.towardZero)))
    }
    if cycle < 20 {
      var arrivals = strengths.map { _ in 0.0 }
      for move in moves { arrivals[pairs.sites[move.to]] += move.residents }
      for index in moves.indices {
        let site = pairs.sites[moves[index].to]
        let excess = max(arrivals[site] / strengths[site], 1)
        moves[index].residents = (moves[index].residents / excess).rounded(.toNearestOrEven)
      }
    }
    for move in moves {
      residents[move.to] += move.residents
      residents[move.from] -= move.residents
    }
  }

  /// How many residents of a place must use the one site for it to cost them what the other does,
  /// if all others stay where they are.
  private func balance(from: Int, to: Int, loads: [Double]) -> Double {
    let (low, high) = (pairs.sites[to], pairs.sites[from])
    let (lowStrength, highStrength) = (strengths[low], strengths[high])
    let strength = lowStrength * highStrength / (lowStrength + highStrength)
    let here = residents[to] + residents[from] + loads[high] - residents[from]
    let there = loads[low] - residents[to]
    return strength
      * ((pairs.costs[from] - pairs.costs[to]) + here / highStrength - there / lowStrength)
  }

  func meanCost(of place: Int) -> Double {
    var (sum, count) = (0.0, 0.0)
    for pair in pairs[place] where residents[pair] > 0 {
      sum += costs[pair] * residents[pair]
      count += residents[pair]
    }
    return sum / count
  }
}
