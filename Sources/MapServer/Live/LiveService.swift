public import ColdSpotKit
internal import Foundation
internal import GeoJSON
internal import Synchronization

/// Scenarios as a web service: each address is one, computed by the library when it is asked for.
///
/// | page | shows |
/// |---|---|
/// | `/live?…` | the figures of a scenario, for the page |
/// | `/live/study.toml?…` | the scenario as a study file |
/// | `/live/{layer}.geojson?…` | one of its layers |
/// | `/live/layers.gpkg?…` | all of its layers in one GeoPackage, styled for QGIS |
/// | `/live/locate?q=…` | the ward of a postcode |
///
/// Nothing is kept for a client: the scenario is in the address.
///
/// - SeeAlso: `ScenarioQuery` for the parameters.
public final class LiveService: Sendable {
  private let study: LiveStudy
  private let base: StudyResult
  private let recent: Mutex<[(query: [Request.Parameter], result: StudyResult)]>

  /// The most results that are kept, for those who ask for the layers of what they just saw.
  private static let recentLimit = 4

  /// A service of a study.
  ///
  /// - Throws: ``StudyError``, as ``LiveStudy``.
  public init(_ study: LiveStudy) throws(StudyError) {
    let base = try study.result(with: study.study.settings)
    self.study = study
    self.base = base
    recent = Mutex([])
  }

  /// The answer to a request; `nil` when the path is none of the service's.
  ///
  /// - Complexity: That of `ColdSpotAnalysis` for a scenario, and of drawing where layers are asked
  ///   for.
  public func response(to request: Request) -> Response? {
    guard request.path.first == "live" else { return nil }
    do {
      switch request.path.dropFirst() {
      case []: return try figures(request.query)
      case ["locate"]: return try place(request.query)
      case ["study.toml"]: return try studyFile(request.query)
      case ["layers.gpkg"]: return try package(request.query)
      case let steps where steps.count == 1 && steps[1].hasSuffix(".geojson"):
        return try layer(String(steps[1].dropLast(".geojson".count)), request.query)
      default: throw Problem.noSuchPage
      }
    } catch let problem as Problem {
      return Self.refusal(problem.status, problem.description)
    } catch {
      let error = error as? StudyError
      // A fault of ours says nothing of itself to others.
      guard let error, error.exitStatus != .internalFault else {
        return Self.refusal(500, "The scenario could not be computed.")
      }
      let text = [error.description, error.suggestion].filter { !$0.isEmpty }
      return Self.refusal(400, text.joined(separator: " "))
    }
  }

  private static func refusal(_ status: Int, _ text: String) -> Response {
    Response(status: status, mediaType: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  private func result(for query: [Request.Parameter]) throws -> StudyResult {
    let known = recent.withLock { recent in recent.first { $0.query == query }?.result }
    if let known { return known }
    let settings = try ScenarioQuery.settings(query, changing: study.study.settings)
    let result = try study.result(with: settings)
    recent.withLock { recent in
      recent.removeAll { $0.query == query }
      recent = Array(([(query, result)] + recent).prefix(Self.recentLimit))
    }
    return result
  }

  private func figures(_ query: [Request.Parameter]) throws -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try result(for: query)
    let answer = ScenarioAnswer(
      result: result, positions: try positions(in: result),
      milliseconds: start.duration(to: clock.now) / .milliseconds(1))
    return Response(mediaType: "application/json", body: answer.json)
  }

  /// Where the organisations are, by their ids.
  private func positions(in result: StudyResult) throws -> [String: LonLat] {
    let located = result.analysis.data.organisations.compactMap { organisation in
      organisation.site.position.map { (organisation.id, $0) }
    }
    let places = try study.lonLats(of: located.map(\.1))
    return Dictionary(uniqueKeysWithValues: zip(located.map(\.0), places))
  }

  private func studyFile(_ query: [Request.Parameter]) throws -> Response {
    // Read before it is written: a study file that does not run is of no use.
    _ = try result(for: query)
    let settings = try ScenarioQuery.settings(query, changing: study.study.settings)
    let head = "# Save this beside the files of the study; paths start from here.\n\n"
    return download(
      "scenario.toml", "application/toml; charset=utf-8", Array((head + settings.toml).utf8))
  }

  private func layer(_ name: String, _ query: [Request.Parameter]) throws -> Response {
    let run = try result(for: query).published()
    guard let layer = run.layer(name), !layer.features.allSatisfy({ $0.geometry == nil }) else {
      throw Problem.noSuchPage
    }
    return download(
      "\(name).geojson", "application/geo+json", layer.geoJSON(attribution: run.attribution))
  }

  private func package(_ query: [Request.Parameter]) throws -> Response {
    let run = try result(for: query).published()
    let file = try RunExport(run).geoPackage()
    return download("scenario.gpkg", "application/geopackage+sqlite3", file.content)
  }

  private func download(_ name: String, _ mediaType: String, _ body: [UInt8]) -> Response {
    Response(
      mediaType: mediaType, body: body,
      headers: [(name: "Content-Disposition", value: "attachment; filename=\"\(name)\"")])
  }

  private func place(_ query: [Request.Parameter]) throws -> Response {
    guard let text = try QueryParameters(query, known: ["q"])["q"], !text.isEmpty else {
      throw Problem.badValue(parameter: "q", value: "", expected: "a postcode")
    }
    let here = try base.whereabouts(ofPostcode: text)
    guard let area = here.ward ?? here.borough else {
      throw StudyError.notFound("\(text) lies outside of the study.")
    }
    return Response(
      mediaType: "application/json",
      body: JSONWriter(layout: .compact).write(
        .object([
          .init("code", .string(area.code.description)), .init("name", .string(area.name)),
          .init("postcode", .string(text.uppercased())),
          .init("precision", .string(here.precision.rawValue)),
          .init("lon", .number(here.position.longitude)),
          .init("lat", .number(here.position.latitude)),
        ])))
  }
}
