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
  private let capacities: FunctionCapacities

  /// - Complexity: O(*f* · pairs) for *f* functions.
  init(
    weights: WeightMatrix, people: [Double], capacities: FunctionCapacities,
    functions: FunctionTable
  ) {
    let weightedPeople = weights.columnSums(of: people)
    self.functions = functions
    self.people = people
    self.weights = weights
    self.weightedPeople = weightedPeople
    self.capacities = capacities
    measures = FloatingCatchment.measures(
      ofEach: capacities.byFunction, weights: weights, people: people,
      weightedPeople: weightedPeople)
  }

  /// The same without one organisation.
  ///
  /// - Complexity: O(pairs) for every eight functions that it provides.
  func without(organisation left: Int) -> FunctionAccess {
    var access = self
    let changed = capacities.functions(of: left)
    let kinds = changed.map { function in
      var kind = capacities.byFunction[function]
      kind[left] = 0
      return kind
    }
    let measures = FloatingCatchment.measures(
      ofEach: kinds, weights: weights, people: people, weightedPeople: weightedPeople)
    for (function, measure) in zip(changed, measures) { access.measures[function] = measure }
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
    var lack = Array(repeating: 0.0, count: people.count)
    for (share, (standard, measure)) in zip(functions.shares, zip(standards, measures)) {
      let access = measure.access
      for place in lack.indices { lack[place] += share * standard.shortfall(of: access[place]) }
    }
    return Self.limited(lack)
  }

  /// L of each place from shortfalls already known.
  func lack(ofShortfalls shortfalls: [[Double]]) -> [Double] {
    var lack = Array(repeating: 0.0, count: people.count)
    for (share, shortfalls) in zip(functions.shares, shortfalls) {
      for place in lack.indices { lack[place] += share * shortfalls[place] }
    }
    return Self.limited(lack)
  }

  /// Shares that sum to 1 only up to rounding must not lift a full lack above 1.
  private static func limited(_ lack: [Double]) -> [Double] { lack.map { min(1, $0) } }
}

/// What each organisation has to give in each function.
struct FunctionCapacities: Sendable {
  /// `[function][organisation]`: the capacity in the function, 0 for those that do not provide it.
  let byFunction: [[Double]]

  init(of organisations: [Organisation], functions: FunctionTable) {
    byFunction = functions.functions.indices.map { function in
      organisations.map { $0.functions.contains(function) ? $0.capacity : 0 }
    }
  }

  init(of data: StudyData) {
    self.init(of: data.organisations, functions: data.functions)
  }

  /// The functions that an organisation has any capacity in.
  func functions(of organisation: Int) -> [Int] {
    byFunction.indices.filter { byFunction[$0][organisation] > 0 }
  }
}
