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
  }

  /// One summary per area, in the order of the areas, ranked by score.
  ///
  /// An area's need and lack are the population-weighted means over its places; its score follows
  /// from those, its burden is the sum.
  ///
  /// - Parameters:
  ///   - boundaries: The areas.
  ///   - homes: The area of each place; `nil` for none.
  /// - Returns: One summary per area.
  /// - Complexity: O(places · functions + pairs within reach).
  public func summaries(of boundaries: Boundaries, homes: [Int?]) -> [AreaSummary] {
    var members = [[Int]](repeating: [], count: boundaries.count)
    for (place, area) in homes.enumerated() {
      if let area { members[area].append(place) }
    }
    var summaries = boundaries.areas.indices.map { area in
      summary(area, shape: boundaries.areas[area].shape, places: members[area])
    }
    // Ranked on the score as computed, not as written; scores equal to nine decimals share a rank.
    let ranks = CompetitionRanks.descending(summaries.map { $0.measures?.score })
    for (area, rank) in ranks.enumerated() { summaries[area].rank = rank }
    return summaries
  }

  private func summary(_ area: Int, shape: MultiPolygon, places members: [Int]) -> AreaSummary {
    let people = members.reduce(0) { $0 + places.people[$1] }
    let populated = members.filter { places.people[$0] > 0 }
    let reaching = Set(populated.flatMap { catchments.reach[place: $0].map(\.organisation) })
      .sorted()
    let groups = Set(reaching.map { organisations[$0].group })
    let provided = Set(reaching.flatMap { organisations[$0].functions })
    let centre = centre(of: populated, people: people, shape: shape)
    return AreaSummary(
      area: area, places: members, people: people,
      measures: populated.isEmpty ? nil : measures(of: populated, people: people),
      organisations: reaching, independentCount: groups.count,
      sole: groups.count == 1 ? organisations.representative(of: reaching) : nil,
      missing: scores.standards.indices.filter { !provided.contains($0) }, centre: centre,
      nearest: nearest.nearest(to: centre), rank: nil)
  }

  private func measures(of members: [Int], people: Double) -> AreaSummary.Measures {
    func mean(_ values: [Double]) -> Double {
      members.reduce(0) { $0 + places.people[$1] * values[$1] } / people
    }
    let need = mean(scores.need)
    let lack = mean(scores.lack)
    let lacks = members.map { scores.lack[$0] }
    return AreaSummary.Measures(
      need: need, lack: lack, lackRange: (lacks.min() ?? lack)...(lacks.max() ?? lack),
      score: scores.rules.score(need: need, lack: lack),
      burden: members.reduce(0) { $0 + scores.burden[$1] },
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
