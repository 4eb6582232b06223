public import ColdSpotKit
internal import Report

/// The whole map service as one function from requests to answers: the page, scenarios, the layers by
/// the standard of OGC.
///
/// A pure function but for the clock: the server that listens, and tests without any socket, call the
/// same.
public struct MapService: Sendable {
  private let page: [UInt8]
  private let features: FeatureService
  private let live: LiveService?

  /// The service of a run.
  ///
  /// - Parameters:
  ///   - run: What is shown.
  ///   - live: Its study, where scenarios may be tried.
  /// - Throws: `ReportError` when the page cannot be made.
  public init(_ run: PublishedRun, live: LiveService? = nil) throws {
    page = try Report.HTMLPage.render(run, isLive: live != nil)
    features = FeatureService(
      title: "Cold spots of support: \(run.study)",
      description: "Where local charities and community groups lack support, by coldspot.",
      attribution: run.attribution, collections: run.layers.filter { $0.name != "reach-wards" })
    self.live = live
  }

  /// The answer to a request.
  public func response(to request: Request) -> Response {
    if let response = features.response(to: request) { return response }
    if let response = live?.response(to: request) { return response }
    guard request.path.isEmpty || request.path == ["index.html"] else {
      return Response(
        status: 404, mediaType: "text/plain; charset=utf-8",
        body: Array("There is no such page.".utf8))
    }
    // The page carries its own policy, with the checksums of its script and style; a browser obeys
    // both, so that one of the service's making would have to name them too.
    return Response(
      mediaType: "text/html; charset=utf-8", body: page,
      headers: [(name: "Content-Security-Policy", value: "frame-ancestors 'none'")])
  }
}
