internal import ColdSpotKit
internal import GeoJSON
internal import MapLayers

/// The organisations with their sites, and whom they reach.
struct PageOrganisations {
  /// One organisation as an object; a feature of its layers is one site.
  let json: JSONValue
  /// The ways to reach people that occur, as words.
  let routes: [String]
  let count: Int
  let counted: Int
  let placed: Int

  private let reachTable: LayerTable?
  private let numbers: [String: Int]

  private struct Organisation {
    var members: [JSONValue.Member]
    var isCounted: Bool
    var sites: [JSONValue] = []
  }

  init(_ run: PublishedRun, plane: MapPlane) {
    var found: [Organisation] = []
    var numbers: [String: Int] = [:]
    let functions = Dictionary(
      run.functions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for table in ["organisations", "organisations-unplaced"].compactMap({ run.layer($0) })
      .map(LayerTable.init)
    {
      for row in 0..<table.rowCount {
        let id = table.text("org_id", row: row)
        let number = numbers[id] ?? found.count
        if number == found.count {
          numbers[id] = number
          found.append(Self.organisation(id, in: table, row: row, functions: functions))
        }
        if case .point(let position)? = table.layer.features[row].geometry {
          found[number].sites.append(Self.site(at: plane.point(position), in: table, row: row))
        }
      }
    }
    json = .array(
      found.map { .object($0.members + [.init("sites", .array($0.sites))]) })
    count = found.count
    counted = found.filter(\.isCounted).count
    placed = found.filter { !$0.sites.isEmpty }.count
    self.numbers = numbers
    reachTable = run.layer("reach-wards").map(LayerTable.init)
    // A route with several ways, "distance+remit", is kept as the set of its ways.
    routes = ["distance", "remit", "area of benefit"]
  }

  private static func organisation(
    _ id: String, in table: LayerTable, row: Int, functions: [String: Int]
  ) -> Organisation {
    let isCounted = table.text("counted", row: row) == "yes"
    let columns = ["name", "kind", "status", "why", "source", "confidence", "url", "note"]
    return Organisation(
      members: [.init("id", .string(id)), .init("counted", .bool(isCounted))]
        + columns.map { .init($0, .string(table.text($0, row: row))) }
        + ["reached", "lost"].map { .init($0, LayerTable.json(table.value($0, row: row))) }
        + [
          .init("remit", .array(table.list("remit", row: row).map(JSONValue.string))),
          .init(
            "functions",
            .array(
              table.list("functions", row: row).compactMap { functions[$0] }
                .map(JSONValue.integer))),
        ],
      isCounted: isCounted)
  }

  private static func site(at point: MapPoint, in table: LayerTable, row: Int) -> JSONValue {
    .object([
      .init("x", .integer(point.x)), .init("y", .integer(point.y)),
      .init("name", .string(table.text("site_name", row: row))),
      .init("postcode", .string(table.text("postcode", row: row))),
      .init("precision", .string(table.text("precision", row: row))),
      .init("flags", .string(table.text("flags", row: row))),
    ])
  }

  /// Who reaches each area, level by level: `[organisation, ways, people]`, the ways a sum of 2ⁿ for
  /// the way numbered *n*.
  ///
  /// What reaches a borough is what reaches its wards, the people added up.
  func reach(of areas: [LayerTable]) -> JSONValue {
    guard let wards = areas.first(where: { $0.layer.name == "wards" }) else { return .object([]) }
    var byWard = [[Reach]](repeating: [], count: wards.rowCount)
    let rows = Dictionary(
      wards.layer.features.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    if let table = reachTable {
      for row in 0..<table.rowCount {
        guard let ward = rows[table.text("code", row: row)],
          let organisation = numbers[table.text("org_id", row: row)]
        else { continue }
        let words = table.text("route", row: row).split(separator: "+")
        let ways = routes.indices.reduce(0) { sum, way in
          words.contains(routes[way][...]) ? sum | 1 << way : sum
        }
        byWard[ward].append(
          Reach(
            organisation: organisation, ways: ways,
            people: table.number("people", row: row) ?? 0))
      }
    }
    return .object(
      areas.map { table in
        let reached = table.layer.name == "wards" ? byWard : summed(byWard, of: wards, into: table)
        return .init(
          table.layer.name, .array(reached.map { .array($0.map(\.json)) }))
      })
  }

  private func summed(
    _ byWard: [[Reach]], of wards: LayerTable, into boroughs: LayerTable
  ) -> [[Reach]] {
    let rows = Dictionary(
      boroughs.layer.features.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var sums = [[Int: Reach]](repeating: [:], count: boroughs.rowCount)
    for (ward, reached) in byWard.enumerated() {
      guard let borough = rows[wards.text("boro_code", row: ward)] else { continue }
      for one in reached {
        let none = Reach(organisation: one.organisation, ways: 0, people: 0)
        var sum = sums[borough][one.organisation] ?? none
        sum.ways |= one.ways
        sum.people += one.people
        sums[borough][one.organisation] = sum
      }
    }
    return sums.map { $0.values.sorted { $0.organisation < $1.organisation } }
  }

  private struct Reach {
    let organisation: Int
    var ways: Int
    var people: Double

    var json: JSONValue {
      .array([.integer(organisation), .integer(ways), LayerTable.json(people.rounded())])
    }
  }
}
