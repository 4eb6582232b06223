public import GeometryEngine
public import SimpleFeatures

/// The ground that catchments cover once, twice, and so on.
///
/// Built by overlay (GEOS), one catchment at a time: what was covered *k* − 1 times before and lies
/// in the next catchment is covered *k* times after. People are counted by ``Coverage``, from exact
/// distances; this is about area, where a disc may stand for its polygon.
public struct AreaCoverage: Sendable {
  /// `levels[k − 1]` is the ground that at least *k* catchments cover.
  public let levels: [MultiPolygon]

  let catchments: [MultiPolygon]

  /// The ground under catchments.
  ///
  /// - Parameters:
  ///   - catchments: Valid areas; they may overlap and coincide.
  ///   - depth: The largest *k* of interest, at least 1.
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  /// - Complexity: O(*depth* · *n*) overlays of *n* catchments.
  public init(of catchments: [MultiPolygon], depth: Int) throws(GeometryEngineError) {
    precondition(depth >= 1, "there is no ground covered fewer than once")
    var levels = [MultiPolygon](repeating: MultiPolygon([]), count: depth)
    for catchment in catchments {
      // From the deepest level up, so that each sees the one below it as it was before.
      for level in levels.indices.reversed() {
        let added =
          level == 0 ? catchment : try Overlay.intersection(levels[level - 1], catchment)
        levels[level] = try Overlay.union([levels[level], added])
      }
    }
    self.levels = levels
    self.catchments = catchments
  }

  /// The share of an area that at least `count` catchments cover, 0…1; 0 beyond the depth.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  public func share(
    of area: MultiPolygon, coveredAtLeast count: Int
  ) throws(GeometryEngineError) -> Double {
    guard count > 0 else { return 1 }
    guard count <= levels.count, area.area > 0 else { return 0 }
    return try Overlay.intersection(levels[count - 1], area).area / area.area
  }
}
