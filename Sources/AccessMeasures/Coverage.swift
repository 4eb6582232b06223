public import Catchments

/// How many organisations reach each place, and what each of them is needed for.
///
/// Only organisations that give support count.
public struct Coverage: Sendable {
  /// The number of organisations that reach each place.
  public let organisations: [Int]
  /// The number of independent ones: organisations of one group count once.
  public let independent: [Int]
  /// The only organisation that reaches each place, whatever its group; `nil` where there is none
  /// or another.
  public let sole: [Int?]
  /// The residents that each organisation reaches.
  public let peopleReached: [Double]
  /// The residents that each organisation alone reaches: nobody would if it closed.
  public let peopleLostIfClosed: [Double]

  let reach: ReachMatrix
  let people: [Double]
  let groups: [String]
  let supports: [Bool]

  /// Counts who reaches whom.
  ///
  /// - Parameters:
  ///   - reach: Who reaches whom.
  ///   - people: Residents, one value per place.
  ///   - groups: The group of each organisation; any labels, equal within a group.
  ///   - supports: Whether each organisation gives support at all; capacity 0 gives none.
  /// - Complexity: O(pairs within reach).
  public init(reach: ReachMatrix, people: [Double], groups: [String], supports: [Bool]) {
    precondition(people.count == reach.placeCount, "one number of people per place")
    precondition(groups.count == reach.organisationCount, "one group per organisation")
    precondition(supports.count == reach.organisationCount, "one answer per organisation")
    let numbers = Self.numbers(of: groups)
    let nobody = Array(repeating: 0, count: reach.placeCount)
    var (organisations, independent) = (nobody, nobody)
    var sole = [Int?](repeating: nil, count: reach.placeCount)
    var reached = Array(repeating: 0.0, count: reach.organisationCount)
    var lost = reached
    // A group has been counted at a place once it was last seen there; a set for each place
    // takes twenty times as long.
    var lastPlace = [Int](repeating: -1, count: groups.count)
    let (starts, columns) = (reach.starts, reach.organisations)
    for place in 0..<reach.placeCount {
      var (count, groupCount, last) = (0, 0, 0)
      for pair in starts[place]..<starts[place + 1] {
        let organisation = Int(columns[pair])
        guard supports[organisation] else { continue }
        (count, last) = (count + 1, organisation)
        reached[organisation] += people[place]
        if lastPlace[numbers[organisation]] != place {
          lastPlace[numbers[organisation]] = place
          groupCount += 1
        }
      }
      organisations[place] = count
      independent[place] = groupCount
      if count == 1 {
        sole[place] = last
        lost[last] += people[place]
      }
    }
    self.organisations = organisations
    self.independent = independent
    self.sole = sole
    peopleReached = reached
    peopleLostIfClosed = lost
    self.reach = reach
    self.people = people
    self.groups = groups
    self.supports = supports
  }

  /// Each organisation's group as a number, equal within a group, counted from 0 as they come.
  static func numbers(of groups: [String]) -> [Int] {
    var numbers: [String: Int] = [:]
    return groups.map { group in
      let number = numbers[group, default: numbers.count]
      numbers[group] = number
      return number
    }
  }

  /// The residents whom at least `count` organisations reach (k-coverage).
  public func people(reachedByAtLeast count: Int) -> Double {
    zip(organisations, people).reduce(0) { $0 + ($1.0 >= count ? $1.1 : 0) }
  }

  /// The share of all residents whom at least `count` organisations reach, 0…1; `nil` where nobody
  /// lives anywhere.
  public func share(reachedByAtLeast count: Int) -> Double? {
    let all = people.reduce(0, +)
    return all > 0 ? people(reachedByAtLeast: count) / all : nil
  }

  /// How many organisations reach a resident on average: `Σ P_i m_i / ΣP`, 1 being no redundancy
  /// if everybody is reached; `nil` where nobody lives anywhere.
  public var meanRedundancy: Double? {
    let all = people.reduce(0, +)
    guard all > 0 else { return nil }
    return zip(organisations, people).reduce(0) { $0 + Double($1.0) * $1.1 } / all
  }
}
