/// The media types of the service's documents.
enum MediaType {
  static let json = "application/json"
  static let geoJSON = "application/geo+json"
  static let html = "text/html; charset=utf-8"
  static let openAPI = "application/vnd.oai.openapi+json;version=3.0"
  static let schema = "application/schema+json"
  static let problem = "application/problem+json"

  /// The type of HTML as links name it.
  static let linkedHTML = "text/html"
}

/// The two forms in which a page is sent.
enum Representation: String, CaseIterable, Sendable {
  /// For programs.
  case json
  /// For people.
  case html
}
