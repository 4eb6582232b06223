internal import GeometryEngine
internal import Places
internal import SimpleFeatures
internal import SpatialIndex

extension AreaMap {
  /// Finds ground that no area covers: enclosed, or between borders that face each other.
  func findGaps(in network: BorderNetwork, _ fit: CoverageFit, _ findings: inout Findings) {
    let edges = OpenEdges(network)
    let gaps = enclosedGaps(between: edges, areNoded: fit.isNoded, &findings)
    let enclosed = AreaLocator(gaps)
    var comparisons = findings.limits.comparisons
    let strips = edges.strips(
      within: findings.thresholds.openGapWidth.metres, limit: &comparisons
    ) { position in
      enclosed.area(at: position) == nil && locator.area(at: position) == nil
    }
    if comparisons < 0 { findings.cutShort(.gaps) }
    for strip in strips {
      guard strip.area > findings.thresholds.leastArea else {
        findings.negligibleGaps += 1
        continue
      }
      findings.faults.append(
        .openGap(
          subjects[strip.first].code, subjects[strip.second].code, length: .metres(strip.length),
          BoundaryFault.Patch(
            area: strip.area, width: .metres(strip.area / strip.length), position: strip.position)))
    }
  }

  /// Reports the faces between the edges that no area covers.
  private func enclosedGaps(
    between edges: OpenEdges, areNoded: Bool, _ findings: inout Findings
  ) -> [MultiPolygon] {
    var gaps: [MultiPolygon] = []
    do {
      for face in try Linework.faces(of: edges.lines, areNoded: areNoded) {
        let shape = MultiPolygon([face])
        guard let patch = BoundaryFault.Patch(shape), locator.area(at: patch.position) == nil
        else { continue }
        gaps.append(shape)
        guard patch.area > findings.thresholds.leastArea else {
          findings.negligibleGaps += 1
          continue
        }
        let codes = edges.areas(around: shape).map { subjects[$0].code }
        findings.faults.append(
          codes.count == 1 ? .hole(codes[0], patch) : .gap(between: codes, patch))
      }
    } catch {
      findings.faults.append(.notMeasured([], reason: "\(error)"))
    }
    return gaps
  }
}
