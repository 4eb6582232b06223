internal import GeometryEngine
internal import Places
internal import SimpleFeatures

extension AreaMap {
  /// Measures the ground that areas share whose borders do not fit.
  ///
  /// - Returns: For each area the ground it shares with others, in square metres; ground shared
  ///   with two counts twice.
  func measureOverlaps(_ fit: CoverageFit, _ findings: inout Findings) -> [Int: Double] {
    var shared: [Int: Double] = [:]
    var corners = findings.limits.overlayCorners
    var comparisons = findings.limits.comparisons
    let cornerCounts = shapes.map(\.cornerCount)
    for mismatch in fit.mismatches {
      let (first, second) = (mismatch.first, mismatch.second)
      let codes = [subjects[first].code, subjects[second].code]
      corners -= cornerCounts[first] + cornerCounts[second]
      // Unless all crossings have been counted, there may be more of them than memory can take.
      if corners >= 0, !fit.isComplete {
        let limits = BoundaryCheck.Limits(
          comparisons: comparisons, crossings: findings.limits.crossings)
        let meetings = EdgeMeetings(BorderNetwork([shapes[first], shapes[second]]))
        comparisons -= meetings.count(limits: limits, where: !=)?.comparisons ?? comparisons
      }
      guard corners >= 0, comparisons > 0 else {
        findings.cutShort(.overlaps)
        break
      }
      let overlap: MultiPolygon
      do {
        overlap = try Overlay.intersection(shapes[first], shapes[second])
      } catch {
        findings.faults.append(.notMeasured(codes, reason: "\(error)"))
        continue
      }
      if let patch = BoundaryFault.Patch(overlap), patch.area > findings.thresholds.leastArea {
        findings.faults.append(.overlap(codes[0], codes[1], patch))
        shared[first, default: 0] += patch.area
        shared[second, default: 0] += patch.area
      } else {
        findings.faults.append(
          .unmatchedBorder(
            codes[0], codes[1], places: mismatch.places, first: mismatch.position))
      }
    }
    return shared
  }
}
