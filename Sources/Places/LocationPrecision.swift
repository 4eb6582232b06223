public import SimpleFeatures

/// How well the location of an organisation is known, the best known first.
public enum LocationPrecision: String, Hashable, Sendable, CaseIterable {
  /// A position given by its coordinates.
  case point
  /// The middle of its postcode.
  case postcode
  /// The middle of a small census area.
  case outputArea = "output_area"
  /// The middle of its postcode sector: `SE1 7`.
  case postcodeSector = "postcode_sector"
  /// The middle of its postcode district: `SE1`.
  case postcodeDistrict = "postcode_district"
  /// The middle of its borough: says which borough, never where in it.
  case boroughPoint = "borough_point"
  /// No location.
  case none

  /// How far the true location may lie from the one given.
  ///
  /// The radius of a circle as large as the area that the location stands for, on average in
  /// London's 1,572 km²: √(area ∕ (π · number)), in hundreds of metres; rounded up for postcodes
  /// and output areas, some of which are many times as large as most.
  ///
  /// | | number | mean area | circle | radius taken |
  /// |---|---|---|---|---|
  /// | postcodes | some 180,000 | 0.0087 km² | 53 m | 100 m |
  /// | output areas | some 25,000 | 0.063 km² | 141 m | 200 m |
  /// | postcode sectors | 1,309 | 1.20 km² | 618 m | 600 m |
  /// | postcode districts | 311 | 5.05 km² | 1,268 m | 1,300 m |
  ///
  /// 0 for a point, and where there is no site.
  public var errorRadius: Distance {
    switch self {
    case .point: .metres(0)
    case .postcode: .metres(100)
    case .outputArea: .metres(200)
    case .postcodeSector: .metres(600)
    case .postcodeDistrict: .metres(1300)
    case .boroughPoint, .none: .metres(0)
    }
  }

  /// Whether it is where somebody works, known well or not; a borough's middle point is not.
  public var isSite: Bool {
    switch self {
    case .point, .postcode, .outputArea, .postcodeSector, .postcodeDistrict: true
    case .boroughPoint, .none: false
    }
  }

  /// Whether a location so known is a site known at least as well as one of another precision;
  /// `false` where either is no site.
  public func isAtLeast(_ other: LocationPrecision) -> Bool {
    isSite && other.isSite && errorRadius.metres <= other.errorRadius.metres
  }
}
