internal import Catchments
internal import ColdSpots
internal import Foundation
internal import GeoJSON
public import GeometryEngine
internal import Places
internal import SimpleFeatures

extension LayerBuilder {
  private static let catchmentColumns = [
    Column("id_text", .text, "organisation and route; also the feature's id"),
    Column("org_id", .text, "identifier of the organisation"),
    Column("name", .text, "name of the organisation"),
    Column("kind", .text, "what it is"),
    Column("route", .text, "distance, remit or area_of_benefit"),
    Column("radius_m", .integer, "radius in metres; 0 for areas, which have none"),
    Column("weight", .decimal(places: 4), "weight at the site (distance), or all over (others)"),
  ]

  /// The catchments of the organisations that count, one feature a route.
  ///
  /// Where the nearest organisations count at any distance, there is no shape to draw for that.
  /// Discs are drawn as 64-sided polygons for display; who is inside was decided by distance.
  public func catchments() throws(GeometryEngineError) -> Layer {
    var features: [LayerFeature] = []
    for (index, organisation) in analysis.data.organisations.enumerated()
    where analysis.catchments.participation[index] == .counted {
      for drawn in try shapes(of: organisation) {
        guard let geometry = try projection.area(drawn.shape) else { continue }
        let id = "\(organisation.id):\(drawn.route)"
        features.append(
          LayerFeature(
            id: id, geometry: geometry,
            values: [
              .text(id), .text(organisation.id), .text(organisation.name),
              .text(organisation.kind), .text(drawn.route),
              .integer(drawn.radius.map { Int($0.metres.rounded()) } ?? 0),
              .decimal(drawn.weight, places: 4),
            ]))
      }
    }
    return Layer(
      name: "catchments", title: "Who each organisation reaches, by distance and by remit",
      columns: Self.catchmentColumns, features: features)
  }

  private typealias Drawn = (
    route: String, shape: MultiPolygon, radius: Distance?, weight: Double
  )

  private func shapes(of organisation: Organisation) throws(GeometryEngineError) -> [Drawn] {
    let rules = analysis.catchments.rules
    var shapes: [Drawn] = []
    if let site = organisation.site.measurablePosition,
      case .disc(let decay) = rules.reach
    {
      let radius = organisation.radius ?? rules.reach.typicalRadius
      if let disc = Self.disc(around: site, radius: radius) {
        shapes.append(("distance", disc, radius, decay.weightAtZero))
      }
    }
    if let remit = try shape(of: organisation.remit), rules.remitWeight > 0 {
      shapes.append(("remit", remit, nil, rules.remitWeight))
    }
    if let zone = organisation.areaOfBenefit {
      shapes.append(("area_of_benefit", zone, nil, 1))
    }
    return shapes
  }

  private func shape(of remit: Remit) throws(GeometryEngineError) -> MultiPolygon? {
    switch remit {
    case .none: return nil
    case .everywhere: return analysis.data.outline
    case .areas(let codes):
      let shapes = codes.compactMap { code -> MultiPolygon? in
        if let ward = analysis.data.wards.index(of: code) {
          return analysis.data.wards.areas[ward].shape
        }
        guard let boroughs = analysis.data.boroughs else { return nil }
        return boroughs.index(of: code).map { boroughs.areas[$0].shape }
      }
      return shapes.count > 1 ? try Overlay.union(shapes) : shapes.first
    }
  }

  private static func disc(around centre: Coordinate, radius: Distance) -> MultiPolygon? {
    let corners = (0..<64).map { step in
      let angle = Double(step) / 64 * 2 * Double.pi
      return Coordinate(
        x: centre.x + radius.metres * cos(angle), y: centre.y + radius.metres * sin(angle))
    }
    return (try? LinearRing(corners)).map { MultiPolygon([Polygon(exterior: $0)]) }
  }
}
