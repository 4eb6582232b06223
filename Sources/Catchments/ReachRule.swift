public import SimpleFeatures

/// Who is within reach of an organisation's site.
public enum ReachRule: Hashable, Sendable {
  /// Everyone within the radius, less with distance. Membership is by exact distance; polygons
  /// are for display only. An organisation's own radius, where known, stands before this one.
  case disc(radius: Distance, decay: Decay)
  /// For each place, its nearest organisations with equal weight; all that tie with the last.
  case nearest(count: Int)
  /// Nobody: an organisation acts through its remit and its area of benefit alone.
  case remitOnly
}

extension ReachRule {
  /// The rule of the published London results.
  public static let standard = ReachRule.disc(radius: standardRadius, decay: .truncatedGaussian)

  /// Half an hour on foot or a short ride; a judgement, not a finding.
  public static let standardRadius = Distance.kilometres(3)

  /// A disc with another radius or another decay; what is not given stays, or is the standard's
  /// where this rule is no disc.
  public func replacing(radius: Distance? = nil, decay: Decay? = nil) -> ReachRule {
    guard case .disc(let oldRadius, let oldDecay) = self else {
      return ReachRule.standard.replacing(radius: radius, decay: decay)
    }
    return .disc(radius: radius ?? oldRadius, decay: decay ?? oldDecay)
  }

  /// How far around a place its support is looked for: the radius, or the standard's where reach
  /// has none.
  public var typicalRadius: Distance {
    guard case .disc(let radius, _) = self else { return Self.standardRadius }
    return radius
  }
}
