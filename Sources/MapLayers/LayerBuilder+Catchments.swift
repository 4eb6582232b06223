internal import AccessMeasures
internal import Catchments
internal import ColdSpots
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
    Column("weight", .decimal(places: 4), "weight at a site (distance), or all over (others)"),
  ]

  /// The catchments of the organisations that count, one feature a route.
  ///
  /// Where the nearest organisations count at any distance, there is no shape to draw for that.
  /// Discs are drawn as 64-sided polygons for display, those of an organisation's sites as one
  /// shape; who is inside was decided by distance.
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
    let shapes = CatchmentShapes(of: analysis.data, rules: rules)
    var drawn: [Drawn] = []
    if let (discs, radius) = try shapes.drawnDiscs(of: organisation),
      case .disc(let decay) = rules.reach
    {
      drawn.append(("distance", discs, radius, decay.weightAtZero))
    }
    if let remit = try shapes.remit(of: organisation) {
      drawn.append(("remit", remit, nil, rules.remitWeight))
    }
    if let zone = organisation.areaOfBenefit {
      drawn.append(("area_of_benefit", zone, nil, 1))
    }
    return drawn
  }
}
