/// Who would leave one site for another first, for every two sites.
///
/// Residents are listed when they come to use a site, once for every other site that their place
/// can reach. Those who have left drop out when their turn comes.
struct RationalAgentMoves {
  /// Residents of one place who could leave a site for another.
  struct Move: Comparable, Sendable {
    /// What the other site costs them more, prices left out.
    let extraCost: Double
    /// The pair of the place with the site that they use.
    let leaving: Int32
    /// The pair of the place with the other site.
    let entering: Int32

    static func < (one: Move, other: Move) -> Bool {
      one.extraCost == other.extraCost
        ? one.leaving < other.leaving : one.extraCost < other.extraCost
    }
  }

  /// The moves from a site to one other.
  private struct Direction: Sendable {
    let target: Int
    var queue = RationalAgentQueue<Move>()
  }

  private var directions: [[Direction]]
  /// Where the direction to a site is found among those from another.
  private var positions: [[Int: Int]]

  init(siteCount: Int) {
    directions = Array(repeating: [], count: siteCount)
    positions = Array(repeating: [:], count: siteCount)
  }

  /// Lists what residents could do who have come to use a site: those on the pair `leaving`.
  mutating func list(_ leaving: Int, among pairs: RationalAgentAssignment.Pairs) {
    let site = pairs.sites[leaving]
    for entering in pairs[pairs.places[leaving]] where entering != leaving {
      let target = pairs.sites[entering]
      let position: Int
      if let known = positions[site][target] {
        position = known
      } else {
        position = directions[site].count
        positions[site][target] = position
        directions[site].append(Direction(target: target))
      }
      directions[site][position].queue.insert(
        Move(
          extraCost: pairs.costs[entering] - pairs.costs[leaving], leaving: Int32(leaving),
          entering: Int32(entering)))
    }
  }

  /// The number of sites to which residents of a site could go, or could have gone.
  func directionCount(from site: Int) -> Int { directions[site].count }

  /// One of these sites.
  func target(of direction: Int, from site: Int) -> Int { directions[site][direction].target }

  /// The cheapest move in a direction from a site, if residents are left who could make one.
  mutating func best(in direction: Int, from site: Int, residents: [Double]) -> Move? {
    while let move = directions[site][direction].queue.first {
      if residents[Int(move.leaving)] > 0 { return move }
      directions[site][direction].queue.popFirst()
    }
    return nil
  }
}
