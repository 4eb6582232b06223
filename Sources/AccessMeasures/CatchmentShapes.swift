public import Catchments
internal import Foundation
public import GeometryEngine
public import Places
public import SimpleFeatures

/// The ground that organisations reach, drawn: discs, remits and declared areas of benefit.
///
/// For pictures and for shares of area. Who is inside is decided by distance, never by a drawing.
public struct CatchmentShapes: Sendable {
  private let data: StudyData
  private let rules: CatchmentRules
  private let quadrantSegments: Int

  /// Shapes of a study.
  ///
  /// - Parameters:
  ///   - data: Areas and organisations.
  ///   - rules: How organisations reach places.
  ///   - quadrantSegments: The chords to a quarter of a circle; discs are polygons inside their
  ///     circles, with 16 of them 0.16 % too small, with 64 0.01 %.
  public init(of data: StudyData, rules: CatchmentRules, quadrantSegments: Int = 16) {
    precondition(quadrantSegments >= 1, "a quarter of a circle needs a chord")
    self.data = data
    self.rules = rules
    self.quadrantSegments = quadrantSegments
  }

  /// The discs around an organisation's sites in one shape, and their radius; `nil` without a site
  /// known well enough, or where organisations do not reach by distance.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  public func discs(
    of organisation: Organisation
  ) throws(GeometryEngineError) -> (shape: MultiPolygon, radius: Distance)? {
    guard case .disc = rules.reach else { return nil }
    let radius = organisation.radius ?? rules.reach.typicalRadius
    let discs = organisation.positions(knownAtLeast: rules.leastPrecision).compactMap {
      disc(around: $0, radius: radius)
    }
    guard let first = discs.first else { return nil }
    return (discs.count > 1 ? try Overlay.union(discs) : first, radius)
  }

  private func disc(around site: Coordinate, radius: Distance) -> MultiPolygon? {
    let corners = (0..<4 * quadrantSegments).map { step in
      let angle = Double(step) / Double(4 * quadrantSegments) * 2 * Double.pi
      return Coordinate(
        x: site.x + radius.metres * cos(angle), y: site.y + radius.metres * sin(angle))
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

  /// Everything an organisation reaches, in one shape; empty for nothing.
  ///
  /// - Throws: `GeometryEngineError` when GEOS refuses a shape.
  public func whole(of organisation: Organisation) throws(GeometryEngineError) -> MultiPolygon {
    let shapes = [
      try discs(of: organisation)?.shape, try remit(of: organisation), organisation.areaOfBenefit,
    ].compactMap(\.self)
    return shapes.count > 1 ? try Overlay.union(shapes) : shapes.first ?? MultiPolygon([])
  }
}
