public import Catchments
public import Places
internal import SimpleFeatures
internal import SpatialStatistics

/// Adds up scores, coverage and exposure to the areas of a level.
public struct AreaSummaries: Sendable {
  private let places: PlaceTable
  private let organisations: [Organisation]
  private let catchments: Catchments
  private let scores: PlaceScores
  private let edgeExposure: [Double]
  private let nearest: NearestSites
  /// The group of each organisation as a number.
  private let groups: [Int]

  /// Everything that the summaries of any level are made of.
  ///
  /// - Parameters:
  ///   - places: The demand.
  ///   - organisations: The supply.
  ///   - catchments: Who reaches whom.
  ///   - scores: The scores of the places.
  ///   - edgeExposure: One value per place, see `EdgeExposure`.
  public init(
    places: PlaceTable, organisations: [Organisation], catchments: Catchments,
    scores: PlaceScores, edgeExposure: [Double]
  ) {
    precondition(edgeExposure.count == places.count, "one exposure per place")
    self.places = places
    self.organisations = organisations
    self.catchments = catchments
    self.scores = scores
    self.edgeExposure = edgeExposure
    nearest = NearestSites(
      of: organisations, participation: catchments.participation,
      knownAtLeast: catchments.rules.leastPrecision)
    var numbers: [String: Int] = [:]
    groups = organisations.map { organisation in
      let number = numbers[organisation.group, default: numbers.count]
      numbers[organisation.group] = number
      return number
    }
  }

  /// One summary per area, in the order of the areas, ranked by score.
  ///
  /// An area's need and lack are the population-weighted means over its places; its score follows
  /// from those, its burden is the sum.
  ///
  /// - Parameters:
  ///   - boundaries: The areas.
  ///   - members: The places of each area, ascending, see `PlaceIndex`.
  /// - Returns: One summary per area.
  /// - Complexity: O(places · functions + pairs within reach).
  public func summaries(of boundaries: Boundaries, members: [[Int]]) -> [AreaSummary] {
    precondition(members.count == boundaries.count, "one list of places per area")
    var presence = Presence(organisations, functionCount: scores.standards.count)
    var summaries = boundaries.areas.indices.map { area in
      summary(
        area, shape: boundaries.areas[area].shape, places: members[area], presence: &presence)
    }
    // Ranked on the score as computed, not as written; scores equal to nine decimals share a rank.
    let ranks = CompetitionRanks.descending(summaries.map { $0.measures?.score })
    for (area, rank) in ranks.enumerated() { summaries[area].rank = rank }
    return summaries
  }

  private func summary(
    _ area: Int, shape: MultiPolygon, places members: [Int], presence: inout Presence
  ) -> AreaSummary {
    let people = members.reduce(0) { $0 + places.people[$1] }
    let populated = members.filter { places.people[$0] > 0 }
    let reaching = presence.organisations(reaching: populated, of: area, in: catchments.reach)
    let groupCount = presence.count(reaching, in: groups, of: area)
    let centre = centre(of: populated, people: people, shape: shape)
    return AreaSummary(
      area: area, places: members, people: people,
      measures: populated.isEmpty ? nil : measures(of: populated, people: people),
      organisations: reaching, independentCount: groupCount,
      sole: groupCount == 1 ? organisations.representative(of: reaching) : nil,
      missing: presence.missing(from: reaching, of: area), centre: centre,
      nearest: nearest.nearest(to: centre), rank: nil)
  }

  private func measures(of members: [Int], people: Double) -> AreaSummary.Measures {
    let residents = members.map { places.people[$0] }
    func mean(_ values: [Double]) -> Double {
      var sum = 0.0
      for (place, residents) in zip(members, residents) { sum += residents * values[place] }
      return sum / people
    }
    let need = mean(scores.need)
    let lack = mean(scores.lack)
    var range = (least: Double.infinity, greatest: -Double.infinity)
    var burden = 0.0
    for place in members {
      range = (min(range.least, scores.lack[place]), max(range.greatest, scores.lack[place]))
      burden += scores.burden[place]
    }
    return AreaSummary.Measures(
      need: need, lack: lack, lackRange: range.least...range.greatest,
      score: scores.rules.score(need: need, lack: lack), burden: burden,
      shortfalls: scores.shortfalls.map(mean), edgeExposure: mean(edgeExposure))
  }

  private func centre(of populated: [Int], people: Double, shape: MultiPolygon) -> Coordinate {
    guard people > 0 else { return shape.bounds.centre }
    var (x, y) = (0.0, 0.0)
    for place in populated {
      x += places.people[place] * places.positions[place].x
      y += places.people[place] * places.positions[place].y
    }
    return Coordinate(x: x / people, y: y / people)
  }
}

/// Who and what reaches an area, one area of a level after the other.
///
/// Everything is marked with the last area at which it was seen; a set for each area takes longer.
private struct Presence {
  private let functions: [[Int]]
  private var areaOfOrganisation: [Int]
  private var areaOfGroup: [Int]
  private var areaOfFunction: [Int]

  init(_ organisations: [Organisation], functionCount: Int) {
    functions = organisations.map(\.functions)
    areaOfOrganisation = Array(repeating: -1, count: organisations.count)
    areaOfGroup = areaOfOrganisation
    areaOfFunction = Array(repeating: -1, count: functionCount)
  }

  /// The organisations that reach one of the places of an area, ascending.
  mutating func organisations(
    reaching places: [Int], of area: Int, in reach: ReachMatrix
  ) -> [Int] {
    var found: [Int] = []
    let (starts, columns) = (reach.starts, reach.organisations)
    for place in places {
      for pair in starts[place]..<starts[place + 1] {
        let organisation = Int(columns[pair])
        guard areaOfOrganisation[organisation] != area else { continue }
        areaOfOrganisation[organisation] = area
        found.append(organisation)
      }
    }
    return found.sorted()
  }

  /// How many groups organisations belong to.
  mutating func count(_ organisations: [Int], in groups: [Int], of area: Int) -> Int {
    var count = 0
    for organisation in organisations where areaOfGroup[groups[organisation]] != area {
      areaOfGroup[groups[organisation]] = area
      count += 1
    }
    return count
  }

  /// The functions that none of the organisations provides, ascending.
  mutating func missing(from organisations: [Int], of area: Int) -> [Int] {
    for organisation in organisations {
      for function in functions[organisation] { areaOfFunction[function] = area }
    }
    return areaOfFunction.indices.filter { areaOfFunction[$0] != area }
  }
}
