internal import Places
internal import SpatialStatistics

/// Places put together to units: wards, boroughs, neighbourhoods, hexagons, or each for itself.
struct Zoning: Sendable {
  /// Residents, one value per unit.
  let people: [Double]
  /// The units with residents: those that are ranked.
  let ranked: [Int]

  /// The unit of each place; -1 for none.
  private let homes: [Int32]
  private let placePeople: [Double]

  /// - Complexity: O(places).
  init(homes: [Int?], unitCount: Int, placePeople: [Double]) {
    precondition(homes.count == placePeople.count, "one unit per place")
    precondition(unitCount <= Int32.max, "units are counted in 32 bits")
    self.homes = homes.map { home in home.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
    var people = Array(repeating: 0.0, count: unitCount)
    for (home, residents) in zip(homes, placePeople) {
      if let home { people[home] += residents }
    }
    self.people = people
    ranked = people.indices.filter { people[$0] > 0 }
    self.placePeople = placePeople
  }

  /// Every place for itself.
  init(eachPlaceOf placePeople: [Double]) {
    self.init(
      homes: Array(placePeople.indices), unitCount: placePeople.count, placePeople: placePeople)
  }

  /// The levels of a study: its places, its wards, and its boroughs if there are any.
  static func levels(of data: StudyData) -> [Zoning] {
    let people = data.places.people
    let wards = Zoning(
      homes: data.places.wards, unitCount: data.wards.count, placePeople: people)
    let boroughs = data.boroughs.map {
      Zoning(homes: data.places.boroughs, unitCount: $0.count, placePeople: people)
    }
    return [Zoning(eachPlaceOf: people), wards] + (boroughs.map { [$0] } ?? [])
  }

  /// The number of units, those without residents included.
  var count: Int { people.count }

  /// The unit of a place; `nil` for none.
  func home(of place: Int) -> Int? { homes[place] < 0 ? nil : Int(homes[place]) }

  /// The population-weighted mean of each unit; 0 without residents.
  func means(of values: [Double]) -> [Double] {
    var means = Array(repeating: 0.0, count: count)
    for place in homes.indices where homes[place] >= 0 && placePeople[place] > 0 {
      means[Int(homes[place])] += placePeople[place] * values[place]
    }
    for unit in means.indices { means[unit] = people[unit] > 0 ? means[unit] / people[unit] : 0 }
    return means
  }

  /// The score of each unit, from its means of need and lack.
  func scores(need: [Double], lack: [Double], rules: ScoreRules) -> [Double] {
    zip(means(of: need), means(of: lack)).map { rules.score(need: $0, lack: $1) }
  }

  /// The values of the units with residents.
  func ranked(_ values: [Double]) -> [Double] {
    ranked.count == count ? values : ranked.map { values[$0] }
  }

  /// 1 for the highest score among units with residents; 0 for the others.
  func ranks(of scores: [Double]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: count)
    for (unit, rank) in zip(ranked, CompetitionRanks.descending(ranked(scores))) {
      ranks[unit] = Int32(truncatingIfNeeded: rank)
    }
    return ranks
  }
}
