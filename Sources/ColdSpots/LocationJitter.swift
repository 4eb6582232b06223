internal import Catchments
internal import Foundation
internal import Places
internal import SimpleFeatures
public import SpatialStatistics

/// How far the ranks of wards hang on where exactly organisations are.
///
/// A postcode stands for some streets, a sector for a neighbourhood. Each draw moves every
/// site that distances are measured from to a random point of the circle that it may lie in, and
/// ranks anew. Sites that an organisation has at one position move together.
public struct LocationJitter: Sendable {
  /// Where each ward's rank lies over the draws; `nil` without residents.
  public let intervals: [RankInterval?]
  /// The number of draws.
  public let draws: Int
  /// How many organisations could move.
  public let movable: Int

  /// Moves organisations about.
  ///
  /// - Parameters:
  ///   - analysis: The study.
  ///   - draws: How often, at least once.
  ///   - seed: Any number; the same one gives the same draws on any number of threads.
  ///   - threads: How many draws to compute at the same time.
  /// - Complexity: O(draws · (pairs within reach · functions + places)).
  public init(
    of analysis: ColdSpotAnalysis, draws: Int = 99, seed: UInt64 = 1, threads: Threads = .all
  ) {
    precondition(draws >= 1, "an interval needs a draw")
    let data = analysis.data
    let ranking = WardRanking(of: analysis)
    let capacities = FunctionCapacities(of: data)
    let rules = analysis.catchments.rules
    // Those who cannot move need not be looked for in every draw.
    let still = ReachPairs(of: data.organisations, over: analysis.demand.index, rules: rules)
    let ranks = concurrently(Array(0..<draws), threads: threads) { draw in
      let moved = data.organisations.enumerated().map { index, organisation in
        organisation.jittered(
          by: DiscDraws(seed: seed, draw: draw, organisation: index),
          knownAtLeast: rules.leastPrecision)
      }
      let pairs = ReachPairs(
        of: moved, over: analysis.demand.index, rules: rules, reusing: still)
      return ranking.ranks(
        FunctionAccess(
          weights: pairs.reach(remitWeight: rules.remitWeight).weights,
          people: data.places.people, capacities: capacities, functions: data.functions))
    }
    let zoning = ranking.zoning
    let topDecile = RankInterval.topDecile(of: zoning.ranked.count)
    var intervals = [RankInterval?](repeating: nil, count: zoning.count)
    for ward in zoning.ranked {
      intervals[ward] = RankInterval(of: ranks.map { $0[ward] }, topDecile: topDecile)
    }
    self.intervals = intervals
    self.draws = draws
    movable = zip(data.organisations, analysis.catchments.participation).count {
      $1 == .counted
        && $0.sites.contains { $0.canMove(knownAtLeast: rules.leastPrecision) }
    }
  }
}

extension Site {
  /// Whether it may lie elsewhere than where distances are measured from.
  fileprivate func canMove(knownAtLeast least: LocationPrecision) -> Bool {
    position(knownAtLeast: least) != nil && precision.errorRadius.metres > 0
  }
}

extension Organisation {
  fileprivate func jittered(
    by draws: DiscDraws, knownAtLeast least: LocationPrecision
  ) -> Organisation {
    var draws = draws
    var directions: [Coordinate: DiscDraws.Direction] = [:]
    let moved = sites.map { site -> Site in
      guard let position = site.position, site.canMove(knownAtLeast: least) else { return site }
      let direction = directions[position] ?? draws.next()
      directions[position] = direction
      return Site(
        position: direction.position(
          around: position, radius: site.precision.errorRadius.metres),
        precision: site.precision)
    }
    return at(moved)
  }
}

/// Random points of discs, evenly spread; a sequence of their own for each draw and organisation,
/// so that no order of computation matters.
private struct DiscDraws {
  /// A point of the disc around 0 with the radius 1.
  struct Direction {
    fileprivate let angle: Double
    fileprivate let share: Double

    func position(around centre: Coordinate, radius: Double) -> Coordinate {
      Coordinate(
        x: centre.x + radius * share * cos(angle), y: centre.y + radius * share * sin(angle))
    }
  }

  private var own: SplitMix64

  init(seed: UInt64, draw: Int, organisation: Int) {
    var random = SplitMix64(seed: seed)
    own = SplitMix64(seed: random.next() ^ UInt64(draw) << 32 ^ UInt64(organisation))
  }

  mutating func next() -> Direction {
    Direction(angle: 2 * Double.pi * own.unit(), share: own.unit().squareRoot())
  }
}

extension SplitMix64 {
  /// A number from 0 up to but not 1, of 53 random bits.
  fileprivate mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
