public import GeometryEngine
public import SimpleFeatures

extension AreaCoverage {
  /// How often covered ground is covered on average: Σ area(C_j) ∕ area(∪ C_j), 1 without any
  /// overlap; `nil` where nothing is covered.
  public var overlapRatio: Double? {
    guard let covered = levels.first?.area, covered > 0 else { return nil }
    return catchments.reduce(0) { $0 + $1.area } / covered
  }

  /// The ground that one catchment covers and no other.
  ///
  /// The depth must be at least 2, or it is not known what is covered twice.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  public func coveredOnce() throws(GeometryEngineError) -> MultiPolygon {
    precondition(levels.count >= 2, "a depth of 2 tells what is covered once from the rest")
    return try Overlay.difference(levels[0], levels[1])
  }

  /// The area that each catchment alone covers, in square metres: `area(C_j \ ∪_{l≠j} C_l)`.
  ///
  /// That is its part of the ground covered once. So the areas add up to that of
  /// ``coveredOnce()``, and nothing is overlaid anew for each catchment but what lies around it.
  /// The depth must be at least 2.
  ///
  /// - Returns: One area per catchment, in their order; 0 for those that coincide.
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  /// - Complexity: O(*n*) overlays of small areas for *n* catchments.
  public func soleAreas() throws(GeometryEngineError) -> [Double] {
    let once = try coveredOnce().polygons
    var areas: [Double] = []
    for catchment in catchments {
      let near = once.filter { $0.exterior.bounds.intersects(catchment.bounds) }
      areas.append(try Overlay.intersection(MultiPolygon(near), catchment).area)
    }
    return areas
  }
}
