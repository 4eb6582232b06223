/// A thing with a place and properties: one row of a layer.
///
/// - SeeAlso: RFC 7946, section 3.2.
public struct Feature: Hashable, Sendable {
  /// A string or a number; `nil` if the file gives none.
  public var id: JSONValue?
  /// Where the thing is; `nil` for a thing that has not been located.
  public var geometry: Geometry?
  /// What is known of the thing; empty if the file says `null`.
  public var properties: Properties

  /// Makes a feature.
  public init(id: JSONValue? = nil, geometry: Geometry?, properties: Properties = Properties()) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
  }
}
