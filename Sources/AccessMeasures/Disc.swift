public import SimpleFeatures

/// The ground within a distance of a site, its edge included.
public struct Disc: Hashable, Sendable {
  /// The site.
  public let centre: Coordinate
  /// How far it reaches; a disc of radius 0 or less covers no ground.
  public let radius: Distance

  /// The ground within a distance of a site.
  ///
  /// - Parameters:
  ///   - centre: A finite position.
  ///   - radius: A finite length.
  public init(centre: Coordinate, radius: Distance) {
    precondition(centre.isFinite && radius.metres.isFinite, "a disc has a place and a size")
    self.centre = centre
    self.radius = radius
  }
}
