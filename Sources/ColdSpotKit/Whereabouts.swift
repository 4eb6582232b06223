public import Catchments
internal import ColdSpots
internal import GeometryEngine
public import Places
public import SimpleFeatures

/// Which areas a position lies in, and who reaches it.
public struct Whereabouts: Sendable {
  /// One organisation that reaches the position.
  public struct Supporter: Sendable {
    /// The organisation.
    public let organisation: Organisation
    /// Its weight, 0…1.
    public let weight: Double
    /// How it reaches the position.
    public let route: ReachRoute
    /// Its nearest site; `nil` where none is known well enough.
    public let site: Site?
    /// How far that is.
    public let distance: Distance?
    /// The names of the functions it provides.
    public let functions: [String]
  }

  /// The position.
  public let position: LonLat
  /// How well it is known: a point, or the middle of a postcode sector.
  public let precision: LocationPrecision
  /// The ward; `nil` outside all of them.
  public let ward: Area?
  /// The borough; `nil` outside all of them.
  public let borough: Area?
  /// Who reaches it, the greatest weight first.
  public let supporters: [Supporter]
  /// Whether the position lies in no area of the study.
  public var isOutside: Bool { ward == nil && borough == nil }
  /// The nearest located organisation.
  public let nearest: (organisation: Organisation, distance: Distance)?
}

extension StudyResult {
  /// What lies at a position.
  ///
  /// - Throws: ``StudyError`` when the position is not on the Earth or outside the domain of the
  ///   study's reference system.
  public func whereabouts(
    of position: LonLat, precision: LocationPrecision = .point
  ) throws(StudyError) -> Whereabouts {
    guard position.isOnEarth else {
      throw .notFound(
        "\(position.longitude), \(position.latitude) is no longitude and latitude.")
    }
    let here: Coordinate
    do {
      here = try CoordinateTransform(from: .wgs84, to: loaded.system).coordinate(of: position)
    } catch {
      throw .geometry(error)
    }
    let data = analysis.data
    let ward = data.wards.locator.area(at: here)
    let borough =
      ward.flatMap { data.wards.areas[$0].parent }.flatMap { data.boroughs?.index(of: $0) }
      ?? data.boroughs?.locator.area(at: here)
    return Whereabouts(
      position: position, precision: precision, ward: ward.map { data.wards.areas[$0] },
      borough: borough.flatMap { data.boroughs?.areas[$0] },
      supporters: supporters(at: here, ward: ward, borough: borough),
      nearest: NearestSites(
        of: data.organisations, participation: analysis.catchments.participation,
        knownAtLeast: analysis.catchments.rules.leastPrecision
      ).nearest(to: here).map { (data.organisations[$0.organisation], $0.distance) })
  }

  /// The same computation as for places, for a place of nobody at the position.
  private func supporters(
    at position: Coordinate, ward: Int?, borough: Int?
  ) -> [Whereabouts.Supporter] {
    let data = analysis.data
    let row = PlaceTable.Row(
      id: "here", position: position, people: 0, needIndex: 0, ward: ward, borough: borough)
    guard let place = try? PlaceTable([row]) else { return [] }
    let reach = Catchments(
      of: data.organisations, over: place, wards: data.wards, boroughs: data.boroughs,
      rules: analysis.catchments.rules
    ).reach[place: 0]
    let supporters = reach.map { entry in
      let organisation = data.organisations[entry.organisation]
      let nearest = organisation.nearestSite(
        to: position, knownAtLeast: analysis.catchments.rules.leastPrecision)
      return Whereabouts.Supporter(
        organisation: organisation, weight: entry.weight, route: entry.route,
        site: nearest?.site, distance: nearest?.distance,
        functions: organisation.functions.map { data.functions.functions[$0].name })
    }
    return supporters.sorted {
      ($1.weight, $0.organisation.id) < ($0.weight, $1.organisation.id)
    }
  }
}
