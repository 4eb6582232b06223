import CGEOS
public import SimpleFeatures

/// How much ground the areas of one division share with those of another.
///
/// A sparse table: of the *n* · *m* pairs only those that overlap are listed. Borders that are
/// meant to be the same but are drawn apart overlap in slivers; those are listed too.
public struct AreaOverlaps: Hashable, Sendable {
  /// A source and a target that share ground.
  public struct Pair: Hashable, Sendable {
    /// The source's index.
    public let source: Int
    /// The target's index.
    public let target: Int
    /// The area of the ground they share, in square metres; more than 0.
    public let area: Double
  }

  /// By source, then by target, both ascending.
  public let pairs: [Pair]

  /// The overlaps of every source with every target.
  ///
  /// Areas of the same division may overlap each other; the ground they share counts for each.
  ///
  /// - Parameters:
  ///   - sources: Valid areas.
  ///   - targets: Valid areas.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - Complexity: O((*n* + *k*) log *n*) in the number of corners *n*, those in the *k* pairs
  ///   whose borders cross counted again for every pair.
  public init(
    of sources: [MultiPolygon], with targets: [MultiPolygon]
  ) throws(GeometryEngineError) {
    let context = try GEOSContext()
    var prepared: [IndexedArea] = []
    prepared.reserveCapacity(targets.count)
    for target in targets { prepared.append(try IndexedArea(target, in: context)) }
    let index = try BoxIndex(prepared.map(\.geometry), in: context)
    var pairs: [Pair] = []
    for (number, shape) in sources.enumerated() {
      let source = try IndexedArea(shape, in: context)
      for target in index.search(source.geometry) {
        let area = try Self.sharedArea(source, prepared[target])
        if area > 0 { pairs.append(Pair(source: number, target: target, area: area)) }
      }
    }
    self.pairs = pairs
  }

  /// Most pairs lie inside one another or apart: only where borders cross is an overlay needed.
  private static func sharedArea(
    _ source: IndexedArea, _ target: IndexedArea
  ) throws(GeometryEngineError) -> Double {
    if try target.covers(source) { return try area(of: source.geometry) }
    if try source.covers(target) { return try area(of: target.geometry) }
    guard try source.intersects(target) else { return 0 }
    let shared = try unsafe source.geometry.applying("intersection") {
      unsafe GEOSIntersection_r($0, $1, target.geometry.handle)
    }
    return try area(of: shared)
  }

  /// The area of a geometry; of shared points and lines it is 0.
  private static func area(of geometry: GEOSGeometry) throws(GeometryEngineError) -> Double {
    var area = 0.0
    guard unsafe GEOSArea_r(geometry.context.handle, geometry.handle, &area) == 1 else {
      throw geometry.context.failure(of: "area")
    }
    return area
  }
}
