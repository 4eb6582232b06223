import Catchments

extension Decay {
  /// One decay of each form, all with a limit of 2000.
  static let everyForm: [Decay] = [
    .step(limit: 2000),
    .luoAndQi,
    .gaussian(deviation: 800, limit: 2000),
    .truncatedGaussian(limit: 2000),
    .exponential(rate: 0.001, limit: 2000),
    .inversePower(exponent: 1.5, scale: 500, floor: 100, limit: 2000),
    .linear(limit: 2000),
    .logistic(median: 1000, deviation: 300, limit: 2000),
    .trapezoid(full: 500, limit: 2000),
  ]

  /// The weights of Luo and Qi (2009) for 10, 20 and 30 minutes, over 2000 m.
  static let luoAndQi = Decay.zones([
    Zone(upTo: 500, weight: 1), Zone(upTo: 1250, weight: 0.68), Zone(upTo: 2000, weight: 0.22),
  ])

  /// The forms that may go on for ever, without a limit.
  static let endless: [Decay] = [
    .gaussian(deviation: 800), .exponential(rate: 0.001),
    .inversePower(exponent: 1.5, scale: 500, floor: 100), .logistic(median: 1000, deviation: 300),
  ]
}
