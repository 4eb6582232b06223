public import AccessMeasures
public import Catchments
internal import GeoJSON
internal import GeometryEngine
internal import Intake
internal import MapLayers
internal import Places

/// A measure of access, taken of plain tables or of a study.
///
/// ```swift
/// let query = AccessQuery(
///   .floatingCatchment, of: .tables(tables), decay: .gaussian(deviation: 1200, limit: 5000))
/// try query.answer().write(to: URL(filePath: "access.csv"))
/// ```
public struct AccessQuery: Sendable {
  /// Where supply and demand come from.
  public enum Source: Sendable {
    /// Plain tables.
    case tables(AccessTables)
    /// A study: its places, and its counted organisations that have a site known well enough; one
    /// function of support, or each organisation's capacity whatever it provides. What it costs to
    /// get to an organisation is the distance to the nearest of its sites.
    case study(Study, function: String?)
  }

  /// The measure.
  public var measure: AccessMeasure
  /// Supply and demand.
  public var source: Source
  /// How costs are weighed; not looked at by measures of cost.
  public var decay: Decay?
  /// The highest cost of interest, for measures of cost; `nil` for any.
  public var maximumCost: Double?
  /// What some measures need beside.
  public var parameters: AccessParameters
  /// Whether numbers are divided by their mean over residents.
  public var isNormalised: Bool

  /// A query.
  public init(
    _ measure: AccessMeasure, of source: Source, decay: Decay? = nil, maximumCost: Double? = nil,
    parameters: AccessParameters = AccessParameters(), isNormalised: Bool = false
  ) {
    self.measure = measure
    self.source = source
    self.decay = decay
    self.maximumCost = maximumCost
    self.parameters = parameters
    self.isNormalised = isNormalised
  }

  /// Takes the measure.
  ///
  /// - Returns: One row per place, in the order of its file: `id`, `people`, `value`, and `reason`
  ///   where the value is missing, or is 0 for want of anything to count.
  /// - Throws: ``StudyError``.
  public func answer() throws(StudyError) -> ResultTable {
    do {
      return try table()
    } catch {
      throw StudyError(error)
    }
  }

  private func table() throws -> ResultTable {
    let market: Market =
      switch source {
      case .tables(let tables): try tables.market()
      case .study(let study, let function): try study.market(of: function)
      }
    let found: AccessReadings
    var parameters = parameters
    parameters.maximumCost = maximumCost
    do {
      found = try market.readings(measure, decay: decay, parameters: parameters)
    } catch .unbalanced(.unservedPlace(let place)) {
      throw QueryError.unbalanced(
        "No capacity reaches the residents of the place \"\(market.placeIDs[place])\".")
    } catch .unbalanced(.unusedSite(let site)) {
      throw QueryError.unbalanced(
        "No resident reaches the capacity of the site \"\(market.siteIDs[site])\".")
    } catch {
      throw QueryError.measure(error)
    }
    if let balance = found.balance, !balance.holds {
      throw StudyError.invariantBroken(measure.conservation ?? measure.title)
    }
    let people = market.people
    let readings =
      isNormalised ? Reading.normalised(found.readings, people: people) : found.readings
    let rows = market.fileOrder.map { place -> [PropertyValue] in
      [
        .text(market.placeIDs[place]), .number(people[place]),
        readings[place].number.map(PropertyValue.number) ?? .null,
        .text(readings[place].reason?.rawValue ?? ""),
      ]
    }
    return ResultTable(
      name: measure.key, header: ["id", "people", "value", "reason"], rows: rows,
      notes: notes(found, market, readings), geometries: try geometries(market))
  }

  private func geometries(_ market: Market) throws -> [Geometry?]? {
    guard let positions = market.positions, let system = market.system else { return nil }
    let projection = LayerProjection(try CoordinateTransform(from: .wgs84, to: system))
    return try projection.points(market.fileOrder.map { positions[$0] })
  }

  /// The unit, and what a reader should know of places and sites before using the numbers.
  private func notes(
    _ found: AccessReadings, _ market: Market, _ readings: [Reading]
  ) -> [String] {
    let unit = isNormalised ? "1 is the mean of residents" : "in \(measure.unit)"
    var notes = ["\(measure.title): \(unit)"]
    for reason in Reading.Reason.allCases {
      let count = readings.count { $0.reason == reason }
      if count > 0 { notes.append("\(counted(count, "place")): \(reason.rawValue)") }
    }
    for flag in SiteFlag.allCases {
      let sites = market.siteIDs.indices.filter { found.siteFlags[$0].contains(flag) }
      guard !sites.isEmpty else { continue }
      let names = sites.prefix(Finding.exampleLimit).map { market.siteIDs[$0] }
      let more = sites.count > names.count ? ", …" : ""
      notes.append(
        "\(counted(sites.count, "site")): \(flag.rawValue) (\(names.joined(separator: ", "))\(more))"
      )
    }
    if let unused = found.unusedCapacity {
      notes.append("unused capacity: \(PropertyValue.number(unused).plainText)")
    }
    return notes
  }
}

extension Study {
  /// The places of the study, and its counted organisations that have a site.
  fileprivate func market(of function: String?) throws -> Market {
    let loaded = try load()
    let data = loaded.data
    let functions = data.functions.functions.map(\.key)
    let wanted = try function.map { key in
      guard let index = functions.firstIndex(of: key) else {
        throw QueryError.unknownFunction(key, present: functions)
      }
      return index
    }
    let least = settings.catchment.leastPrecision
    let suppliers = data.organisations.filter { organisation in
      Participation(of: organisation, under: settings.catchment) == .counted
        && !organisation.positions(knownAtLeast: least).isEmpty
    }
    return Market(
      placeIDs: data.places.ids, siteIDs: suppliers.map(\.id),
      study: .positions(
        try SupplyAndDemandByDistance(
          people: data.places.people, at: data.places.positions,
          capacities: suppliers.map { supplier in
            wanted.map { supplier.functions.contains($0) ? supplier.capacity : 0 }
              ?? supplier.capacity
          },
          at: suppliers.map { $0.positions(knownAtLeast: least) })),
      positions: data.places.positions, system: loaded.system,
      fileOrder: Array(data.places.ids.indices))
  }
}
