import Catchments
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Disc catchment` {
  /// Offsets exactly 5000 m away: the triangles 3-4-5, 7-24-25 and 14-48-50, and the axes.
  private static let onCircle: [(Double, Double)] = [
    (3000, 4000), (-3000, 4000), (4000, -3000), (-4000, -3000), (1400, 4800), (-4800, 1400),
    (5000, 0), (0, -5000),
  ]

  @Test func `takes in a place exactly at its radius`() throws {
    let study = try SmallStudy(places: Self.onCircle)
    let weights = study.weights(of: .working(at: (0, 0)), .step(.kilometres(5)))
    #expect(weights == Array(repeating: 1, count: Self.onCircle.count))
  }

  @Test func `leaves out a place one metre farther`() throws {
    let farther = Self.onCircle.map { x, y in (x + (x < 0 ? -1 : x > 0 ? 1 : 0), y) }
    let study = try SmallStudy(places: farther)
    let weights = study.weights(of: .working(at: (0, 0)), .step(.kilometres(5)))
    // (0, −5000) has no easting to move: it alone stays.
    #expect(weights == [0, 0, 0, 0, 0, 0, 0, 1])
  }

  @Test(arguments: [Decay.Shape.linear, .truncatedGaussian])
  func `does not reach its edge when the decay ends there`(decay: Decay.Shape) throws {
    let study = try SmallStudy(places: [(3000, 4000), (2999, 4000)])
    let weights = study.weights(
      of: .working(at: (0, 0)),
      CatchmentRules(reach: .disc(radius: .kilometres(5), decay: decay)))
    #expect(weights[0] == 0)
    #expect(weights[1] > 0)
  }

  @Test(arguments: Decay.everyForm)
  func `weighs places by the decay of their distance`(decay: Decay) throws {
    let study = try SmallStudy(places: [(0, 0), (600, 800), (0, 1500), (1200, 1600), (0, 2001)])
    let weights = study.weights(of: .working(at: (0, 0)), CatchmentRules(reach: .disc(decay)))
    #expect(weights == [0, 1000, 1500, 2000, 2001].map(decay.weight))
  }

  @Test func `puts an organisation's own radius before the study's`() throws {
    let study = try SmallStudy(places: [(0, 500), (0, 1500), (0, 2500)])
    let organisations = [
      Organisation.working(at: (0, 0)),
      .working(at: (0, 0), radius: .metres(500)),
      .working(at: (0, 0), radius: .metres(2500)),
    ]
    let reach = study.catchments(of: organisations, .step(.metres(1500))).reach
    #expect(reach.organisationsByPlace == [[0, 1, 2], [0, 2], [2]])
  }

  @Test func `measures the decay on an organisation's own radius`() throws {
    let study = try SmallStudy(places: [(0, 1000)])
    let rules = CatchmentRules(reach: .disc(radius: .metres(2000), decay: .linear))
    #expect(study.weights(of: .working(at: (0, 0)), rules) == [0.5])
    #expect(study.weights(of: .working(at: (0, 0), radius: .metres(4000)), rules) == [0.75])
  }

  @Test(arguments: Decay.everyForm, [500.0, 700, 2100, 3000, 7000])
  func `stretches every decay to an organisation's own radius`(
    decay: Decay, radius: Double
  ) throws {
    // At the study's shares 0, ¼ and 1 of the radius, however its bounds are rounded.
    let study = try SmallStudy(places: [(0, 0), (0, radius / 4), (0, radius), (0, radius + 1)])
    let rules = CatchmentRules(reach: .disc(decay))
    let weights = study.weights(of: .working(at: (0, 0), radius: .metres(radius)), rules)
    let expected = [0, 500, 2000, 2001].map(decay.weight)
    for (one, other) in zip(weights, expected) { #expect(one.agrees(with: other)) }
  }

  @Test func `keeps apart organisations that share a site`() throws {
    let study = try SmallStudy(places: [(0, 0), (0, 900)])
    let reach = study.catchments(
      of: [.working(at: (0, 0)), .working(at: (0, 0))], .step(.kilometres(1))
    ).reach
    #expect(reach.organisationsByPlace == [[0, 1], [0, 1]])
    #expect(reach.pairCount == 4)
    #expect(reach.placeCount == 2)
    #expect(reach.organisationCount == 2)
  }
}
