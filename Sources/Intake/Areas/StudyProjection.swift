public import GeometryEngine
public import SimpleFeatures

/// Brings positions from the systems of the input files into the study's metric system.
///
/// Making a transform is slow, so one is kept per source system. Not `Sendable`: PROJ
/// handles belong to one task.
public final class StudyProjection {
  /// The study's reference system, in metres.
  public let target: ReferenceSystem

  private var transforms: [ReferenceSystem: CoordinateTransform] = [:]

  /// A projection into a metric system.
  ///
  /// - Throws: `GeometryEngineError` when the system is unknown or not in metres.
  public init(to target: ReferenceSystem) throws(GeometryEngineError) {
    try target.requireMetric()
    self.target = target
  }

  /// The transform from a source system, made on first use.
  public func transform(from source: ReferenceSystem) throws(GeometryEngineError)
    -> CoordinateTransform
  {
    if let transform = transforms[source] { return transform }
    let transform = try CoordinateTransform(from: source, to: target)
    transforms[source] = transform
    return transform
  }

  /// Positions in the study's system, in the order given.
  ///
  /// - Parameters:
  ///   - x: Longitudes or eastings.
  ///   - y: Latitudes or northings, one per easting.
  ///   - source: The system they are in.
  /// - Returns: One position per easting.
  /// - Throws: `GeometryEngineError` for a position outside the domain of either system.
  public func coordinates(
    x: [Double], y: [Double], from source: ReferenceSystem
  ) throws(GeometryEngineError) -> [Coordinate] {
    var (x, y) = (x, y)
    if source != target {
      try transform(from: source).apply(x: &x, y: &y, direction: .forward)
    }
    return zip(x, y).map { Coordinate(x: $0, y: $1) }
  }
}
