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
    var organisations: [Int] = []
    var independent: [Int] = []
    var sole: [Int?] = []
    var reached = Array(repeating: 0.0, count: reach.organisationCount)
    var lost = reached
    for place in 0..<reach.placeCount {
      let supporters = reach[place: place].map(\.organisation).filter { supports[$0] }
      organisations.append(supporters.count)
      independent.append(Set(supporters.map { numbers[$0] }).count)
      sole.append(supporters.count == 1 ? supporters[0] : nil)
      for supporter in supporters { reached[supporter] += people[place] }
      if supporters.count == 1 { lost[supporters[0]] += people[place] }
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
