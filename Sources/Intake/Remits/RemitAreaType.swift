/// What kind of area a record says that its code or name is of.
enum RemitAreaType: Hashable, Sendable {
  /// An electoral ward.
  case ward
  /// A borough, district or other local authority.
  case borough
  /// A region, or a group of local authorities.
  case region
  case country
  case continent
  /// A census area: output area, LSOA, MSOA.
  case smallArea
  /// A kind of area that remits are not read from, such as a constituency.
  case other

  /// Reads a `geographic code type` of 360Giving or a `geographic_area_type` of the Charity
  /// Commission; `nil` for an empty text.
  ///
  /// - SeeAlso: 360Giving, *Data Standard*, codelist `geoCodeType`.
  init?(_ text: String) {
    switch RemitText.folded(text) {
    case "": return nil
    case "wd", "ward", "wards", "cmwd", "ced": self = .ward
    case "lonb", "ua", "md", "nmd", "ca", "lad", "cmlad", "la", "lb", "borough",
      "london borough", "local authority", "district":
      self = .borough
    case "rgn", "gor", "rgn / gor", "region", "cty", "county", "cmcty": self = .region
    case "ctry", "country": self = .country
    case "continent": self = .continent
    case "oa", "lsoa", "msoa", "dz", "ig", "sa": self = .smallArea
    default: self = .other
    }
  }
}
