import Catchments
import Foundation
import TestSupport
import Testing

@Suite struct `Contract of decays` {
  @Test(arguments: Decay.everyForm)
  func `the weight at cost 0 is the greatest, and 1 unless the parameters say otherwise`(
    decay: Decay
  ) {
    #expect(decay.weight(at: 0) == decay.weightAtZero)
    switch decay.shape {
    case .zones(let zones): #expect(decay.weightAtZero == zones[0].weight)
    // (100/500)^−1.5 = 5^1.5.
    case .inversePower: #expect(decay.weightAtZero.agrees(with: 5 * 5.0.squareRoot()))
    default: #expect(decay.weightAtZero == 1)
    }
  }

  @Test(arguments: Decay.everyForm)
  func `the weight is 0 above the limit, by however little`(decay: Decay) {
    #expect(decay.limit == 2000)
    for beyond in [Double(2000).nextUp, 2001, 1e9, .infinity] {
      #expect(decay.weight(at: beyond) == 0)
    }
  }

  @Test func `a cost equal to the limit is inside`() {
    let found = Decay.everyForm.map { $0.weight(at: 2000) }
    let k = Double.pi / (300 * 3.0.squareRoot())
    let expected: [Double] = [
      1, 0.22, exp(-3.125), 0, exp(-2), 0.125, 0, (1 + exp(-1000 * k)) / (1 + exp(1000 * k)), 0,
    ]
    for (one, other) in zip(found, expected) { #expect(abs(one - other) <= 1e-15) }
  }

  @Test(arguments: Decay.everyForm)
  func `weights never increase and stay within 0 and the greatest`(decay: Decay) {
    var previous = decay.weightAtZero
    for cost in stride(from: 0.0, through: 2100, by: 0.5) {
      let weight = decay.weight(at: cost)
      #expect(weight >= 0)
      #expect(weight <= previous)
      previous = weight
    }
  }

  @Test(arguments: Decay.endless)
  func `a form without a limit falls towards 0 and never below`(decay: Decay) {
    #expect(decay.limit == nil)
    #expect(decay.weight(at: 3000) > 0)
    #expect(decay.weight(at: 1e300) >= 0)
    #expect(decay.weight(at: .infinity) == 0)
  }

  @Test(arguments: Decay.everyForm, [0.125, 2, 1024])
  func `a scaled decay has the same weight at the scaled cost`(decay: Decay, factor: Double) {
    let scaled = decay.scaled(by: factor)
    #expect(scaled.limit == 2000 * factor)
    for cost in stride(from: 0.0, through: 2500, by: 62.5) {
      // Powers of two scale exactly; only the rate may differ in its last digit.
      let (one, other) = (scaled.weight(at: cost * factor), decay.weight(at: cost))
      #expect(abs(one - other) <= 1e-15 * other)
    }
  }

  @Test(arguments: Decay.everyForm)
  func `minutes at 80 m a minute weigh as metres do`(decay: Decay) {
    let minutes = decay.scaled(by: 1 / 80)
    for cost in stride(from: 1.0, to: 2000, by: 13) {
      #expect(minutes.weight(at: cost / 80).agrees(with: decay.weight(at: cost)))
    }
  }

  @Test func `another limit draws anew the forms that end there and cuts the others`() throws {
    #expect(try Decay.linear(limit: 2000).limited(to: 4000).weight(at: 2000) == 0.5)
    let bell = Decay.gaussian(deviation: 800, limit: 2000)
    #expect(try bell.limited(to: 3000).weight(at: 2000) == bell.weight(at: 2000))
    #expect(try bell.limited(to: 1000).weight(at: 1001) == 0)
    // Zones cannot go on beyond the last of them.
    #expect(try Decay.luoAndQi.limited(to: 1000).weight(at: 1000) == 0.68)
    #expect(try Decay.luoAndQi.limited(to: 1000).weight(at: 1001) == 0)
    #expect(try Decay.luoAndQi.limited(to: 9000).limit == 2000)
  }
}

@Suite struct `Forms of decay` {
  @Test(arguments: [0.001, 1000, 2000])
  func `step is whole up to its limit`(cost: Double) {
    #expect(Decay.step(limit: 2000).weight(at: cost) == 1)
  }

  @Test func `zones take in their upper bound and leave out the lower one`() {
    let decay = Decay.luoAndQi
    #expect([0, 500].map(decay.weight) == [1, 1])
    #expect([Double(500).nextUp, 1250].map(decay.weight) == [0.68, 0.68])
    #expect([Double(1250).nextUp, 2000].map(decay.weight) == [0.22, 0.22])
    #expect(decay.weight(at: Double(2000).nextUp) == 0)
  }

  @Test func `Gaussian is exp(−½) at one standard deviation and exp(−2) at two`() {
    let decay = Decay.gaussian(deviation: 1200)
    #expect(decay.weight(at: 1200) == exp(-0.5))
    #expect(decay.weight(at: 2400) == exp(-2))
  }

  @Test func `truncated Gaussian follows Dai (2010) at half the limit`() {
    // With q = exp(−1/8): exp(−½·½²) = q and exp(−½) = q⁴, so f = (q − q⁴) / (1 − q⁴).
    let q = exp(-0.125)
    let expected = (q - q * q * q * q) / (1 - q * q * q * q)
    let found = Decay.truncatedGaussian(limit: 2000).weight(at: 1000)
    #expect(found.agrees(with: expected))
    // The bell lies above the straight line near its top.
    #expect(found > 0.5)
  }

  @Test func `truncated Gaussian ends without a cliff`() {
    // The slope at the edge is −exp(−½) / (1 − exp(−½)) per limit: about −1.54.
    let slope = exp(-0.5) / (1 - exp(-0.5))
    let justInside = Decay.truncatedGaussian(limit: 2000).weight(at: 2000 - 0.002)
    #expect(justInside.agrees(with: slope * 1e-6, within: 1e-11))
  }

  @Test(arguments: [(0.0, 1.0), (400, 0.5), (800, 0.25), (1200, 0.125)])
  func `exponential halves with every half-life`(cost: Double, weight: Double) {
    #expect(Decay.exponential(halfLife: 400).weight(at: cost).agrees(with: weight))
  }

  @Test func `exponential of rate λ is 1/e at 1/λ`() {
    #expect(Decay.exponential(rate: 0.0005).weight(at: 2000).agrees(with: 1 / M_E))
  }

  @Test func `inverse power of exponent 2 is a quarter at twice the scale`() {
    let decay = Decay.inversePower(exponent: 2, scale: 500, floor: 250)
    #expect(decay.weight(at: 1000) == 0.25)
    #expect(decay.weight(at: 500) == 1)
    // Below the floor it stays at (250/500)^−2 = 4; nothing is infinite at the door.
    #expect([250, 100, 0].map(decay.weight) == [4, 4, 4])
  }

  @Test(arguments: [(0.25, 0.75), (0.5, 0.5), (0.75, 0.25)])
  func `linear falls in a straight line`(share: Double, weight: Double) {
    #expect(Decay.linear(limit: 2000).weight(at: share * 2000) == weight)
  }

  @Test func `logistic is half of what it would be without a threshold at its median`() {
    // At c = μ the denominator is 2; the numerator makes it 1 at c = 0.
    let k = Double.pi / (300 * 3.0.squareRoot())
    let decay = Decay.logistic(median: 1000, deviation: 300)
    #expect(decay.weight(at: 1000).agrees(with: (1 + exp(-1000 * k)) / 2))
    // The logistic distribution is symmetric: f(μ − x) + f(μ + x) = 1 + exp(−μk).
    for x in [100.0, 400, 1000] {
      let sum = decay.weight(at: 1000 - x) + decay.weight(at: 1000 + x)
      #expect(sum.agrees(with: 1 + exp(-1000 * k)))
    }
  }

  @Test func `trapezoid is full, then falls in a straight line`() {
    let decay = Decay.trapezoid(full: 500, limit: 2000)
    #expect([0, 500, 800, 1250, 1700, 2000].map(decay.weight) == [1, 1, 0.8, 0.5, 0.2, 0])
    let triangle = Decay.trapezoid(full: 0, limit: 2000)
    for cost in [0.0, 1, 700, 2000] {
      #expect(triangle.weight(at: cost).agrees(with: Decay.linear(limit: 2000).weight(at: cost)))
    }
  }
}

@Suite struct `Parameters of decays` {
  private func error(_ shape: Decay.Shape, limit: Double? = 2000) -> DecayError? {
    do throws(DecayError) {
      _ = try Decay(shape, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [0, -1, -Double.infinity, .infinity])
  func `that are not finite and above 0 are refused by name`(value: Double) {
    func wrong(_ parameter: String) -> DecayError {
      .notPositive(parameter: parameter, value: value)
    }
    #expect(error(.step, limit: value) == wrong("limit"))
    #expect(error(.gaussian(deviation: value)) == wrong("deviation"))
    #expect(error(.exponential(rate: value)) == wrong("rate"))
    #expect(error(.inversePower(exponent: value, scale: 1, floor: 1)) == wrong("exponent"))
    #expect(error(.inversePower(exponent: 1, scale: value, floor: 1)) == wrong("scale"))
    #expect(error(.inversePower(exponent: 1, scale: 1, floor: value)) == wrong("floor"))
    #expect(error(.logistic(median: value, deviation: 1)) == wrong("median"))
    #expect(error(.logistic(median: 1, deviation: value)) == wrong("deviation"))
    if value != 0 { #expect(error(.trapezoid(full: value)) == wrong("full part")) }
  }

  @Test func `that are no numbers are refused`() {
    let shapes: [Decay.Shape] = [
      .gaussian(deviation: .nan), .exponential(rate: .nan), .trapezoid(full: .nan),
      .inversePower(exponent: .nan, scale: 1, floor: 1), .logistic(median: 1, deviation: .nan),
    ]
    for shape in shapes {
      guard case .notPositive(_, let value) = error(shape) else {
        Issue.record("\(shape) was taken")
        continue
      }
      #expect(value.isNaN)
    }
    #expect(error(.zones([Decay.Zone(upTo: .nan, weight: 1)])) == .zonesOutOfOrder)
    #expect(error(.zones([Decay.Zone(upTo: 1, weight: .nan)])) == .zonesOutOfOrder)
  }

  @Test func `of forms that end somewhere include a limit`() {
    #expect(error(.step, limit: nil) == .noLimit(form: "step"))
    #expect(error(.truncatedGaussian, limit: nil) == .noLimit(form: "truncated-gaussian"))
    #expect(error(.linear, limit: nil) == .noLimit(form: "linear"))
    #expect(error(.trapezoid(full: 1), limit: nil) == .noLimit(form: "trapezoid"))
    #expect(error(.zones([Decay.Zone(upTo: 1, weight: 1)]), limit: nil) == nil)
  }

  @Test(
    arguments: [
      [], [(0, 1)], [(-1, 1)], [(1, 1.5)], [(1, -0.5)], [(1, 0)], [(2, 1), (1, 0.5)],
      [(1, 1), (1, 0.5)], [(1, 0.5), (2, 0.6)], [(1, 1), (.infinity, 0.5)],
    ] as [[(Double, Double)]])
  func `of zones rise in cost and do not rise in weight`(zones: [(Double, Double)]) {
    let zones = zones.map { Decay.Zone(upTo: $0.0, weight: $0.1) }
    #expect(error(.zones(zones), limit: nil) == .zonesOutOfOrder)
  }

  @Test func `of zones may stay as they are, and end at 0`() {
    let zones = [(1.0, 0.5), (2, 0.5), (3, 0)].map { Decay.Zone(upTo: $0.0, weight: $0.1) }
    #expect(error(.zones(zones), limit: nil) == nil)
  }

  @Test(arguments: [2000.0, Double(2000).nextUp, 5000])
  func `of a trapezoid stop being full before the limit`(full: Double) {
    #expect(error(.trapezoid(full: full)) == .fullBeyondLimit(full: full, limit: 2000))
  }

  @Test func `that make a weight which no number holds are refused`() {
    // (1e−9 / 1e9)^−20 = 1e360.
    #expect(
      error(.inversePower(exponent: 20, scale: 1e9, floor: 1e-9))
        == .notPositive(parameter: "weight at 0", value: .infinity))
  }
}
