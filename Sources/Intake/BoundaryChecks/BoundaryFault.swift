public import Places
public import SimpleFeatures

/// Something that is wrong with a set of areas.
///
/// Where two areas are named, the one with the lower code comes first.
public enum BoundaryFault: Hashable, Sendable {
  /// Several areas have this code.
  case duplicateCode(AreaCode, count: Int)
  /// The area has no shape, or an empty one.
  case missingShape(AreaCode)
  /// A ring, counted from 0 through the whole area, is none and was left out.
  case unusableRing(AreaCode, ring: Int, reason: GeometryError)
  /// A corner is farther from the origin than anything on the Earth; the area was left out.
  case tooFarOut(AreaCode, at: Coordinate)
  /// The shape is not valid, for this reason in GEOS's words; there may be more reasons.
  case invalidShape(AreaCode, reason: String, at: Coordinate)
  /// Positions are the same as the one before them.
  case repeatedCorners(AreaCode, count: Int, first: Coordinate)
  /// The border goes out to this corner and comes straight back.
  case spike(AreaCode, at: Coordinate, length: Distance)
  /// A part, or the whole area if it has one part, is narrower than a sliver may be.
  case sliver(AreaCode, Patch)
  /// A part is apart from the largest one and tiny: this share of the area.
  case tinyPart(AreaCode, Patch, share: Double)
  /// Two areas share ground.
  case overlap(AreaCode, AreaCode, Patch)
  /// The borders of two areas cross, or have corners the other lacks, but the areas share no
  /// ground worth mentioning.
  case unmatchedBorder(AreaCode, AreaCode, places: Int, first: Coordinate)
  /// Ground that no area covers is enclosed between areas.
  case gap(between: [AreaCode], Patch)
  /// A hole in one area that no other area fills: meant, for a lake or an enclave, or an area is
  /// missing.
  case hole(AreaCode, Patch)
  /// The borders of two areas run side by side over this length with nothing between them.
  case openGap(AreaCode, AreaCode, length: Distance, Patch)
  /// No area of the level above has the code that the area names.
  case unknownParent(AreaCode, parent: AreaCode)
  /// Ground of the area, this share of it, lies outside the area above it.
  case outsideParent(AreaCode, parent: AreaCode, Patch, share: Double)
  /// Ground of an area, this share of it, is covered by none of those below it.
  case uncoveredParent(AreaCode, Patch, share: Double)
  /// The geometry library could not compare these areas.
  case notMeasured([AreaCode], reason: String)

  /// A piece of ground, or several pieces taken together.
  public struct Patch: Hashable, Sendable {
    /// Its area in square metres.
    public let area: Double
    /// Twice its area divided by the length of its border: of a long strip, its width.
    public let width: Distance
    /// A position in it, in its largest piece.
    public let position: Coordinate

    /// A piece of ground from its measures.
    public init(area: Double, width: Distance, position: Coordinate) {
      self.area = area
      self.width = width
      self.position = position
    }
  }
}

extension BoundaryFault {
  /// What kind of fault it is, in the order in which reports list them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// See ``BoundaryFault/duplicateCode(_:count:)``.
    case duplicateCode = "duplicate-code"
    /// See ``BoundaryFault/missingShape(_:)``.
    case missingShape = "missing-shape"
    /// See ``BoundaryFault/unusableRing(_:ring:reason:)``.
    case unusableRing = "unusable-ring"
    /// See ``BoundaryFault/tooFarOut(_:at:)``.
    case tooFarOut = "too-far-out"
    /// See ``BoundaryFault/invalidShape(_:reason:at:)``.
    case invalidShape = "invalid-shape"
    /// See ``BoundaryFault/overlap(_:_:_:)``.
    case overlap
    /// See ``BoundaryFault/gap(between:_:)``.
    case gap
    /// See ``BoundaryFault/hole(_:_:)``.
    case hole
    /// See ``BoundaryFault/openGap(_:_:length:_:)``.
    case openGap = "open-gap"
    /// See ``BoundaryFault/unmatchedBorder(_:_:places:first:)``.
    case unmatchedBorder = "unmatched-border"
    /// See ``BoundaryFault/sliver(_:_:)``.
    case sliver
    /// See ``BoundaryFault/tinyPart(_:_:share:)``.
    case tinyPart = "tiny-part"
    /// See ``BoundaryFault/spike(_:at:length:)``.
    case spike
    /// See ``BoundaryFault/repeatedCorners(_:count:first:)``.
    case repeatedCorners = "repeated-corners"
    /// See ``BoundaryFault/unknownParent(_:parent:)``.
    case unknownParent = "unknown-parent"
    /// See ``BoundaryFault/outsideParent(_:parent:_:share:)``.
    case outsideParent = "outside-parent"
    /// See ``BoundaryFault/uncoveredParent(_:_:share:)``.
    case uncoveredParent = "uncovered-parent"
    /// See ``BoundaryFault/notMeasured(_:reason:)``.
    case notMeasured = "not-measured"
  }

  /// What kind of fault it is.
  public var kind: Kind {
    switch self {
    case .duplicateCode: .duplicateCode
    case .missingShape: .missingShape
    case .unusableRing: .unusableRing
    case .tooFarOut: .tooFarOut
    case .invalidShape: .invalidShape
    case .repeatedCorners: .repeatedCorners
    case .spike: .spike
    case .sliver: .sliver
    case .tinyPart: .tinyPart
    case .overlap: .overlap
    case .unmatchedBorder: .unmatchedBorder
    case .gap: .gap
    case .hole: .hole
    case .openGap: .openGap
    case .unknownParent: .unknownParent
    case .outsideParent: .outsideParent
    case .uncoveredParent: .uncoveredParent
    case .notMeasured: .notMeasured
    }
  }

  /// The areas it is about, the parent last.
  public var codes: [AreaCode] {
    switch self {
    case .duplicateCode(let code, _), .missingShape(let code), .unusableRing(let code, _, _),
      .tooFarOut(let code, _), .invalidShape(let code, _, _), .repeatedCorners(let code, _, _),
      .spike(let code, _, _), .sliver(let code, _), .tinyPart(let code, _, _),
      .hole(let code, _), .uncoveredParent(let code, _, _):
      [code]
    case .overlap(let first, let second, _), .unmatchedBorder(let first, let second, _, _),
      .openGap(let first, let second, _, _), .unknownParent(let first, let second),
      .outsideParent(let first, let second, _, _):
      [first, second]
    case .gap(let codes, _), .notMeasured(let codes, _): codes
    }
  }

  /// The ground it is about, if that has an area.
  public var patch: Patch? {
    switch self {
    case .sliver(_, let patch), .tinyPart(_, let patch, _), .overlap(_, _, let patch),
      .gap(_, let patch), .hole(_, let patch), .openGap(_, _, _, let patch),
      .outsideParent(_, _, let patch, _), .uncoveredParent(_, let patch, _):
      patch
    case .duplicateCode, .missingShape, .unusableRing, .tooFarOut, .invalidShape,
      .repeatedCorners, .spike, .unmatchedBorder, .unknownParent, .notMeasured:
      nil
    }
  }

  /// Where it is, in metres; `nil` where there is no place.
  public var position: Coordinate? {
    switch self {
    case .tooFarOut(_, let position), .invalidShape(_, _, let position),
      .repeatedCorners(_, _, let position), .spike(_, let position, _),
      .unmatchedBorder(_, _, _, let position):
      position
    case .duplicateCode, .missingShape, .unusableRing, .unknownParent, .notMeasured: nil
    case .sliver, .tinyPart, .overlap, .gap, .hole, .openGap, .outsideParent, .uncoveredParent:
      patch?.position
    }
  }
}
