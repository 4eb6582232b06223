internal import AccessMeasures
internal import Catchments
public import Foundation
public import GeometryEngine
public import Intake
internal import SimpleFeatures

/// Supply and demand from plain tables: places with people, sites with capacity, and what it costs
/// to get from one to the other.
public struct AccessTables: Sendable {
  /// A table and its columns.
  public struct Source: Sendable {
    /// The file.
    public var file: URL
    /// Which columns hold what.
    public var columns: PointTable.Columns

    /// A table.
    public init(file: URL, columns: PointTable.Columns) {
      self.file = file
      self.columns = columns
    }
  }

  /// A table of costs, a row per pair.
  public struct Costs: Sendable {
    /// The file.
    public var file: URL
    /// The column with the place.
    public var from: String
    /// The column with the site.
    public var to: String
    /// The column with the cost, 0 or more, in one unit throughout.
    public var cost: String

    /// A table of costs.
    public init(file: URL, from: String = "from", to: String = "to", cost: String = "cost") {
      self.file = file
      self.from = from
      self.to = to
      self.cost = cost
    }
  }

  /// The demand; its quantity is people.
  public var places: Source
  /// The supply; its quantity is capacity.
  public var sites: Source
  /// The costs; straight-line distances in metres where there is no table.
  public var costs: Costs?
  /// The reference system of the positions; `nil` for metres of whatever system.
  public var system: ReferenceSystem?

  /// Supply and demand in tables.
  public init(
    places: Source, sites: Source, costs: Costs? = nil, system: ReferenceSystem? = nil
  ) {
    self.places = places
    self.sites = sites
    self.costs = costs
    self.system = system
  }

  /// Reads the tables.
  ///
  /// - Returns: What the measures need, with the names of places and sites.
  /// - Throws: `IntakeError`, `QueryError`, `GeometryEngineError`.
  func market() throws -> Market {
    let projection = try projection()
    let places = try points(self.places, projection)
    let sites = try points(self.sites, projection)
    try requireMetres([places, sites])
    return Market(
      placeIDs: places.ids, siteIDs: sites.ids, study: try study(of: places, sites),
      positions: places.positions, system: projection?.target, fileOrder: places.fileOrder)
  }

  private func study(of places: PointTable, _ sites: PointTable) throws -> Market.Study {
    if let costs {
      return .pairs(
        try SupplyAndDemand(
          people: places.quantities, capacities: sites.quantities,
          costs: try matrix(costs, places: places, sites: sites)))
    }
    guard let from = places.positions, let to = sites.positions else { throw QueryError.noCosts }
    return .positions(
      try SupplyAndDemandByDistance(
        people: places.quantities, at: from, capacities: sites.quantities, at: to.map { [$0] }))
  }

  private func points(_ source: Source, _ projection: StudyProjection?) throws -> PointTable {
    try PointTable(
      InputFile(source.file), columns: source.columns, system: system, in: projection)
  }

  /// Distances in degrees mean nothing, and no two places of one study lie within 180 m of the
  /// origin of a metric system.
  private func requireMetres(_ tables: [PointTable]) throws {
    let isMetric = try system.map { try !$0.isGeographic() } ?? true
    let positions = tables.flatMap { $0.positions ?? [] }
    guard isMetric, costs == nil, !positions.isEmpty,
      positions.allSatisfy({ abs($0.x) <= 180 && abs($0.y) <= 90 })
    else { return }
    throw QueryError.degrees(file: tables[0].file, system: system?.description)
  }

  /// Into the system of the positions if that is in metres, else into the UTM zone of the places.
  private func projection() throws -> StudyProjection? {
    guard let system else { return nil }
    guard try system.isGeographic() else { return try StudyProjection(to: system) }
    let degrees = try PointTable(InputFile(places.file), columns: places.columns)
    guard let middle = degrees.positions.map({ BoundingBox(around: $0).centre }) else { return nil }
    let place = LonLat(longitude: middle.x, latitude: middle.y)
    guard place.isOnEarth else {
      throw IntakeError.wrongReferenceSystem(
        file: places.file.lastPathComponent, where: "on average", x: middle.x, y: middle.y,
        expected: "longitude and latitude")
    }
    return try StudyProjection(to: .utmZone(at: place))
  }

  private func matrix(
    _ costs: Costs, places: PointTable, sites: PointTable
  ) throws -> CostMatrix {
    let table = try CostTable(
      InputFile(costs.file), columns: (costs.from, costs.to, costs.cost), places: places.ids,
      sites: sites.ids)
    do {
      return try CostMatrix(
        table.rows.map { CostMatrix.Pair(place: $0.from, site: $0.to, cost: $0.cost) },
        placeCount: places.ids.count, siteCount: sites.ids.count)
    } catch .duplicatePair(let place, let site) {
      let line = table.rows.last { $0.from == place && $0.to == site }?.line ?? 0
      throw QueryError.duplicatePair(file: table.file, line: line)
    }
  }
}

/// Supply and demand with their names, ready to be measured.
struct Market: Sendable {
  let placeIDs: [String]
  let siteIDs: [String]
  let study: Study
  /// Where the places are; `nil` where that was not given.
  let positions: [Coordinate]?
  /// The metric system of the positions; `nil` where it is not known.
  let system: ReferenceSystem?
  /// The place of each row, in the order in which the answer lists them.
  let fileOrder: [Int]

  /// Supply and demand, with the costs as they were given.
  enum Study: Sendable {
    case pairs(SupplyAndDemand)
    case positions(SupplyAndDemandByDistance)
  }

  /// Residents, one value per place.
  var people: [Double] {
    switch study {
    case .pairs(let study): study.people
    case .positions(let study): study.people
    }
  }

  /// Takes a measure.
  func readings(
    _ measure: AccessMeasure, decay: Decay?, parameters: AccessParameters
  ) throws(AccessMeasureError) -> AccessReadings {
    switch study {
    case .positions(let study):
      return try measure.readings(of: study, decay: decay, parameters: parameters)
    case .pairs(let study):
      // A table tells what lies between places and sites; between places it is a straight line.
      let limit = measure.needsNeighbours ? decay?.limit ?? parameters.maximumCost : nil
      let neighbours = limit.flatMap { limit in
        positions.map { CostMatrix(from: $0, to: $0, within: .metres(limit)) }
      }
      return try measure.readings(
        of: study, decay: decay, neighbours: neighbours, parameters: parameters)
    }
  }
}
