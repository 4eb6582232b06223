internal import Places
public import SimpleFeatures

extension BoundaryCheck {
  /// What was found out about a set of areas.
  public struct Report: Hashable, Sendable {
    /// The faults: kind by kind, the largest first, then by code.
    public let faults: [BoundaryFault]
    /// Whether the areas are a valid coverage: no two of them share ground, and where borders meet
    /// they have the same corners and edges.
    ///
    /// Gaps do not count, nor do shapes that are not valid by themselves: these are judged as they
    /// would be mended. `nil` if it could not be found out, because a step was cut short or a
    /// shape left out.
    ///
    /// - SeeAlso: M. Davis, `CoverageValidator`, JTS Topology Suite 1.20, ported in GEOS 3.12.
    public let isValidCoverage: Bool?
    /// The width below which parts, overlaps and gaps are slivers.
    public let sliverWidth: Distance
    /// How many gaps are too small to be listed.
    public let negligibleGaps: Int
    /// The steps that would have taken too long; their faults are not all listed.
    public let stepsCutShort: [Step]

    /// A step of the check.
    public enum Step: String, Hashable, Sendable, CaseIterable {
      /// Comparing borders with borders.
      case borders
      /// Measuring overlaps.
      case overlaps
      /// Finding gaps.
      case gaps
      /// Comparing areas with the level above.
      case parents
    }

    /// The parts, overlaps and gaps that are narrower than a sliver may be, in the order of
    /// ``faults``.
    public var slivers: [BoundaryFault] {
      faults.filter { fault in
        guard let patch = fault.patch else { return false }
        switch fault.kind {
        case .sliver, .overlap, .gap, .hole, .openGap:
          return patch.width.metres < sliverWidth.metres
        default: return false
        }
      }
    }

    /// How many faults there are of a kind.
    public func count(of kind: BoundaryFault.Kind) -> Int {
      faults.count { $0.kind == kind }
    }
  }
}

extension BoundaryCheck.Report {
  init(_ findings: Findings, isValidCoverage: Bool?) {
    let ranks = Dictionary(
      uniqueKeysWithValues: BoundaryFault.Kind.allCases.enumerated().map { ($1, $0) })
    faults = findings.faults.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      if left.kind != right.kind {
        return ranks[left.kind, default: 0] < ranks[right.kind, default: 0]
      }
      if left.size != right.size { return left.size > right.size }
      if left.codes != right.codes { return left.codes.lexicographicallyPrecedes(right.codes) }
      let (here, there) = (left.position, right.position)
      if here != there { return (here?.x ?? 0, here?.y ?? 0) < (there?.x ?? 0, there?.y ?? 0) }
      return one.offset < other.offset
    }.map(\.element)
    sliverWidth = findings.thresholds.sliverWidth
    negligibleGaps = findings.negligibleGaps
    stepsCutShort = Step.allCases.filter(findings.stepsCutShort.contains)
    self.isValidCoverage = isValidCoverage
  }
}

extension BoundaryFault {
  /// What faults of one kind are sorted by.
  fileprivate var size: Double {
    switch self {
    case .duplicateCode(_, let count), .repeatedCorners(_, let count, _),
      .unmatchedBorder(_, _, let count, _):
      Double(count)
    case .spike(_, _, let length): length.metres
    default: patch?.area ?? 0
    }
  }
}

/// The faults found so far.
struct Findings {
  let thresholds: BoundaryCheck.Thresholds
  let limits: BoundaryCheck.Limits
  var faults: [BoundaryFault] = []
  var negligibleGaps = 0
  private(set) var stepsCutShort: Set<BoundaryCheck.Report.Step> = []

  init(thresholds: BoundaryCheck.Thresholds, limits: BoundaryCheck.Limits) {
    self.thresholds = thresholds
    self.limits = limits
  }

  mutating func cutShort(_ step: BoundaryCheck.Report.Step) { stepsCutShort.insert(step) }
}
