import Catchments
import Foundation
import Testing

@Suite struct `Notation of decays` {
  private func error(_ text: String, limit: Double? = nil) -> DecayError? {
    do throws(DecayError) {
      _ = try Decay(text, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: Decay.everyForm + Decay.endless)
  func `is read as it is written`(decay: Decay) throws {
    #expect(try Decay(decay.description, limit: decay.limit) == decay)
  }

  @Test(arguments: Decay.everyForm, [1.0 / 3, 0.1, 1e-7, 1e20])
  func `keeps every digit`(decay: Decay, factor: Double) throws {
    let scaled = decay.scaled(by: factor)
    #expect(try Decay(scaled.description, limit: scaled.limit) == scaled)
  }

  @Test func `has a name for every form`() throws {
    let written: [(String, Decay)] = [
      ("step:3000", .step(limit: 3000)),
      ("linear:3000", .linear(limit: 3000)),
      ("truncated-gaussian:3000", .truncatedGaussian(limit: 3000)),
      ("gaussian:1200", .gaussian(deviation: 1200)),
      ("exponential:0.0005", .exponential(rate: 0.0005)),
      ("half-life:500", .exponential(halfLife: 500)),
      ("power:1.5,1000,100", .inversePower(exponent: 1.5, scale: 1000, floor: 100)),
      ("logistic:3000,1000", .logistic(median: 3000, deviation: 1000)),
      ("trapezoid:500,2000", .trapezoid(full: 500, limit: 2000)),
      ("zones:500=1,1250=0.68,2000=0.22", .luoAndQi),
    ]
    for (text, decay) in written { #expect(try Decay(text) == decay) }
  }

  @Test func `does not mind capitals and spaces`() throws {
    #expect(try Decay(" Gaussian : 1200 ") == .gaussian(deviation: 1200))
    #expect(try Decay("POWER:1.5, 1000, 1e2").weight(at: 1000) == 1)
    #expect(try Decay("zones: 500 = 1, 1250 = 0.68, 2000 = 0.22") == .luoAndQi)
  }

  @Test func `takes a limit beside the text before the one in it`() throws {
    #expect(try Decay("step", limit: 3000) == .step(limit: 3000))
    #expect(try Decay("step:2000", limit: 3000) == .step(limit: 3000))
    #expect(try Decay("trapezoid:500,2000", limit: 3000) == .trapezoid(full: 500, limit: 3000))
    #expect(try Decay("gaussian:800", limit: 3000) == .gaussian(deviation: 800, limit: 3000))
    #expect(try Decay("zones:500=1,1250=0.68,2000=0.22", limit: 1000).limit == 1000)
  }

  @Test(
    arguments: [
      "", ":", "bell", "gaussian", "gaussian:", "gaussian:wide", "gaussian:1,2", "step:1,2",
      "power:1.5", "power:1.5,1000", "power:1,2,3,4", "logistic:3000", "trapezoid", "zones",
      "zones:", "zones:1000", "zones:1000=1,", "zones:1000=1=2", "zones:1000=", "gaussian:1,",
      "gaussian;1200", "half-life", "exponential:0,5", "1200",
    ])
  func `refuses what is no decay`(text: String) throws {
    let found = try #require(error(text))
    #expect(found == .unknown(text))
    #expect(found.description.hasPrefix("\"\(text)\" is no decay; step, zones:"))
  }

  @Test func `refuses parameters that make none`() {
    #expect(error("gaussian:-5") == .notPositive(parameter: "deviation", value: -5))
    #expect(error("half-life:0") == .notPositive(parameter: "half-life", value: 0))
    #expect(error("half-life:inf") == .notPositive(parameter: "half-life", value: .infinity))
    #expect(error("step") == .noLimit(form: "step"))
    #expect(error("step:0") == .notPositive(parameter: "limit", value: 0))
    #expect(error("trapezoid:500") == .noLimit(form: "trapezoid"))
    #expect(error("trapezoid:500,400") == .fullBeyondLimit(full: 500, limit: 400))
    #expect(error("zones:1000=0.5,2000=1") == .zonesOutOfOrder)
  }

  @Test func `has sentences for what is wrong`() {
    let errors: [DecayError] = [
      .notPositive(parameter: "rate", value: -1), .noLimit(form: "linear"), .zonesOutOfOrder,
      .fullBeyondLimit(full: 5, limit: 4), .unknown("bell"),
    ]
    #expect(Set(errors.map(\.description)).count == errors.count)
    #expect(errors[0].description == "the rate of a decay is a finite number above 0, not -1.0")
    #expect(errors[1].description == "the decay \"linear\" needs a limit")
  }
}
