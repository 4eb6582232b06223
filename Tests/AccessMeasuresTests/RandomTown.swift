import Catchments
import TestSupport

/// A town of random numbers: some places without people, some organisations that reach nobody.
struct RandomTown {
  var weights: [[Double]]
  var people: [Double]
  var capacities: [Double]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let organisations = Int.random(in: 1...12, using: &random)
    let density = Double.random(in: 0.05...0.6, using: &random)
    weights = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      (0..<organisations).map { _ in
        Double.random(in: 0...1, using: &random) < density
          ? Double.random(in: 1e-6...1, using: &random) : 0
      }
    }
    people = weights.map { _ in
      Bool.random(using: &random) ? Double(Int.random(in: 0...3000, using: &random)) : 0
    }
    capacities = (0..<organisations).map { _ in Double(Int.random(in: 0...9, using: &random)) }
  }

  var reach: ReachMatrix { ReachMatrix(weights: weights) }
}
