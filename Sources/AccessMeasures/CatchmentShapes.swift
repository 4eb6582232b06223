public import Catchments
internal import Foundation
public import GeometryEngine
public import Places
public import SimpleFeatures

/// The ground that organisations reach: discs, remits and declared areas of benefit.
///
/// For pictures and for shares of area. Who is inside is decided by distance, never by a drawing.
public struct CatchmentShapes: Sendable {
  private let data: StudyData
  private let rules: CatchmentRules

  /// The chords to a quarter of a drawn circle.
  private static let quadrantSegments = 16

  /// Shapes of a study.
  ///
  /// - Parameters:
  ///   - data: Areas and organisations.
  ///   - rules: How organisations reach places.
  public init(of data: StudyData, rules: CatchmentRules) {
    self.data = data
    self.rules = rules
  }

  /// The discs around an organisation's sites; none without a site known well enough, or where
  /// organisations do not reach by distance.
  public func discs(of organisation: Organisation) -> [Disc] {
    guard case .disc = rules.reach else { return [] }
    let radius = organisation.radius ?? rules.reach.typicalRadius
    return organisation.positions(knownAtLeast: rules.leastPrecision).map {
      Disc(centre: $0, radius: radius)
    }
  }

  /// The discs around an organisation's sites drawn as one shape, and their radius; `nil` for
  /// none.
  ///
  /// Each disc is drawn as a polygon of 64 sides within its circle, 0.16 % too small.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  public func drawnDiscs(
    of organisation: Organisation
  ) throws(GeometryEngineError) -> (shape: MultiPolygon, radius: Distance)? {
    let discs = discs(of: organisation)
    let polygons = discs.compactMap(polygon)
    guard let radius = discs.first?.radius, let first = polygons.first else { return nil }
    return (polygons.count > 1 ? try Overlay.union(polygons) : first, radius)
  }

  private func polygon(in disc: Disc) -> MultiPolygon? {
    let corners = (0..<4 * Self.quadrantSegments).map { step in
      let angle = Double(step) / Double(4 * Self.quadrantSegments) * 2 * Double.pi
      return Coordinate(
        x: disc.centre.x + disc.radius.metres * cos(angle),
        y: disc.centre.y + disc.radius.metres * sin(angle))
    }
    // A radius that vanishes beside the coordinates makes no ring.
    guard let ring = try? LinearRing(corners) else { return nil }
    return MultiPolygon([Polygon(exterior: ring)])
  }

  /// The areas of an organisation's remit together; `nil` for none, or where remits weigh nothing.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  public func remit(of organisation: Organisation) throws(GeometryEngineError) -> MultiPolygon? {
    guard rules.remitWeight > 0 else { return nil }
    switch organisation.remit {
    case .none: return nil
    case .everywhere: return data.outline
    case .areas(let codes):
      let shapes = codes.compactMap { code -> MultiPolygon? in
        if let ward = data.wards.index(of: code) { return data.wards.areas[ward].shape }
        guard let boroughs = data.boroughs else { return nil }
        return boroughs.index(of: code).map { boroughs.areas[$0].shape }
      }
      return shapes.count > 1 ? try Overlay.union(shapes) : shapes.first
    }
  }

  /// Everything an organisation reaches, its circles true.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  public func catchment(
    of organisation: Organisation
  ) throws(GeometryEngineError) -> GroundCoverage.Catchment {
    let shapes = [try remit(of: organisation), organisation.areaOfBenefit].compactMap(\.self)
    return GroundCoverage.Catchment(
      discs: discs(of: organisation),
      area: shapes.count > 1 ? try Overlay.union(shapes) : shapes.first ?? MultiPolygon([]))
  }
}
