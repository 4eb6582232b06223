import Catchments
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Weights of straight-line distances` {
  /// Every form, and bell curves that are wide enough for their limit to be summed by cells.
  private static let decays: [Decay] =
    Decay.everyForm + [
      .gaussian(deviation: 1800, limit: 2000), .gaussian(deviation: 1500, limit: 2000),
    ]

  /// The sums over pairs, one by one, and what they add up to without the weights.
  private struct PlainSums {
    var bySite: [Double]
    var byPlace: [Double]
    /// By how much rounding may be off: weights are right to about 1e-16, whatever their size.
    var siteTolerance: [Double]
    var placeTolerance: [Double]

    init(
      _ decay: Decay, _ places: [Coordinate], _ sites: [Coordinate?], people: [Double],
      amounts: [Double]
    ) {
      bySite = sites.map { _ in 0 }
      byPlace = places.map { _ in 0 }
      (siteTolerance, placeTolerance) = (bySite, byPlace)
      for (site, position) in sites.enumerated() {
        guard let position else { continue }
        for place in places.indices {
          let square = places[place].squaredDistance(to: position)
          if let limit = decay.limit, square > limit * limit { continue }
          let weight = decay.weight(at: square.squareRoot())
          bySite[site] += people[place] * weight
          byPlace[place] += amounts[site] * weight
          siteTolerance[site] += people[place] * (1e-13 * weight + 4e-16)
          placeTolerance[place] += amounts[site] * (1e-13 * weight + 4e-16)
        }
      }
    }
  }

  private func amounts(_ count: Int, seed: UInt64, whole: Bool) -> [Double] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let number = Double(Int.random(in: 0...60, using: &random))
      return whole ? number : number * .random(in: 0.01...1, using: &random)
    }
  }

  @Test(arguments: PlaceFamily.allCases, decays + Decay.endless)
  func `sums are those over every pair`(family: PlaceFamily, decay: Decay) {
    let (places, sites) = family.points(seed: 1)
    let people = amounts(places.count, seed: 2, whole: false)
    let given = amounts(sites.count, seed: 3, whole: false)
    let expected = PlainSums(decay, places, sites, people: people, amounts: given)
    let weights = DistanceWeights(from: places, to: sites, decay: decay)
    for (site, sum) in weights.columnSums(of: people).enumerated() {
      #expect(
        abs(sum - expected.bySite[site]) <= expected.siteTolerance[site],
        "site \(site): \(sum), not \(expected.bySite[site])")
    }
    for (place, sum) in weights.rowSums(of: given).enumerated() {
      #expect(
        abs(sum - expected.byPlace[place]) <= expected.placeTolerance[place],
        "place \(place): \(sum), not \(expected.byPlace[place])")
    }
  }

  // Whole numbers are summed without rounding, so that nothing but the pairs can differ; and so are
  // the zones here, whose weights are quarters.
  @Test(
    arguments: PlaceFamily.allCases,
    [
      Decay.step(limit: 2000), .step(limit: 500), .step(limit: 1e-9), .step(limit: 1e12),
      .zones([
        .init(upTo: 500, weight: 1), .init(upTo: 1300, weight: 0.75),
        .init(upTo: 2000, weight: 0.25),
      ]),
    ])
  func `steps count exactly the pairs within reach`(family: PlaceFamily, decay: Decay) {
    let (places, sites) = family.points(seed: 4)
    let people = amounts(places.count, seed: 5, whole: true)
    let given = amounts(sites.count, seed: 6, whole: true)
    let expected = PlainSums(decay, places, sites, people: people, amounts: given)
    let weights = DistanceWeights(from: places, to: sites, decay: decay)
    #expect(weights.columnSums(of: people) == expected.bySite)
    #expect(weights.rowSums(of: given) == expected.byPlace)
  }

  @Test(arguments: PlaceFamily.allCases, decays)
  func `agree with the matrix of the pairs`(family: PlaceFamily, decay: Decay) {
    let (places, sites) = family.points(seed: 7)
    let people = places.map { _ in 1.0 }
    let weights = DistanceWeights(from: places, to: sites, decay: decay)
    let matrix = CostMatrix(from: places, to: sites, within: .metres(2000)).weights(decay)
    #expect(weights.placeCount == matrix.placeCount)
    #expect(weights.siteCount == matrix.siteCount)
    for (one, other) in zip(weights.columnSums(of: people), matrix.columnSums(of: people)) {
      #expect(one.agrees(with: other, within: 1e-11))
    }
    for place in stride(from: 0, to: places.count, by: 37) {
      for site in sites.indices {
        #expect(
          weights.reaches(place: place) { $0 == site }
            == matrix.reaches(place: place) { $0 == site })
      }
    }
  }

  @Test(arguments: PlaceFamily.allCases, decays)
  func `are the same, bit for bit, on any number of threads`(family: PlaceFamily, decay: Decay) {
    let (places, sites) = family.points(seed: 8)
    let people = amounts(places.count, seed: 9, whole: false)
    let given = amounts(sites.count, seed: 10, whole: false)
    func sums(_ threads: Int) -> [[Double]] {
      let weights = DistanceWeights(
        from: places, to: sites, decay: decay, threads: Threads(threads))
      return [weights.columnSums(of: people), weights.rowSums(of: given)]
    }
    let one = sums(1)
    for threads in [2, 3, 8] { #expect(sums(threads) == one) }
  }

  @Test(arguments: PlaceFamily.allCases, decays)
  func `give nothing, not even rounding, to whom nobody reaches`(
    family: PlaceFamily, decay: Decay
  ) {
    let (places, sites) = family.points(seed: 11)
    let sums = DistanceWeights(from: places, to: sites, decay: decay)
      .rowSums(of: sites.indices.map { Double($0) / 3 })
    for (place, sum) in sums.enumerated() {
      let nearest = sites.enumerated().compactMap { site, position in
        site == 0 ? nil : position?.distance(to: places[place]).metres
      }.min()
      if nearest ?? .infinity > 2000 { #expect(sum == 0) } else { #expect(sum >= 0) }
    }
  }

  // On the line, 2000 m away is where these three have come down to 0, and a step has not.
  @Test func `a curve that ends at its limit is 0 there`() {
    let places = [0.0, 1000, 2000].map { Coordinate(x: 500_000 + $0, y: 200_000) }
    let site = Coordinate(x: 500_000, y: 200_000)
    for decay in [
      Decay.truncatedGaussian(limit: 2000), .linear(limit: 2000), .trapezoid(full: 1, limit: 2000),
    ] {
      let weights = DistanceWeights(from: places, to: [site], decay: decay)
      #expect(weights.columnSums(of: [0, 0, 7]) == [0])
      #expect(weights.rowSums(of: [7])[2] == 0)
      #expect(!weights.reaches(place: 2) { _ in true })
      #expect(weights.reaches(place: 1) { _ in true })
    }
    let step = DistanceWeights(from: places, to: [site], decay: .step(limit: 2000))
    #expect(step.rowSums(of: [7]) == [7, 7, 7])
  }

  @Test(arguments: PlaceFamily.allCases, decays)
  func `of several doors the nearest counts`(family: PlaceFamily, decay: Decay) {
    let (places, sites) = family.points(seed: 12)
    let positions = sites.compactMap(\.self)
    let doors = [
      [positions[0], positions[1], positions[2]], [], [positions[0], positions[0]], positions,
      [positions[1]],
    ]
    let people = amounts(places.count, seed: 13, whole: false)
    let given = [3, 1, 0.5, 2, 4]
    let weights = DistanceWeights(from: places, toNearestOf: doors, decay: decay)
    let matrix = CostMatrix(from: places, toNearestOf: doors, within: .metres(2000))
      .weights(decay)
    for (one, other) in zip(weights.columnSums(of: people), matrix.columnSums(of: people)) {
      #expect(one.agrees(with: other, within: 1e-11))
    }
    for (one, other) in zip(weights.rowSums(of: given), matrix.rowSums(of: given)) {
      #expect(one.agrees(with: other, within: 1e-11))
    }
  }

  @Test func `without places or sites there is nothing to sum`() {
    for decay in Decay.everyForm {
      let nowhere = DistanceWeights(from: [], to: [Coordinate(x: 0, y: 0)], decay: decay)
      #expect(nowhere.columnSums(of: []) == [0])
      #expect(nowhere.rowSums(of: [1]).isEmpty)
      let unserved = DistanceWeights(from: [Coordinate(x: 0, y: 0)], to: [], decay: decay)
      #expect(unserved.columnSums(of: [1]).isEmpty)
      #expect(unserved.rowSums(of: []) == [0])
      #expect(!unserved.reaches(place: 0) { _ in true })
    }
  }

  @Test func `a site at no position reaches nobody`() {
    let sites = [Coordinate(x: .nan, y: 0), Coordinate(x: 0, y: .infinity), nil]
    for decay in Decay.everyForm + Decay.endless {
      let weights = DistanceWeights(from: [Coordinate(x: 0, y: 0)], to: sites, decay: decay)
      #expect(weights.columnSums(of: [1]) == [0, 0, 0])
      #expect(weights.rowSums(of: [1, 1, 1]) == [0])
    }
  }

  // Limits so long or so short that their squares leave the numbers.
  @Test(arguments: [1e-300, 1e-200, 1e200, 1e300])
  func `limits beyond all squares are as good as the pairs`(limit: Double) {
    let places = [0, limit / 2, 5, 1e7].map { Coordinate(x: $0, y: 0) }
    let people = [1.0, 2, 4, 8]
    for decay in [
      Decay.step(limit: limit), .linear(limit: limit), .truncatedGaussian(limit: limit),
      .gaussian(deviation: limit / 3, limit: limit),
    ] {
      let weights = DistanceWeights(from: places, to: [places[0]], decay: decay)
      let matrix = CostMatrix(from: places, to: [places[0]], within: .metres(limit))
        .weights(decay)
      let sum = weights.columnSums(of: people)[0]
      #expect(sum.agrees(with: matrix.columnSums(of: people)[0]), "\(decay)")
    }
  }
}
