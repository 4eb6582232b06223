internal import Places
internal import SimpleFeatures

extension AreaMap {
  /// Reports parts that are slivers or tiny, and corners that are spikes.
  ///
  /// Shapes that had to be mended are passed over: their slivers may come of the mending.
  func checkParts(_ findings: inout Findings) {
    for (number, subject) in subjects.enumerated() where !mended.contains(number) {
      let shape = shapes[number]
      let area = shape.area
      let largest = shape.polygons.map(\.area).max() ?? 0
      var hasMetLargest = false
      for polygon in shape.polygons {
        guard let patch = BoundaryFault.Patch(MultiPolygon([polygon])) else { continue }
        let isLargest = !hasMetLargest && patch.area == largest
        if isLargest { hasMetLargest = true }
        if patch.width.metres < findings.thresholds.sliverWidth.metres {
          findings.faults.append(.sliver(subject.code, patch))
        } else if !isLargest, patch.area < findings.thresholds.tinyPartArea {
          findings.faults.append(.tinyPart(subject.code, patch, share: patch.area / area))
        }
      }
      checkSpikes(of: subject.code, shape, &findings)
    }
  }

  private func checkSpikes(
    of code: AreaCode, _ shape: MultiPolygon, _ findings: inout Findings
  ) {
    for polygon in shape.polygons {
      for (number, ring) in polygon.rings.enumerated() {
        let corners = ring.corners
        // A notch is a spike of the ground outside.
        let spikesTurnLeft = (ring.signedArea > 0) == (number == 0)
        for (index, corner) in corners.enumerated() {
          let spike = Spike(
            corners[(index + corners.count - 1) % corners.count], corner,
            corners[(index + 1) % corners.count])
          guard let spike, spike.length >= findings.thresholds.spikeLength.metres,
            spike.turnsLeft == spikesTurnLeft
          else { continue }
          findings.faults.append(.spike(code, at: corner, length: .metres(spike.length)))
        }
      }
    }
  }
}

/// A corner at which a border comes back at less than a degree from where it came.
private struct Spike {
  /// The length of the shorter edge.
  let length: Double
  let turnsLeft: Bool

  private static let sineOfOneDegree = 0.01745240643728351

  init?(_ before: Coordinate, _ corner: Coordinate, _ after: Coordinate) {
    let (ux, uy) = (before.x - corner.x, before.y - corner.y)
    let (vx, vy) = (after.x - corner.x, after.y - corner.y)
    let along = ux * vx + uy * vy
    let across = ux * vy - uy * vx
    let product = ((ux * ux + uy * uy) * (vx * vx + vy * vy)).squareRoot()
    guard along > 0, abs(across) < Self.sineOfOneDegree * product else { return nil }
    length = min(corner.distance(to: before).metres, corner.distance(to: after).metres)
    turnsLeft = across < 0
  }
}
