internal import GeometryEngine
public import Places
internal import SimpleFeatures

extension BoundaryCheck {
  /// Areas whose shapes have been mended, and what that changed.
  public struct Repairs: Hashable, Sendable {
    /// All areas, in the order in which they were given.
    public let areas: [Subject]
    /// What was changed: the largest change first, then by code.
    public let changes: [Change]
    /// The areas that could not be mended and are as they were, with the reasons, by code.
    public let failures: [Failure]

    /// How much a shape was changed.
    public struct Change: Hashable, Sendable {
      /// The area.
      public let code: AreaCode
      /// Its area before, in square metres, by its signed rings: a figure of eight counts as the
      /// difference of its loops.
      public let areaBefore: Double
      /// Its area afterwards, in square metres.
      public let areaAfter: Double

      /// How much larger it is now, in square metres.
      public var areaChange: Double { areaAfter - areaBefore }
    }

    /// An area that could not be mended.
    public struct Failure: Hashable, Sendable {
      /// The area.
      public let code: AreaCode
      /// Why not.
      public let reason: String
    }
  }

  /// Mends every shape that is not valid, by itself.
  ///
  /// Overlaps and gaps between areas are not closed, and may be a little larger afterwards: whose
  /// the ground is, only the owner of the data can say.
  ///
  /// - Complexity: O(*n* log *n*) in the number of corners.
  public func repairs(of areas: [Subject]) -> Repairs {
    let mending = Mending(limits: limits)
    var changes: [Repairs.Change] = []
    var failures: [Repairs.Failure] = []
    let mended = areas.map { subject in
      do {
        try mending.requireSimplicity(of: subject.shape)
        guard try Validity.of(subject.shape) != .valid else { return subject }
        let shape = try mending.mended(subject.shape)
        changes.append(
          Repairs.Change(
            code: subject.code, areaBefore: subject.shape.area, areaAfter: shape.area))
        return Subject(
          code: subject.code, name: subject.name, parent: subject.parent, shape: shape)
      } catch {
        failures.append(Repairs.Failure(code: subject.code, reason: "\(error)"))
        return subject
      }
    }
    changes.sort {
      (-abs($0.areaChange), $0.code, $0.areaAfter) < (-abs($1.areaChange), $1.code, $1.areaAfter)
    }
    failures.sort { ($0.code.description, $0.reason) < ($1.code.description, $1.reason) }
    return Repairs(areas: mended, changes: changes, failures: failures)
  }
}

/// Mends shapes, but none so tangled that it would take hours or all of the memory.
struct Mending {
  let limits: BoundaryCheck.Limits

  /// Why a shape was not mended.
  enum Refusal: Error, CustomStringConvertible {
    case tooFarOut
    case tooManyCrossings

    var description: String {
      switch self {
      case .tooFarOut: "it reaches farther than the Earth"
      case .tooManyCrossings: "its border is too tangled"
      }
    }
  }

  /// Refuses a large shape whose edges come so near each other, or cross so often, that even to
  /// find out whether it is valid takes too long.
  func requireSimplicity(of shape: MultiPolygon) throws(Refusal) {
    guard shape.firstCornerTooFarOut == nil else { throw .tooFarOut }
    guard shape.cornerCount > Self.cornersOfLargeShape else { return }
    try requireFewCrossings(in: shape)
  }

  private static let cornersOfLargeShape = 10_000

  private func requireFewCrossings(in shape: MultiPolygon) throws(Refusal) {
    let meetings = EdgeMeetings(BorderNetwork([shape]))
    guard meetings.count(limits: limits, where: { _, _ in true }) != nil else {
      throw .tooManyCrossings
    }
  }

  func mended(_ shape: MultiPolygon) throws -> MultiPolygon {
    try requireFewCrossings(in: shape)
    return try Repair.makeValid(shape).area
  }
}
