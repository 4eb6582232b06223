import ColdSpotKit
import Foundation
import GeoJSON
import MapServer
import Testing

/// The embedded study as a service, read once for all tests.
private enum London {
  static let live = Result { try LiveStudy(Study.london()) }
  static let service = Result { try LiveService(live.get()) }

  static func answer(_ path: [String], _ query: [(String, String)] = []) throws -> Response {
    let request = Request(
      path: path, query: query.map { Request.Parameter(name: $0.0, value: $0.1) })
    return try #require(try service.get().response(to: request))
  }

  static func figures(_ query: [(String, String)]) throws -> JSONValue {
    let response = try answer(["live"], query)
    #expect(response.status == 200)
    return try JSONReader().read(response.body)
  }

  /// The scores of wards by their codes.
  static func scores(_ figures: JSONValue) throws -> [String: Double?] {
    let wards = try #require(figures["levels"]?["wards"])
    guard case .array(let codes)? = wards["codes"], case .array(let scores)? = wards["score"] else {
      return [:]
    }
    return Dictionary(
      uniqueKeysWithValues: zip(codes.compactMap(\.text), scores.map(\.double)))
  }
}

@Suite struct `A scenario in an address` {
  @Test(arguments: [
    [("radius", "2000")], [("remit", "0.25"), ("need", "0.75")], [("pan", "include")],
    [("functions", "funding,premises")], [("close", "org002,org003")],
    [("move", "org003@-0.12,51.5")],
    [("add", "New hub@0.18,51.58@funding;premises|Second@-0.4,51.5@")],
  ])
  func `has the figures that running its study file gives`(query: [(String, String)]) throws {
    let file = try London.answer(["live", "study.toml"], query)
    let settings = try StudySettings(
      String(decoding: file.body, as: UTF8.self), file: "scenario.toml")
    let result = try Study(settings: settings, folder: Study.london().folder).run(stability: false)
    let scores = try London.scores(London.figures(query))
    #expect(scores.count == 704)
    for summary in result.analysis.wards {
      let code = result.analysis.data.wards.areas[summary.area].code.description
      let score = try #require(scores[code])
      #expect((score == nil) == (summary.measures == nil))
      // Sent with four decimals.
      #expect(abs((score ?? 0) - (summary.measures?.score ?? 0)) <= 0.5001e-4, "\(code)")
    }
  }

  @Test func `changes nothing without parameters`() throws {
    let own = try Study.london().run(stability: false)
    let scores = try London.scores(London.figures([]))
    for ward in own.coldestWards {
      let score = try #require(scores[ward.code.description]) ?? -1
      #expect(abs(score - ward.measures.score) <= 0.5001e-4)
    }
  }

  @Test(arguments: [
    [("radius", "0")], [("radius", "nan")], [("radius", "-5")], [("remit", "2")],
    [("need", "x")], [("pan", "maybe")], [("functions", "fundnig")], [("close", "org9999")],
    [("move", "org003")], [("move", "org003@200,51")], [("move", "org003@inf,51")],
    [("add", "@-0.1,51.5@funding")], [("add", "Hub@-0.1,51.5@cooking")],
    [("unknown", "1")], [("radius", "2000"), ("radius", "3000")],
  ])
  func `is refused with a reason where it cannot be`(query: [(String, String)]) throws {
    let response = try London.answer(["live"], query)
    #expect(response.status == 400)
    #expect(response.body.count > 20)
  }

  @Test func `names what is near to an organisation that there is none of`() throws {
    let response = try London.answer(["live"], [("close", "org0003")])
    #expect(String(decoding: response.body, as: UTF8.self).contains("Did you mean"))
  }

  @Test func `takes hostile names as text`() throws {
    let name = "</script><img src=x onerror=alert(1)>"
    let figures = try London.figures([("add", "\(name)@-0.1,51.5@funding")])
    guard case .array(let organisations)? = figures["organisations"] else { return }
    #expect(organisations.contains { $0["name"]?.text == name })
    let file = try London.answer(["live", "study.toml"], [("add", "a\"]\n[x]\\@-0.1,51.5@")])
    let settings = try StudySettings(String(decoding: file.body, as: UTF8.self), file: "x")
    #expect(settings.scenario.added.map(\.name) == ["a\"]\n[x]\\"])
  }

  @Test func `finds the ward of a postcode`() throws {
    let place = try JSONReader().read(London.answer(["live", "locate"], [("q", "SE1 7PB")]).body)
    #expect(place["name"]?.text == "Waterloo & South Bank")
    #expect(try London.answer(["live", "locate"], [("q", "nowhere")]).status == 400)
  }

  @Test func `has layers of its own`() throws {
    let response = try London.answer(["live", "wards.geojson"], [("close", "org003")])
    let wards = try GeoJSONReader().read(response.body)
    #expect(wards.features.count == 704)
    #expect(try London.answer(["live", "no-such.geojson"]).status == 404)
    #expect(try London.answer(["live", "..", "wards.geojson"]).status == 404)
  }
}

@Suite struct `The map service` {
  private let service: MapService

  init() throws {
    let result = try LiveStudy(Study.london()).result(with: Study.london().settings)
    service = try MapService(result.published(), live: London.service.get())
  }

  private func answer(_ path: String..., accept: String = "text/html") -> Response {
    service.response(to: Request(path: path, headers: ["accept": accept]))
  }

  @Test func `shows the page to browsers and the landing page to programs`() throws {
    #expect(answer().mediaType.hasPrefix("text/html"))
    #expect(String(decoding: answer().body, as: UTF8.self).contains(#"{"api":"live"}"#))
    let landing = try JSONReader().read(answer(accept: "application/json").body)
    #expect(landing["links"] != nil)
  }

  @Test func `has every layer as a collection, and scenarios beside them`() {
    for name in ["wards", "boroughs", "places", "organisations", "catchments"] {
      #expect(answer("collections", name, accept: "application/json").status == 200)
    }
    #expect(answer("live").status == 200)
    #expect(answer("no-such-page").status == 404)
  }
}
