internal import GeoJSON

/// A link to another page, or to the page itself.
struct Link: Hashable, Sendable {
  /// What the page is to this one.
  let relation: String
  /// The media type that the page is asked for in.
  let mediaType: String
  /// What a reader sees of it.
  let title: String
  /// The absolute address.
  let address: String

  init(_ relation: String, _ mediaType: String, _ title: String, to address: String) {
    self.relation = relation
    self.mediaType = mediaType
    self.title = title
    self.address = address
  }

  var json: JSONValue {
    .members([
      "href": .string(address), "rel": .string(relation), "type": .string(mediaType),
      "title": .string(title),
    ])
  }
}
