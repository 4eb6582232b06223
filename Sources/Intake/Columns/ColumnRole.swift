/// What a column of a table means.
///
/// The raw values are the words used in reports.
public enum ColumnRole: String, Hashable, Sendable, CaseIterable {
  // Areas.
  case wardCode = "ward_code"
  case wardName = "ward_name"
  case boroughCode = "borough_code"
  case boroughName = "borough_name"
  case lsoaCode = "lsoa_code"
  case lsoaName = "lsoa_name"
  case msoaCode = "msoa_code"
  case msoaName = "msoa_name"
  case oaCode = "oa_code"
  case regionCode = "region_code"
  case regionName = "region_name"
  case countryCode = "country_code"
  /// The code of an area whose level another column, or the code itself, tells.
  case anyCode = "any_code"
  /// The name of an area whose level another column tells.
  case anyName = "any_name"
  /// What kind of area a row is: `LBO` for a borough, `LBW` for a ward.
  case areaType = "area_type"

  // Positions and postcodes.
  case postcode
  /// The month a postcode came into use, `yyyymm`.
  case postcodeFrom = "postcode_from"
  /// The month a postcode ended, `yyyymm`; empty for a live one.
  case postcodeTo = "postcode_to"
  /// Who uses a postcode; 1 is a large user, a mailroom rather than a place.
  case postcodeUser = "postcode_user"
  case easting
  case northing
  case latitude
  case longitude
  /// A grid reference, or latitude and longitude in one cell.
  case position
  /// How good the position of a postcode is; the scale is the source's own.
  case gridQuality = "grid_quality"
  /// How well the location of an organisation is known.
  case locationPrecision = "location_precision"

  // Organisations.
  /// The identifier of the row itself: a grant, a record, an organisation of the study.
  case id
  /// The identifier of an organisation in a register.
  case orgID = "org_id"
  case orgName = "org_name"
  case orgCharity = "org_charity"
  case orgCompany = "org_company"
  /// Which charity of a group the row is: 0 for the main one.
  case orgParent = "org_parent"
  case orgStatus = "org_status"
  /// What an organisation does, in its own words.
  case orgText = "org_text"
  /// The code of the area an organisation's address lies in.
  case orgAreaCode = "org_area_code"
  case orgAreaType = "org_area_type"
  case serviceID = "service_id"
  case serviceName = "service_name"
  case group
  case kind
  case specialism
  case capacity
  case income
  case radius

  // Where an organisation works.
  case remitCode = "remit_code"
  case remitName = "remit_name"
  case remitType = "remit_type"
  case remitScope = "remit_scope"
  case remitGeometry = "remit_geometry"

  // People and need.
  case people
  case population
  case imdScore = "imd_score"
  case imdRank = "imd_rank"
  case imdDecile = "imd_decile"

  // Where facts come from.
  case amount
  case confidence
  case date
  case note
  case source
  case url

  /// A column of a known source that says nothing a study asks for: `OBJECTID`, `Shape__Area`.
  case furniture
  /// A remark in place of a column: `#comment …`.
  case skip

  /// Whether all columns of this role are read together, rather than the best of them.
  ///
  /// A grant may work in eight places; an organisation has one name.
  public var isList: Bool {
    switch self {
    case .remitCode, .remitName, .remitType, .remitGeometry, .orgAreaCode, .orgAreaType,
      .specialism, .note, .furniture, .skip:
      true
    default: false
    }
  }
}
