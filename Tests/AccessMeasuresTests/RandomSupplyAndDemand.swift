import AccessMeasures
import Catchments
import SimpleFeatures
import TestSupport

/// Random places and sites in a square of 10 km, with straight lines of at most 6 km between them;
/// some places without residents, some sites without capacity, some out of reach.
struct RandomSupplyAndDemand {
  var places: [Coordinate]
  var sites: [Coordinate]
  var people: [Double]
  var capacities: [Double]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let square = BoundingBox(minX: 0, minY: 0, maxX: 10_000, maxY: 10_000)
    places = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      Coordinate.random(in: square, using: &random)
    }
    sites = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Coordinate.random(in: square, using: &random)
    }
    people = places.map { _ in
      Int.random(in: 0...4, using: &random) == 0
        ? 0 : Double(Int.random(in: 1...3000, using: &random))
    }
    capacities = sites.map { _ in Double(Int.random(in: 0...9, using: &random)) }
  }

  /// What costs between places are.
  var neighbours: CostMatrix {
    CostMatrix(from: places, to: places, within: .kilometres(6))
  }

  func study() throws -> SupplyAndDemand {
    try SupplyAndDemand(
      people: people, capacities: capacities,
      costs: CostMatrix(from: places, to: sites, within: .kilometres(6)))
  }

  /// The numbers that a measure gives, reason or not.
  func numbers(
    _ measure: AccessMeasure, _ decay: Decay,
    parameters: AccessParameters = AccessParameters(amount: 5, costStep: 250, peoplePerUnit: 300)
  ) throws -> [Double?] {
    try measure.readings(
      of: study(), decay: decay, neighbours: neighbours, parameters: parameters
    ).readings.map(\.number)
  }
}
