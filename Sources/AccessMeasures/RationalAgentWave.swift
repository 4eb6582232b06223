/// The sites at which prices rise together while the residents of one place are seated.
///
/// It begins with the sites that cost the new residents least. A site joins when prices have risen
/// so far that residents who use one of those in the wave are as well off there.
struct RationalAgentWave {
  /// A way to reach a site.
  struct Way: Comparable, Sendable {
    /// How far prices must rise before anyone takes it.
    let level: Double
    /// The number of times that others make way.
    let moveCount: Int
    /// The site.
    let site: Int
    /// The member of the wave that is left, or `nil` for the new residents.
    let origin: Int?
    /// The pair that is left, if any.
    let leaving: Int?
    /// The pair that is entered.
    let entering: Int

    /// Of ways as long, one with fewer moves comes first, or residents who are as well off at two
    /// sites could be sent to and fro.
    static func < (one: Way, other: Way) -> Bool {
      if one.level != other.level { return one.level < other.level }
      if one.moveCount != other.moveCount { return one.moveCount < other.moveCount }
      return one.entering < other.entering
    }
  }

  /// A site in the wave, and those who come to it, some of them only to make others go on.
  struct Member: Sendable {
    let way: Way
    /// Residents whom the site takes with each unit by which its price rises.
    let strength: Double
    /// The first member that residents on the same pair go to.
    let group: Int
    /// How far the price has risen.
    var rise = 0.0
    /// Residents who come.
    var flow = 0.0
    /// Residents who come with each further unit.
    var rate = 0.0
    /// The flow and the rate of all members of a group, kept by its first.
    var groupFlow = 0.0
    var groupRate = 0.0
  }

  /// The sites in the wave, in the order in which they joined.
  private(set) var members: [Member] = []
  private var frontier = RationalAgentQueue<Way>()
  /// The level and the moves of the shortest way to each site that is known.
  private var levels: [Double]
  private var moveCounts: [Int]
  private var touched: [Int] = []
  /// The level of a member, which no way comes below.
  private static let joined = -1.0

  init(siteCount: Int) {
    levels = Array(repeating: .infinity, count: siteCount)
    moveCounts = Array(repeating: 0, count: siteCount)
  }

  /// Leaves all sites.
  mutating func reset() {
    for site in touched { levels[site] = .infinity }
    touched.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    frontier.removeAll()
  }

  /// Whether a way to a site, no shorter than a level, may be shorter than those known.
  func couldReach(_ site: Int, from level: Double) -> Bool { levels[site] >= level }

  /// Notes a way to a site, unless one as short is known.
  mutating func note(_ way: Way) {
    let known = levels[way.site]
    guard way.level < known || way.level == known && way.moveCount < moveCounts[way.site]
    else { return }
    if known == .infinity { touched.append(way.site) }
    levels[way.site] = way.level
    moveCounts[way.site] = way.moveCount
    frontier.insert(way)
  }

  /// The shortest way to a site that is not a member.
  mutating func nearest() -> Way? {
    while let way = frontier.first {
      if levels[way.site] == way.level, moveCounts[way.site] == way.moveCount { return way }
      frontier.popFirst()
    }
    return nil
  }

  /// Makes a site a member.
  mutating func join(by way: Way, strength: Double) {
    levels[way.site] = Self.joined
    let group = members.firstIndex { way.leaving != nil && $0.way.leaving == way.leaving }
    members.append(Member(way: way, strength: strength, group: group ?? members.count))
    updateFlows()
  }

  /// Lets prices rise, and works out who goes where then.
  ///
  /// Rises are added up, as differences of levels would lose the small ones.
  mutating func rise(by rise: Double) {
    for index in members.indices { members[index].rise += rise }
    updateFlows()
  }

  /// Works out who goes where, if `last` more residents come to the last member besides.
  mutating func updateFlows(last: Double = 0) {
    for index in members.indices {
      members[index].rate = members[index].strength
      members[index].flow = members[index].strength * members[index].rise
      members[index].groupFlow = 0
      members[index].groupRate = 0
    }
    if let index = members.indices.last { members[index].flow += last }
    for index in members.indices.reversed() {
      let member = members[index]
      members[member.group].groupFlow += member.flow
      members[member.group].groupRate += member.rate
      guard let origin = member.way.origin else { continue }
      members[origin].flow += member.flow
      members[origin].rate += member.rate
    }
  }

  /// Those of the new residents who are seated.
  var seated: Double { members.reduce(0) { $0 + ($1.way.origin == nil ? $1.flow : 0) } }

  /// Those who are seated with each further unit.
  var seatingRate: Double { members.reduce(0) { $0 + ($1.way.origin == nil ? $1.rate : 0) } }
}
