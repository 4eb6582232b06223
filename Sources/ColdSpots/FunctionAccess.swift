internal import AccessMeasures
internal import Catchments
internal import Places

/// Access to each function of support, and how far it falls short.
struct FunctionAccess: Sendable {
  let functions: FunctionTable
  let people: [Double]
  /// One measure per function.
  private(set) var measures: [FloatingCatchment]

  private let weights: WeightMatrix
  private let weightedPeople: [Double]
  private let organisations: [Organisation]

  /// - Complexity: O(*f* · pairs) for *f* functions.
  init(
    weights: WeightMatrix, people: [Double], organisations: [Organisation],
    functions: FunctionTable
  ) {
    self.functions = functions
    self.people = people
    self.weights = weights
    self.organisations = organisations
    let weightedPeople = weights.columnSums(of: people)
    self.weightedPeople = weightedPeople
    measures = functions.functions.indices.map { function in
      FloatingCatchment(
        weights: weights, people: people, weightedPeople: weightedPeople,
        capacities: organisations.map { $0.functions.contains(function) ? $0.capacity : 0 })
    }
  }

  /// The same without one organisation.
  ///
  /// - Complexity: O(pairs) per function that it provides.
  func without(organisation left: Int) -> FunctionAccess {
    var access = self
    for function in organisations[left].functions {
      var capacities = organisations.map { $0.functions.contains(function) ? $0.capacity : 0 }
      capacities[left] = 0
      access.measures[function] = FloatingCatchment(
        weights: weights, people: people, weightedPeople: weightedPeople, capacities: capacities)
    }
    return access
  }

  /// The standard of each function, for each of several quantiles: `[quantile][function]`.
  func standards(
    quantiles: [Double], declared: [String: Double]
  ) -> [[Standard]] {
    let byFunction = zip(functions.functions, measures).map { function, measure in
      declared[function.key].map { standard in
        quantiles.map { _ in Standard(declared: standard) }
      } ?? Standard.quantiles(quantiles, of: measure.access, people: people)
    }
    return quantiles.indices.map { quantile in byFunction.map { $0[quantile] } }
  }

  /// The shortfall of each place from each function's standard: `[function][place]`.
  func shortfalls(from standards: [Standard]) -> [[Double]] {
    zip(standards, measures).map { standard, measure in
      measure.access.map(standard.shortfall(of:))
    }
  }

  /// L of each place: its shortfalls weighed together.
  func lack(from standards: [Standard]) -> [Double] {
    lack(ofShortfalls: shortfalls(from: standards))
  }

  /// L of each place from shortfalls already known.
  func lack(ofShortfalls shortfalls: [[Double]]) -> [Double] {
    var lack = Array(repeating: 0.0, count: people.count)
    for (share, shortfalls) in zip(functions.shares, shortfalls) {
      for place in lack.indices { lack[place] += share * shortfalls[place] }
    }
    // Shares that sum to 1 only up to rounding must not lift a full lack above 1.
    return lack.map { min(1, $0) }
  }
}
