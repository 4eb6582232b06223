public import SimpleFeatures

/// How well the location of an organisation is known.
public enum LocationPrecision: String, Hashable, Sendable, CaseIterable {
  /// A position given by its coordinates.
  case point
  /// The middle of its postcode.
  case postcode
  /// The middle of its postcode sector.
  case postcodeSector = "postcode_sector"
  /// The middle of a small census area.
  case outputArea = "output_area"
  /// The middle of its borough: says which borough, never where in it.
  case boroughPoint = "borough_point"
  /// No location.
  case none

  /// Whether distances to the location mean anything.
  public var isSite: Bool {
    switch self {
    case .point, .postcode, .postcodeSector, .outputArea: true
    case .boroughPoint, .none: false
    }
  }
}

/// Where an organisation works from.
public struct Site: Hashable, Sendable {
  /// The position, if there is one, in the study's reference system.
  public let position: Coordinate?
  /// How well it is known.
  public let precision: LocationPrecision

  /// A site from its position and precision.
  public init(position: Coordinate?, precision: LocationPrecision) {
    self.position = position
    self.precision = position == nil ? .none : precision
  }

  /// No location at all.
  public static let unknown = Site(position: nil, precision: .none)

  /// The position from which distances may be measured; `nil` for a borough's middle point.
  public var measurablePosition: Coordinate? { precision.isSite ? position : nil }
}
