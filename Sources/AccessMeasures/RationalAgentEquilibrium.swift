/// The equilibrium of residents who each go where travel and crowding together cost least.
struct RationalAgentEquilibrium {
  /// Residents on each pair.
  let residents: [Double]
  /// D, the residents who use each site.
  let loads: [Double]
  /// The number of steps taken.
  let stepCount: Int

  /// Seats all residents.
  ///
  /// Crowding makes a site's price D_j/(ρS_j), so a site is one without room whose price rises
  /// from 0. As prices only rise, they can as well start higher, up to where they will end: those
  /// who come meanwhile take room at the price that the site starts with. Once all this room is
  /// taken, the prices are the wanted ones; should some be left, all starts anew from 0.
  init(people: [Double], strengths: [Double], pairs: RationalAgentAssignment.Pairs) {
    let starts = Self.estimatedPrices(people: people, strengths: strengths, pairs: pairs)
      .map { $0 * Self.headStart }
    var seated = RationalAgentAssignment(
      people: people,
      sites: zip(starts, strengths).map { .init(floor: $0, room: $0 * $1, strength: $1) },
      pairs: pairs)
    if seated.sites.contains(where: { $0.room > 0 }) {
      seated = RationalAgentAssignment(
        people: people, sites: strengths.map { .init(strength: $0) }, pairs: pairs)
    }
    var loads = strengths.map { _ in 0.0 }
    for (pair, residents) in seated.residents.enumerated() {
      loads[pairs.sites[pair]] += residents
    }
    residents = seated.residents
    self.loads = loads
    stepCount = seated.stepCount
  }

  /// The share of an estimated price that the final one will not fall below, most likely: after
  /// ten rounds the worst estimates are 4 % too high.
  private static let headStart = 0.9

  /// Prices near the final ones: place after place, all residents together choose the site that
  /// is best for them as things stand, ten times over.
  private static func estimatedPrices(
    people: [Double], strengths: [Double], pairs: RationalAgentAssignment.Pairs
  ) -> [Double] {
    var loads = strengths.map { _ in 0.0 }
    var choices = [Int?](repeating: nil, count: people.count)
    for _ in 0..<10 {
      for (place, people) in people.enumerated() where people > 0 {
        if let choice = choices[place] { loads[pairs.sites[choice]] -= people }
        var least = Double.infinity
        for pair in pairs[place] {
          let site = pairs.sites[pair]
          let cost = pairs.costs[pair] + (loads[site] + people) / strengths[site]
          if cost < least { (least, choices[place]) = (cost, pair) }
        }
        if let choice = choices[place] { loads[pairs.sites[choice]] += people }
      }
    }
    return zip(loads, strengths).map { $1 > 0 ? max(0, $0) / $1 : 0 }
  }
}
