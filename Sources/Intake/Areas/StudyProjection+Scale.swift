internal import Foundation
public import GeometryEngine
public import SimpleFeatures

extension StudyProjection {
  /// How much longer a metre on the ground is on the plane of the study, northwards and eastwards.
  ///
  /// 1 for a true map. Measured on the ellipsoid of WGS 84 over a hundredth of a degree, from its
  /// radii of curvature: `M = a(1−e²)/(1−e²sin²φ)^{3/2}`, `N = a/√(1−e²sin²φ)`.
  ///
  /// - Parameter position: Where to measure, in the study's system.
  /// - Returns: Metres on the plane per metre on the ground, in each direction.
  /// - Throws: `GeometryEngineError` for a position outside the domain of the system.
  /// - SeeAlso: J. P. Snyder, *Map Projections: A Working Manual*, USGS Professional Paper 1395,
  ///   1987, 24–25.
  public func scale(
    at position: Coordinate
  ) throws(GeometryEngineError) -> (north: Double, east: Double) {
    let transform = try transform(from: .wgs84)
    let middle = try transform.lonLat(of: position)
    let step = 0.005
    func ground(_ east: Double, _ north: Double) -> LonLat {
      LonLat(longitude: middle.longitude + east, latitude: middle.latitude + north)
    }
    let plane = try transform.coordinates(
      of: [ground(0, -step), ground(0, step), ground(-step, 0), ground(step, 0)])
    let (a, eSquared) = (6_378_137.0, 0.006_694_379_990_141_3)
    let phi = middle.latitude * .pi / 180
    let curvature = 1 - eSquared * sin(phi) * sin(phi)
    let meridian = a * (1 - eSquared) / pow(curvature, 1.5)
    let parallel = a / curvature.squareRoot() * cos(phi)
    let angle = 2 * step * .pi / 180
    return (
      north: plane[0].distance(to: plane[1]).metres / (meridian * angle),
      east: plane[2].distance(to: plane[3]).metres / (parallel * angle)
    )
  }

  /// Refuses a map on which distances are not metres on the ground.
  ///
  /// - Parameters:
  ///   - position: The middle of the study.
  ///   - file: The study's file, for messages.
  /// - Throws: ``IntakeError/referenceSystem(file:reason:)`` where a metre is off by more than 1 %.
  public func requireTrueScale(at position: Coordinate, file: String) throws {
    let scale = try scale(at: position)
    for factor in [scale.north, scale.east] where !(0.99...1.01).contains(factor) {
      let shown = (factor * 1000).rounded() / 1000
      throw IntakeError.referenceSystem(
        file: file,
        reason: "on the map of \(target), a metre on the ground is \(shown) m at the middle of the "
          + "study, so that distances would be wrong.")
    }
  }

  /// Refuses a study across the 180° meridian: its shapes would be drawn round the Earth.
  ///
  /// - Parameters:
  ///   - bounds: The rectangle around the areas, in the study's system.
  ///   - margin: How far around it something may be drawn.
  ///   - file: The study's file, for messages.
  /// - Throws: ``IntakeError/referenceSystem(file:reason:)``.
  public func requireOneSideOfMeridian(
    _ bounds: BoundingBox, margin: Distance, file: String
  ) throws {
    let xs = [bounds.minX - margin.metres, bounds.centre.x, bounds.maxX + margin.metres]
    let middle = try transform(from: .wgs84).lonLats(
      of: xs.map { Coordinate(x: $0, y: bounds.centre.y) })
    let longitudes = middle.map(\.longitude)
    guard let west = longitudes.min(), let east = longitudes.max(), east - west > 180 else {
      return
    }
    throw IntakeError.referenceSystem(
      file: file,
      reason: "the study or what is drawn around it reaches across the 180° meridian, which cannot "
        + "be mapped yet.")
  }
}
