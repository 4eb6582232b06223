/// Why parameters do not make a decay.
public enum DecayError: Error, Hashable, Sendable {
  /// The parameter must be a finite number above 0.
  case notPositive(parameter: String, value: Double)
  /// A form that ends somewhere was not told where.
  case noLimit(form: String)
  /// The bounds of zones must rise and their weights must not; weights are 0…1.
  case zonesOutOfOrder
  /// A trapezoid must stop being full before it is 0.
  case fullBeyondLimit(full: Double, limit: Double)
  /// No form has this name, or it has other parameters.
  case unknown(String)
}

extension DecayError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .notPositive(let parameter, let value):
      "the \(parameter) of a decay is a finite number above 0, not \(value)"
    case .noLimit(let form): "the decay \"\(form)\" needs a limit"
    case .zonesOutOfOrder: "the bounds of zones rise, and their weights fall from at most 1 to 0"
    case .fullBeyondLimit(let full, let limit):
      "a trapezoid that is full up to \(full) cannot end at \(limit)"
    case .unknown(let text): "\"\(text)\" is no decay; \(DecayNotation.forms) are"
    }
  }
}

extension Decay {
  /// What is wrong with the parameters, if anything.
  var defect: DecayError? {
    var defects: [DecayError?] = [limit.flatMap { Self.positive($0, "limit") }]
    switch shape {
    case .step, .truncatedGaussian, .linear: defects.append(noLimit)
    // Before the limit, which is the last bound.
    case .zones(let zones): defects.insert(Self.defect(of: zones), at: 0)
    case .gaussian(let deviation): defects.append(Self.positive(deviation, "deviation"))
    case .exponential(let rate): defects.append(Self.positive(rate, "rate"))
    case .inversePower(let exponent, let scale, let floor):
      defects += [
        Self.positive(exponent, "exponent"), Self.positive(scale, "scale"),
        Self.positive(floor, "floor"),
        // Far apart, they make a weight that no number holds.
        Self.positive(Decay(unchecked: shape, limit: nil).weightAtZero, "weight at 0"),
      ]
    case .logistic(let median, let deviation):
      defects += [Self.positive(median, "median"), Self.positive(deviation, "deviation")]
    case .trapezoid(let full):
      defects += [full == 0 ? nil : Self.positive(full, "full part"), noLimit]
      if let limit, full >= limit { defects.append(.fullBeyondLimit(full: full, limit: limit)) }
    }
    return defects.compactMap(\.self).first
  }

  private var noLimit: DecayError? {
    limit == nil ? .noLimit(form: DecayNotation.name(of: shape)) : nil
  }

  private static func positive(_ value: Double, _ parameter: String) -> DecayError? {
    value > 0 && value.isFinite ? nil : .notPositive(parameter: parameter, value: value)
  }

  private static func defect(of zones: [Zone]) -> DecayError? {
    var (bound, weight) = (0.0, 1.0)
    for zone in zones {
      guard zone.upTo > bound, zone.upTo.isFinite, zone.weight >= 0, zone.weight <= weight else {
        return .zonesOutOfOrder
      }
      (bound, weight) = (zone.upTo, zone.weight)
    }
    return zones.isEmpty || zones[0].weight == 0 ? .zonesOutOfOrder : nil
  }
}
