import AccessMeasures
import Catchments
import Foundation
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Coverage of the reference town, counted in another language.
///
/// There an organisation with a remit reaches the residents of that borough and nobody else, one
/// without reaches those within its radius, all alike.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Coverage of the reference town` {
  private let town: ReferenceTown
  private let places: PlaceTable
  private let organisations: [Organisation]
  private let coverage: Coverage

  init() throws {
    town = try ReferenceCases.town()
    let codes = Set(town.places.map { AreaCode($0.borough) }).sorted()
    // Places carry their borough, so any shape will do for it.
    let boroughs = try Boundaries(
      level: "borough",
      areas: codes.enumerated().map { index, code in
        let corner = Coordinate(x: Double(index), y: 0)
        return Area(code: code, name: "", shape: try .tile(at: corner, side: 1))
      })
    places = try PlaceTable(
      town.places.map { place in
        PlaceTable.Row(
          id: place.id, position: place.position, people: place.people, needIndex: place.need,
          borough: boroughs.index(of: AreaCode(place.borough)))
      })
    let kinds = Set(town.supporters.map(\.kind)).sorted()
    organisations = try town.supporters.map { supporter in
      let hasRemit = !supporter.remit.isEmpty
      return Organisation(
        id: supporter.id, name: "", kind: supporter.kind,
        site: hasRemit ? .unknown : Site(position: supporter.position, precision: .point),
        remit: hasRemit ? .areas(supporter.remit.map { AreaCode($0) }) : .none,
        radius: supporter.radius, capacity: supporter.capacity,
        functions: [try #require(kinds.firstIndex(of: supporter.kind))])
    }
    let catchments = Catchments(
      of: organisations, over: places, wards: nil, boroughs: boroughs,
      rules: CatchmentRules(reach: .disc(radius: .kilometres(3), decay: .step)))
    reach = catchments.reach
    coverage = Coverage(
      reach: catchments.reach, people: places.people, groups: organisations.map(\.group),
      supports: catchments.participation.map { $0 == .counted })
  }

  private let reach: ReachMatrix

  private func table(_ name: String) throws -> PlainTable {
    try PlainTable(path: ReferenceCases.path("coverage/\(name).csv"))
  }

  @Test func `counts the same organisations and kinds at every place`() throws {
    let rows = try table("place_coverage").rows
    #expect(rows.count == places.count)
    // Each organisation there has one function, its kind.
    let functions = coverage.functionCounts(of: organisations.map(\.functions))
    for row in rows {
      let id = try row.text("id")
      let place = try #require(places.ids.firstIndex(of: id))
      let kinds = Set(reach[place: place].map { organisations[$0.organisation].kind })
      #expect(Double(functions[place]) == (try row.number("n_kinds")))
      let sole = coverage.sole[place].map { organisations[$0].id } ?? "0"
      #expect(Double(coverage.organisations[place]) == (try row.number("n_organisations")))
      #expect(Double(kinds.count) == (try row.number("n_kinds")))
      #expect(sole == (try row.text("only_one")))
    }
  }

  @Test func `counts the same people for every organisation`() throws {
    let rows = try table("organisation_coverage").rows
    #expect(rows.count == organisations.count)
    for row in rows {
      let id = try row.text("id")
      let index = try #require(organisations.firstIndex { $0.id == id })
      #expect(coverage.peopleReached[index] == (try row.number("pop_reached")))
      #expect(coverage.peopleLostIfClosed[index] == (try row.number("pop_lost_if_closed")))
    }
  }

  @Test func `counts the same people reached once, twice and thrice`() throws {
    let file = URL(filePath: ReferenceCases.path("coverage/summary.json"))
    let summary = try JSONDecoder().decode(Summary.self, from: try Data(contentsOf: file))
    #expect(summary.people.count == 3)
    for (count, people) in summary.people {
      let count = try #require(Int(count))
      #expect(coverage.people(reachedByAtLeast: count) == people)
      #expect(coverage.share(reachedByAtLeast: count) == people / summary.allPeople)
    }
  }

  @Test func `counts the same redundancy of people`() throws {
    let rows = try table("place_coverage").rows
    let counts = try Dictionary(
      uniqueKeysWithValues: rows.map { (try $0.text("id"), try $0.number("n_organisations")) })
    var (reached, people) = (0.0, 0.0)
    for place in town.places {
      reached += place.people * (try #require(counts[place.id]))
      people += place.people
    }
    #expect(coverage.meanRedundancy == reached / people)
  }

  @Test func `counts the same people in every ward`() throws {
    let wards = Dictionary(uniqueKeysWithValues: town.places.map { ($0.id, $0.ward) })
    for row in try table("ward_coverage").rows {
      let ward = try row.text("ward")
      let members = places.ids.indices.filter { wards[places.ids[$0]] == ward }
      func people(reachedBy count: Int) -> Double {
        members.reduce(0) {
          $0 + (coverage.organisations[$1] >= count ? places.people[$1] : 0)
        }
      }
      #expect(people(reachedBy: 0) == (try row.number("pop")))
      for count in 1...3 {
        #expect(people(reachedBy: count) == (try row.number("pop_k\(count)")))
      }
    }
  }

  private struct Summary: Decodable {
    let people: [String: Double]
    let allPeople: Double

    enum CodingKeys: String, CodingKey {
      case people = "pop_k"
      case allPeople = "pop_total"
    }
  }
}
