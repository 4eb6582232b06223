/// The measures of inequality of one amount, as a table of results shows them.
public struct InequalitySummary: Hashable, Sendable {
  /// The number of people.
  public let people: Double
  /// The amount per person, on average; `nil` where there is nobody.
  public let mean: Double?
  /// The Gini index.
  public let gini: InequalityMeasure
  /// The Theil index T.
  public let theil: InequalityMeasure
  /// Its part between the groups.
  public let theilBetween: InequalityMeasure
  /// Its part within the groups.
  public let theilWithin: InequalityMeasure
  /// The Atkinson index for an aversion of ½, which still tells degrees where some have nothing.
  public let atkinson: InequalityMeasure
  /// The concentration index by advantage.
  public let concentration: InequalityMeasure
  /// The Erreygers index by advantage, for the bounds found.
  public let erreygers: InequalityMeasure
  /// The mean of the best-off tenth by advantage over that of the worst-off two fifths.
  public let palmaRatio: InequalityMeasure
  /// The poverty below the line; `nil` where there is nobody or the line is 0.
  public let poverty: SupportPoverty?

  /// All measures of a distribution.
  ///
  /// - Parameters:
  ///   - distribution: The amount and the people who share it.
  ///   - advantage: How well off the people of each place are, higher for better.
  ///   - labels: The group of each place, such as its borough.
  ///   - line: The amount below which people are poor in it.
  /// - Throws: ``SampleError`` when an advantage is not finite or beyond 2⁵⁰⁰.
  /// - Complexity: O(*n*), and O(*g* log *g*) for *g* different labels.
  public init<Label: Hashable & Comparable & Sendable>(
    of distribution: Distribution, rankedBy advantage: [Double], within labels: [Label],
    below line: Double
  ) throws(SampleError) {
    people = distribution.people
    mean = distribution.mean
    gini = distribution.gini
    theil = distribution.theil
    let split = distribution.theil(within: labels)
    theilBetween = split.map { .value($0.between) } ?? theil
    theilWithin = split.map { .value($0.within) } ?? theil
    atkinson = distribution.atkinson(aversion: 0.5)
    concentration = try distribution.concentrationIndex(rankedBy: advantage)
    erreygers = try distribution.erreygersIndex(rankedBy: advantage)
    palmaRatio = try distribution.palmaRatio(rankedBy: advantage)
    poverty = distribution.poverty(below: line)
  }
}
