internal import MapLayers

/// One of the service's pages.
enum Resource: Sendable {
  case landing
  case conformance
  case definition
  case documentation
  case collections
  case collection(PublishedLayer)
  case schema(PublishedLayer)
  case items(PublishedLayer)
  case feature(PublishedLayer, id: String)

  /// The forms in which the page is sent.
  var representations: [Representation] {
    switch self {
    case .documentation: [.html]
    case .schema: [.json]
    default: [.json, .html]
    }
  }

  /// The parameters that a query for the page may have.
  var parameters: [String] {
    switch self {
    case .documentation: []
    case .items(let layer):
      ItemsQuery.parameters + ItemsQuery.filterable(layer.columns).map(\.column.name)
    default: ["f"]
    }
  }
}
