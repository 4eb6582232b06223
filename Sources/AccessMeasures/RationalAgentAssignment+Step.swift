/// One step: Dijkstra's algorithm on the sites, a way from one to another being as long as the
/// least that residents of the one lose by going to the other.
extension RationalAgentAssignment {
  /// What ends a step.
  private struct Stop {
    enum Reason {
      /// All residents of the place are seated.
      case seated
      /// The residents on the pair that leads to this member have all gone.
      case emptied(Int)
      /// The last member has no more room.
      case full
    }

    /// How far prices rise until then.
    let rise: Double
    var reason = Reason.seated
  }

  /// Seats some residents of a place, and says how many are still waiting.
  mutating func step(seating waiting: Double, of place: Int) -> Double {
    startWave(from: place)
    var level = 0.0
    while true {
      let stop = firstStop(waiting: waiting)
      guard let next = wave.nearest(), next.level - level <= stop.rise else {
        precondition(stop.rise.isFinite, "a place needs a site that takes everybody")
        wave.rise(by: stop.rise)
        return apply(stop, waiting: waiting)
      }
      wave.rise(by: next.level - level)
      level = next.level
      let site = sites[next.site]
      wave.join(by: next, strength: site.room > 0 ? 0 : site.strength)
      if site.room > 0 { return fill(waiting: waiting) }
      spread(from: wave.members.count - 1)
    }
  }

  /// Notes the ways that new residents can take, from the cheapest on.
  private mutating func startWave(from place: Int) {
    wave.reset()
    func cost(_ pair: Int) -> Double { pairs.costs[pair] + prices[pairs.sites[pair]] }
    var least = Double.infinity
    for pair in pairs[place] { least = min(least, cost(pair)) }
    for pair in pairs[place] {
      let cost = cost(pair)
      wave.note(
        RationalAgentWave.Way(
          level: Self.loss(cost - least, of: cost), moveCount: 0, site: pairs.sites[pair],
          origin: nil, leaving: nil, entering: pair))
    }
  }

  /// A difference of costs of some size, or 0 where it may be rounding.
  ///
  /// Rounding must not decide between two ways, or it could send the same few residents to and fro
  /// between them. So what counts as 0 lies far above it, and far below any difference that matters.
  private static func loss(_ difference: Double, of size: Double) -> Double {
    difference <= 1e-12 * size ? 0 : difference
  }

  /// Notes the ways from a member of the wave.
  private mutating func spread(from index: Int) {
    let way = wave.members[index].way
    for direction in 0..<moves.directionCount(from: way.site) {
      let target = moves.target(of: direction, from: way.site)
      guard wave.couldReach(target, from: way.level),
        let move = moves.best(in: direction, from: way.site, residents: residents)
      else { continue }
      let loss = Self.loss(
        move.extraCost + prices[target] - prices[way.site],
        of: abs(move.extraCost) + prices[target] + prices[way.site])
      // Those who would leave the pair by which the member is reached go past it at once.
      let isPast = Int(move.leaving) == way.entering
      wave.note(
        RationalAgentWave.Way(
          level: way.level + loss, moveCount: isPast ? way.moveCount : way.moveCount + 1,
          site: target, origin: isPast ? way.origin : index,
          leaving: isPast ? way.leaving : Int(move.leaving), entering: Int(move.entering)))
    }
  }

  /// How many more residents of those already seated can go to the first member of a group; `nil`
  /// where only new ones go.
  private func residentsLeft(to member: RationalAgentWave.Member) -> Double? {
    member.way.leaving.map { max(0, residents[$0] - member.groupFlow) }
  }

  /// Where prices cannot rise further with the same residents making way.
  private func firstStop(waiting: Double) -> Stop {
    let rate = wave.seatingRate
    guard rate > 0 else { return Stop(rise: .infinity) }
    var stop = Stop(rise: max(0, waiting - wave.seated) / rate)
    for (index, member) in wave.members.enumerated() where member.groupRate > 0 {
      guard let left = residentsLeft(to: member) else { continue }
      let rise = left / member.groupRate
      if rise < stop.rise { stop = Stop(rise: rise, reason: .emptied(index)) }
    }
    return stop
  }

  /// Sends as many as possible to the last member, which has room.
  private mutating func fill(waiting: Double) -> Double {
    let last = wave.members.count - 1
    let site = wave.members[last].way.site
    var coming = max(0, waiting - wave.seated)
    var stop = Stop(rise: 0)
    if sites[site].room < coming {
      coming = sites[site].room
      stop.reason = .full
    }
    var position: Int? = last
    while let index = position {
      let member = wave.members[index]
      if let left = residentsLeft(to: wave.members[member.group]), left < coming {
        coming = left
        stop.reason = .emptied(member.group)
      }
      position = member.way.origin
    }
    wave.updateFlows(last: coming)
    if case .full = stop.reason { sites[site].room = 0 } else { sites[site].room -= coming }
    return apply(stop, waiting: waiting)
  }

  /// Moves residents and raises prices.
  private mutating func apply(_ stop: Stop, waiting: Double) -> Double {
    let newcomers = wave.members.filter { $0.flow > 0 && residents[$0.way.entering] == 0 }
    for member in wave.members {
      prices[member.way.site] += member.rise
      residents[member.way.entering] += member.flow
    }
    for (index, member) in wave.members.enumerated() where member.group == index {
      guard let leaving = member.way.leaving else { continue }
      residents[leaving] = max(0, residents[leaving] - member.groupFlow)
    }
    // Not left to rounding, or the step might have to be taken again.
    if case .emptied(let index) = stop.reason, let leaving = wave.members[index].way.leaving {
      residents[leaving] = 0
    }
    for member in newcomers where sites[member.way.site].room < .infinity {
      moves.list(member.way.entering, among: pairs)
    }
    if case .seated = stop.reason { return 0 }
    return max(0, waiting - wave.seated)
  }
}
