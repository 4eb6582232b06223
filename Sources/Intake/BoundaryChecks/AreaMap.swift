internal import GeometryEngine
internal import SimpleFeatures
internal import SpatialIndex

/// The areas of one level, each with a valid shape to be measured by.
struct AreaMap {
  /// In an order that does not depend on the file.
  let subjects: [BoundaryCheck.Subject]
  /// Their shapes, mended where they were not valid; empty where there is none to measure.
  let shapes: [MultiPolygon]
  /// The areas whose shape had to be mended.
  let mended: Set<Int>
  /// Whether no shape, nor a part of one, had to be left out.
  let isWhole: Bool
  /// Finds the area at a position.
  let locator: AreaLocator

  /// Sorts the areas, and reports what is wrong with each by itself.
  init(_ areas: [BoundaryCheck.Subject], _ findings: inout Findings) {
    subjects = areas.sorted(by: BoundaryCheck.Subject.inOrder)
    var shapes: [MultiPolygon] = []
    var isWhole = true
    var mended: Set<Int> = []
    for (number, subject) in subjects.enumerated() {
      let faults = findings.faults.count
      Self.checkRings(of: subject, &findings)
      shapes.append(Self.measurable(subject, &findings))
      for fault in findings.faults[faults...] {
        if fault.leavesOut { isWhole = false }
        if fault.kind == .invalidShape { mended.insert(number) }
      }
    }
    for (code, same) in Dictionary(grouping: subjects, by: \.code) where same.count > 1 {
      findings.faults.append(.duplicateCode(code, count: same.count))
    }
    self.shapes = shapes
    self.mended = mended
    self.isWhole = isWhole
    locator = AreaLocator(shapes)
  }

  private static func checkRings(
    of subject: BoundaryCheck.Subject, _ findings: inout Findings
  ) {
    for ring in subject.unusableRings {
      findings.faults.append(.unusableRing(subject.code, ring: ring.ring, reason: ring.reason))
    }
    if let first = subject.repeatedCorners.first {
      findings.faults.append(
        .repeatedCorners(subject.code, count: subject.repeatedCorners.count, first: first))
    }
    if subject.shape.polygons.isEmpty { findings.faults.append(.missingShape(subject.code)) }
  }

  private static func measurable(
    _ subject: BoundaryCheck.Subject, _ findings: inout Findings
  ) -> MultiPolygon {
    if let far = subject.shape.firstCornerTooFarOut {
      findings.faults.append(.tooFarOut(subject.code, at: far))
      return MultiPolygon([])
    }
    do {
      let mending = Mending(limits: findings.limits)
      try mending.requireSimplicity(of: subject.shape)
      guard case .invalid(let reason, let position) = try Validity.of(subject.shape) else {
        return subject.shape
      }
      findings.faults.append(.invalidShape(subject.code, reason: reason, at: position))
      return try mending.mended(subject.shape)
    } catch {
      findings.faults.append(.notMeasured([subject.code], reason: "\(error)"))
      return MultiPolygon([])
    }
  }
}

extension MultiPolygon {
  /// No place on the Earth is as far as this from the origin of a system in metres.
  private static let farthest = 1e8

  /// The first corner that is nowhere on the Earth; `nil` if there is none.
  var firstCornerTooFarOut: Coordinate? {
    rings.lazy.flatMap(\.corners).first { max(abs($0.x), abs($0.y)) > Self.farthest }
  }
}

extension BoundaryFault {
  /// Whether the area, or a part of it, cannot be looked at any further.
  fileprivate var leavesOut: Bool {
    switch kind {
    case .unusableRing, .tooFarOut, .notMeasured: true
    default: false
    }
  }
}

extension BoundaryFault.Patch {
  /// The measures of a shape; `nil` if it has no area.
  init?(_ shape: MultiPolygon) {
    let area = shape.area
    guard area > 0, let largest = shape.polygons.max(by: { $0.area < $1.area }) else { return nil }
    let perimeter = shape.rings.reduce(0) { $0 + $1.perimeter }
    let inside = (try? InteriorPosition.of(MultiPolygon([largest]))) ?? nil
    self.init(
      area: area, width: .metres(2 * area / perimeter),
      position: inside ?? largest.exterior.corners[0])
  }
}

extension LinearRing {
  /// The length of all edges, in metres.
  fileprivate var perimeter: Double {
    var length = 0.0
    var previous = corners[corners.count - 1]
    for corner in corners {
      length += previous.distance(to: corner).metres
      previous = corner
    }
    return length
  }
}
