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

  /// How far the true location may lie from the one given.
  ///
  /// The radius of a circle as large as the area that the location stands for, on average in
  /// London's 1,572 km²: some 180,000 postcodes (53 m) and 25,000 output areas (141 m), each
  /// rounded up for those that are larger than most, and sectors of about a square kilometre.
  public var errorRadius: Distance {
    switch self {
    case .point: .metres(0)
    case .postcode: .metres(100)
    case .outputArea: .metres(200)
    case .postcodeSector: .metres(600)
    case .boroughPoint, .none: .metres(0)
    }
  }

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
