internal import SimpleFeatures

/// Checks that areas make a map: that their shapes are sound, that they fit together without
/// overlaps and gaps, and that they lie in the areas above them.
///
/// Everything is found, located and measured, nothing is changed. A shape that is not valid is
/// reported and then measured as ``repairs(of:)`` would mend it, so that it does not leave a gap.
/// The results do not depend on the order of the areas.
///
/// - SeeAlso: OGC 06-103r4, *Simple feature access – Part 1: Common architecture*, 6.1.11.1, on
///   valid shapes.
public struct BoundaryCheck: Sendable {
  /// From which size on something is worth reporting.
  public let thresholds: Thresholds
  /// How much work is done before a step is cut short.
  public let limits: Limits

  /// A check with the given thresholds and limits.
  public init(thresholds: Thresholds = Thresholds(), limits: Limits = Limits()) {
    self.thresholds = thresholds
    self.limits = limits
  }

  /// What is wrong with the areas of one level.
  ///
  /// - Parameters:
  ///   - areas: The areas, in metres, in any order; codes may repeat and shapes be anything.
  ///   - parents: The areas of the level above; `nil` leaves out what they are needed for.
  /// - Returns: What was found, and whether the areas are a valid coverage.
  /// - Complexity: O((*n* + *k*) log *n*) in the number of corners *n*, those in the *k* pairs of
  ///   areas whose borders do not match counted again for every pair.
  public func report(on areas: [Subject], within parents: [Subject]? = nil) -> Report {
    var findings = Findings(thresholds: thresholds, limits: limits)
    let map = AreaMap(areas, &findings)
    map.checkParts(&findings)
    let network = BorderNetwork(map.shapes)
    let fit = CoverageFit(network, of: map, limits: limits)
    if !fit.isComplete { findings.cutShort(.borders) }
    let overlapping = map.measureOverlaps(fit, &findings)
    if fit.isComplete {
      map.findGaps(in: network, fit, &findings)
    } else {
      findings.cutShort(.gaps)
    }
    if let parents { map.compare(with: parents, overlapping, &findings) }
    let isKnown = map.isWhole && fit.isComplete
    let isValidCoverage = fit.mismatches.isEmpty ? (isKnown ? true : nil) : false
    return Report(findings, isValidCoverage: isValidCoverage)
  }
}
