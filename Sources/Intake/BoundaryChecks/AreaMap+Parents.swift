internal import GeometryEngine
internal import Places
internal import SimpleFeatures

extension AreaMap {
  /// Compares each area with the one above it, and the ones above with all below them.
  ///
  /// What is wrong with the areas above by themselves is not reported; one without a shape is not
  /// compared.
  ///
  /// - Parameters:
  ///   - parents: The areas above.
  ///   - overlapping: The ground each area shares with others, in square metres.
  ///   - findings: Where the faults go.
  func compare(
    with parents: [BoundaryCheck.Subject], _ overlapping: [Int: Double],
    _ findings: inout Findings
  ) {
    var unreported = Findings(thresholds: findings.thresholds, limits: findings.limits)
    let above = AreaMap(parents, &unreported)
    var numbers: [AreaCode: Int] = [:]
    for (number, parent) in above.subjects.enumerated() where numbers[parent.code] == nil {
      numbers[parent.code] = number
    }
    var children: [Int: [Int]] = [:]
    for (child, subject) in subjects.enumerated() {
      guard let parent = subject.parent else { continue }
      if let number = numbers[parent] {
        children[number, default: []].append(child)
      } else {
        findings.faults.append(.unknownParent(subject.code, parent: parent))
      }
    }
    guard areSimple(children, above, findings.limits) else {
      findings.cutShort(.parents)
      return
    }
    var corners = findings.limits.overlayCorners
    for number in numbers.values.sorted() {
      guard !above.shapes[number].polygons.isEmpty else {
        findings.faults.append(
          .notMeasured([above.subjects[number].code], reason: "it has no shape that can be used"))
        continue
      }
      let family = Family(
        parent: above.shapes[number], code: above.subjects[number].code,
        children: children[number] ?? [])
      // Children well inside need no overlay: about one in eight is taken to.
      corners -= family.parent.cornerCount * (1 + family.children.count / 8)
      for child in family.children { corners -= shapes[child].cornerCount }
      guard corners >= 0 else {
        findings.cutShort(.parents)
        return
      }
      do {
        try compare(family, overlapping, &findings)
      } catch {
        findings.faults.append(.notMeasured([family.code], reason: "\(error)"))
      }
    }
  }

  /// Whether the borders of areas cross those of the areas above them a reasonable number of times.
  private func areSimple(
    _ children: [Int: [Int]], _ above: AreaMap, _ limits: BoundaryCheck.Limits
  ) -> Bool {
    var parents: [Int?] = Array(repeating: nil, count: shapes.count)
    for (parent, children) in children {
      for child in children { parents[child] = shapes.count + parent }
    }
    let meetings = EdgeMeetings(BorderNetwork(shapes + above.shapes))
    return meetings.count(limits: limits) { one, other in
      let (child, parent) = (min(one, other), max(one, other))
      return child < parents.count && parents[child] == parent
    } != nil
  }

  /// An area and those below it, by their numbers.
  private struct Family {
    let parent: MultiPolygon
    let code: AreaCode
    let children: [Int]
  }

  private func compare(
    _ family: Family, _ overlapping: [Int: Double], _ findings: inout Findings
  ) throws(GeometryEngineError) {
    let overlaps = try AreaOverlaps(
      of: family.children.map { shapes[$0] }, with: [family.parent])
    var inside = Array(repeating: 0.0, count: family.children.count)
    for pair in overlaps.pairs { inside[pair.source] = pair.area }
    for (child, inside) in zip(family.children, inside) {
      let area = shapes[child].area
      guard findings.isWorthReporting(area - inside, of: area) else { continue }
      let outside = try Overlay.difference(shapes[child], family.parent)
      guard let patch = BoundaryFault.Patch(outside) else { continue }
      findings.faults.append(
        .outsideParent(subjects[child].code, parent: family.code, patch, share: patch.area / area))
    }
    // Ground that children share was counted more than once, so this much may be uncovered.
    let counted = family.children.reduce(0) { $0 + (overlapping[$1] ?? 0) }
    let area = family.parent.area
    guard findings.isWorthReporting(area - inside.reduce(0, +) + counted, of: area) else { return }
    let uncovered = try Overlay.difference(
      family.parent, Overlay.union(family.children.map { shapes[$0] }))
    guard let patch = BoundaryFault.Patch(uncovered),
      findings.isWorthReporting(patch.area, of: area)
    else { return }
    findings.faults.append(.uncoveredParent(family.code, patch, share: patch.area / area))
  }
}

extension Findings {
  /// Whether a part of an area is large enough, by itself and as a share.
  fileprivate func isWorthReporting(_ part: Double, of area: Double) -> Bool {
    part > thresholds.outsideArea && part > thresholds.outsideShare * area
  }
}
