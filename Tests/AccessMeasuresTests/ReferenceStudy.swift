import AccessMeasures
import Catchments
import SimpleFeatures
import TestSupport
import Testing

/// Supply and demand of the reference town, with the costs that its peers were given.
struct ReferenceStudy {
  /// The identifier of each place, in order.
  let ids: [String]
  /// The places and sites, with straight lines of at most 8 km between them.
  let supplyAndDemand: SupplyAndDemand
  /// Straight lines between the places.
  let neighbours: CostMatrix

  /// The whole town, or only the places where somebody lives, as some peers need it.
  init(onlyWithResidents: Bool = false) throws {
    let town = try ReferenceCases.town()
    let places = town.places.filter { !onlyWithResidents || $0.people > 0 }
    let placeIndex = Self.index(places.map(\.id))
    let siteIndex = Self.index(town.supporters.map(\.id))
    let rows = try PlainTable(path: ReferenceCases.path("inputs/od.csv")).rows
    let pairs = try rows.compactMap { row -> CostMatrix.Pair? in
      guard let place = placeIndex[try row.text("origin")] else { return nil }
      return CostMatrix.Pair(
        place: place, site: try #require(siteIndex[try row.text("dest")]),
        cost: try row.number("cost_m"))
    }
    ids = places.map(\.id)
    supplyAndDemand = try SupplyAndDemand(
      people: places.map(\.people), capacities: town.supporters.map(\.capacity),
      costs: CostMatrix(pairs, placeCount: places.count, siteCount: town.supporters.count))
    neighbours = CostMatrix(
      from: places.map(\.position), to: places.map(\.position), within: .kilometres(5))
  }

  /// What a measure says of every place, by its identifier.
  func readings(
    _ measure: AccessMeasure, _ decay: Decay? = nil,
    _ parameters: AccessParameters = AccessParameters()
  ) throws -> [String: Reading] {
    let found = try measure.readings(
      of: supplyAndDemand, decay: decay, neighbours: neighbours, parameters: parameters)
    #expect(found.balance?.holds != false)
    return byID(found.readings)
  }

  /// Values of all places, by identifier.
  func byID<Value>(_ values: [Value]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: zip(ids, values))
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
  }
}

/// A column of a stored case, by the identifier of the place.
func referenceColumn(_ column: String, of file: String) throws -> [(id: String, peer: Double)] {
  try PlainTable(path: ReferenceCases.path(file)).rows.map {
    (id: try $0.text("id"), peer: try $0.number(column))
  }
}

/// Whether a number is the peer's but for rounding.
func expectAgreement(_ found: Double?, _ peer: Double, _ id: String) {
  #expect(found.map { abs($0 - peer) <= 1e-9 * abs(peer) } == true, "place \(id)")
}
