public import Catchments

/// What a measure says of every place, and what a reader should know beside.
public struct AccessReadings: Sendable {
  /// The measure.
  public let measure: AccessMeasure
  /// One reading per place, in the order of the places.
  public let readings: [Reading]
  /// The flags of every site, in the order of the sites.
  public let siteFlags: [[SiteFlag]]
  /// The two sides of what the measure conserves; `nil` for one that conserves nothing.
  public let balance: MassBalance?
  /// The capacity that poor layout wastes, where the measure says so (M2SFCA).
  public let unusedCapacity: Double?
  /// How far the iteration came, where the measure has one.
  public let convergence: Convergence?

  /// How far an iteration came.
  public struct Convergence: Hashable, Sendable {
    /// Whether it found what it looked for.
    public let hasConverged: Bool
    /// The number of steps.
    public let iterations: Int
    /// What was left over after the last of them, relative to the total.
    public let relativeError: Double

    /// A report from its parts.
    public init(hasConverged: Bool, iterations: Int, relativeError: Double) {
      self.hasConverged = hasConverged
      self.iterations = iterations
      self.relativeError = relativeError
    }
  }

  /// Readings with what belongs to them.
  public init(
    measure: AccessMeasure, readings: [Reading], siteFlags: [[SiteFlag]],
    balance: MassBalance? = nil, unusedCapacity: Double? = nil, convergence: Convergence? = nil
  ) {
    self.measure = measure
    self.readings = readings
    self.siteFlags = siteFlags
    self.balance = balance
    self.unusedCapacity = unusedCapacity
    self.convergence = convergence
  }
}

extension AccessMeasure {
  /// Takes the measure.
  ///
  /// - Parameters:
  ///   - study: Supply, demand and costs.
  ///   - decay: How costs are weighed; not looked at by measures that need none.
  ///   - neighbours: The costs between places, rows and columns in the order of the places.
  ///   - parameters: The other numbers; those that the measure does not need are not looked at.
  /// - Returns: One reading per place, with what a reader should know beside.
  /// - Throws: ``AccessMeasureError`` for what is missing or cannot be.
  /// - Complexity: That of the measure: O(pairs), for those with costs alone times a logarithm, for
  ///   the doubly constrained one times its iterations.
  public func readings(
    of study: SupplyAndDemand, decay: Decay? = nil, neighbours: CostMatrix? = nil,
    parameters: AccessParameters = AccessParameters()
  ) throws(AccessMeasureError) -> AccessReadings {
    if let defect = parameters.defect(in: self.parameters) { throw defect }
    guard needsDecay else {
      return AccessReadings(
        measure: self, readings: try readingsOfCosts(study, parameters),
        siteFlags: study.siteFlags())
    }
    guard let decay else { throw .noDecay(self) }
    return try readings(
      WeighedStudy(study, decay), neighbours: neighbours, parameters: parameters)
  }
}
