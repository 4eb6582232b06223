/// One outer ring and the holes in it.
public struct Polygon: Hashable, Sendable {
  /// The outer ring.
  public let exterior: LinearRing
  /// The rings cut out of it.
  public let holes: [LinearRing]

  /// A polygon from its rings; their direction does not matter.
  public init(exterior: LinearRing, holes: [LinearRing] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// All rings, the outer one first.
  public var rings: [LinearRing] { [exterior] + holes }

  /// The area in square metres, holes taken off.
  public var area: Double {
    abs(exterior.signedArea) - holes.reduce(0) { $0 + abs($1.signedArea) }
  }
}
