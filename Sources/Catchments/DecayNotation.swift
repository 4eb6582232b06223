internal import Foundation

/// The way decays are written in study files, options and manifests.
///
/// A name, and after a colon its parameters in the order of the formula:
/// `step`, `linear`, `truncated-gaussian`, `gaussian:σ`, `exponential:λ`, `half-life:h`,
/// `power:α,scale,floor`, `logistic:μ,σ`, `trapezoid:full,limit`,
/// `zones:1000=1,2000=0.68,3000=0.22`. The first three may name their limit, as in `step:3000`.
enum DecayNotation {
  static let forms =
    "step, zones:UPTO=WEIGHT,…, gaussian:SD, truncated-gaussian, "
    + "exponential:RATE, half-life:H, power:EXPONENT,SCALE,FLOOR, linear, logistic:MEDIAN,SD, "
    + "trapezoid:FULL,LIMIT"

  static func name(of shape: Decay.Shape) -> String {
    switch shape {
    case .step: "step"
    case .zones: "zones"
    case .gaussian: "gaussian"
    case .truncatedGaussian: "truncated-gaussian"
    case .exponential: "exponential"
    case .inversePower: "power"
    case .linear: "linear"
    case .logistic: "logistic"
    case .trapezoid: "trapezoid"
    }
  }

  fileprivate static func zones(_ text: Substring) -> [Decay.Zone]? {
    var zones: [Decay.Zone] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let numbers = numbers(part, separator: "=")
      guard let numbers, numbers.count == 2 else { return nil }
      zones.append(Decay.Zone(upTo: numbers[0], weight: numbers[1]))
    }
    return zones
  }

  /// The numbers in a text, or `nil` where one of them is none.
  fileprivate static func numbers(_ text: Substring, separator: Character) -> [Double]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
    return numbers.count == parts.count ? numbers : nil
  }
}

extension Decay {
  /// A decay as it is written in study files and options, such as `"gaussian:1200"`.
  ///
  /// - Parameters:
  ///   - text: The form with its parameters.
  ///   - limit: The cost above which the weight is 0; `nil` for none, or for the one in the text.
  /// - Throws: ``DecayError``.
  public init(_ text: String, limit: Double? = nil) throws(DecayError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? ""
    if name == "zones", parts.count == 2, let zones = DecayNotation.zones(parts[1]) {
      try self.init(.zones(zones), limit: limit)
      return
    }
    let numbers = parts.count == 1 ? [] : DecayNotation.numbers(parts[1], separator: ",")
    guard let numbers else { throw .unknown(text) }
    switch (name, numbers.count) {
    case ("step", 0...1): try self.init(.step, limit: limit ?? numbers.first)
    case ("linear", 0...1): try self.init(.linear, limit: limit ?? numbers.first)
    case ("truncated-gaussian", 0...1):
      try self.init(.truncatedGaussian, limit: limit ?? numbers.first)
    case ("gaussian", 1): try self.init(.gaussian(deviation: numbers[0]), limit: limit)
    case ("exponential", 1): try self.init(.exponential(rate: numbers[0]), limit: limit)
    case ("half-life", 1):
      guard numbers[0] > 0, numbers[0].isFinite else {
        throw .notPositive(parameter: "half-life", value: numbers[0])
      }
      try self.init(.exponential(rate: log(2) / numbers[0]), limit: limit)
    case ("power", 3):
      try self.init(
        .inversePower(exponent: numbers[0], scale: numbers[1], floor: numbers[2]), limit: limit)
    case ("logistic", 2):
      try self.init(.logistic(median: numbers[0], deviation: numbers[1]), limit: limit)
    case ("trapezoid", 1...2):
      try self.init(.trapezoid(full: numbers[0]), limit: limit ?? numbers.dropFirst().first)
    default: throw .unknown(text)
    }
  }
}

extension Decay {
  /// A decay that must end somewhere: at the limit given, else at the one in its text, else at
  /// another.
  init(_ text: String, limit: Double?, otherwise other: Double) throws(DecayError) {
    do {
      let decay = try Decay(text, limit: limit)
      self = try decay.limit == nil ? decay.limited(to: other) : decay
    } catch .noLimit {
      try self.init(text, limit: other)
    }
  }
}

extension Decay: CustomStringConvertible {
  /// The form as it is written in study files, without the limit of those that have one of their
  /// own beside it.
  public var description: String {
    let name = DecayNotation.name(of: shape)
    return switch shape {
    case .step, .truncatedGaussian, .linear: name
    case .zones(let zones):
      name + ":" + zones.map { "\($0.upTo)=\($0.weight)" }.joined(separator: ",")
    case .gaussian(let deviation): "\(name):\(deviation)"
    case .exponential(let rate): "\(name):\(rate)"
    case .inversePower(let exponent, let scale, let floor): "\(name):\(exponent),\(scale),\(floor)"
    case .logistic(let median, let deviation): "\(name):\(median),\(deviation)"
    case .trapezoid(let full): "\(name):\(full)"
    }
  }
}
