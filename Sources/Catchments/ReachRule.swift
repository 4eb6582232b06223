public import SimpleFeatures

/// Who is within reach of an organisation's sites.
public enum ReachRule: Hashable, Sendable {
  /// Everyone up to the decay's limit in metres, less with distance. Membership is by exact
  /// distance; polygons are for display only. An organisation with a radius of its own reaches as
  /// far as that, and its decay is stretched alike.
  case disc(Decay)
  /// For each place, its nearest organisations with equal weight; all that tie with the last.
  case nearest(count: Int)
  /// Nobody: an organisation acts through its remit and its area of benefit alone.
  case remitOnly
}

extension ReachRule {
  /// The rule of the published London results.
  public static let standard = ReachRule.disc(
    .truncatedGaussian(limit: standardRadius.metres))

  /// Half an hour on foot or a short ride; a judgement, not a finding.
  public static let standardRadius = Distance.kilometres(3)

  /// A disc with a decay of a form that fits its radius.
  public static func disc(radius: Distance, decay: Decay.Shape) -> ReachRule {
    .disc(Decay(sound: decay, limit: radius.metres))
  }

  /// A disc with another radius or another decay; what is not given stays, or is the standard's
  /// where this rule is no disc.
  ///
  /// - Parameters:
  ///   - radius: The new radius. Without it, a decay keeps the limit that its text names.
  ///   - decay: A decay as it is written in study files, such as `"gaussian:1200"`.
  /// - Returns: A disc.
  /// - Throws: ``DecayError``.
  public func replacing(
    radius: Distance? = nil, decay: String? = nil
  ) throws(DecayError) -> ReachRule {
    guard case .disc(let current) = self else {
      return try ReachRule.standard.replacing(radius: radius, decay: decay)
    }
    guard let decay else {
      return .disc(
        try radius.map { (radius) throws(DecayError) in
          try current.limited(to: radius.metres)
        } ?? current)
    }
    return .disc(
      try Decay(decay, limit: radius?.metres, otherwise: typicalRadius.metres))
  }

  /// How far around a place its support is looked for: the radius, or the standard's where reach
  /// has none.
  public var typicalRadius: Distance {
    guard case .disc(let decay) = self, let limit = decay.limit else { return Self.standardRadius }
    return .metres(limit)
  }
}
