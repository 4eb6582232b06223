public import Places

/// The words around the names of areas in a text.
///
/// All are compared without case, accents and punctuation.
public struct RemitWords: Sendable {
  /// Names of the study area itself: "London".
  ///
  /// Alone such a name means all of it; beside a narrower area it only says where that is:
  /// "Lambeth, London".
  public var places: [String]
  /// What means the whole study area wherever it stands: "pan-London".
  public var everywhere: [String]
  /// Codes of the study area, and of areas that take it in.
  public var codes: [AreaCode: RemitScope]
  /// Codes of countries that lie outside.
  public var outsideCodes: [AreaCode]

  /// Names of wider areas that take the study in; beside a narrower one they only say where it is.
  public var countries: [String: RemitScope] = [
    "England": .national, "England and Wales": .national, "Great Britain": .national,
    "Britain": .national, "GB": .national, "UK": .national, "United Kingdom": .national,
  ]
  /// Words for a reach without a name of an area.
  public var scopes: [String: RemitScope] = [
    "national": .national, "nationally": .national, "nationwide": .national,
    "nation wide": .national, "country wide": .national, "countrywide": .national,
    "UK wide": .national, "UKwide": .national, "England wide": .national,
    "supranational": .supranational, "international": .supranational,
    "internationally": .supranational, "global": .global, "globally": .global,
    "worldwide": .global, "world wide": .global, "subnational": .subnational,
    "subnational region": .subnational, "local authority": .localAuthority,
    "local": .localArea, "local area": .localArea, "neighbourhood": .localArea,
  ]
  /// Names of areas outside the study.
  public var outside = ["Wales", "Scotland", "Northern Ireland", "overseas"]
  /// Words for the borough of the record itself.
  public var ownBorough = [
    "borough wide", "boroughwide", "whole borough", "whole of the borough", "the borough",
    "across the borough", "throughout the borough", "this borough",
  ]

  /// What stands before the name of a borough.
  public var boroughPrefixes = [
    "London Borough of", "London Borough", "Royal Borough of", "Royal London Borough of", "LB of",
    "LB", "L.B.", "L.B. of", "RB of", "Borough of", "City of", "Council of",
  ]
  /// What stands behind the name of a borough.
  public var boroughSuffixes = [
    "Council", "Borough Council", "City Council", "Borough", "London Borough", "London Boro",
    "Boro", "London Borough Council", "LBC", "LB", "local authority", "wide",
  ]
  /// What stands before the name of a ward.
  public var wardPrefixes = ["ward of", "ward"]
  /// What stands behind the name of a ward.
  public var wardSuffixes = ["ward", "wards"]

  /// Words that change nothing.
  public var fillers = [
    "the", "of", "all of", "whole of", "all", "both", "area", "areas", "borough", "boroughs",
    "boroughs of", "London borough", "London boroughs of", "royal boroughs of", "LB", "wards",
    "wards of", "people", "people of", "residents", "residents of", "communities",
    "communities of", "community groups", "organisations", "charities", "also", "only", "LSOA",
    "LSOAs", "MSOA", "MSOAs", "code", "codes", "our", "we work",
  ]
  /// Words behind which a new thought begins.
  public var prepositions = [
    "in", "across", "throughout", "within", "covering", "serving", "including", "e.g.", "for",
    "working in", "based in", "operating in", "living in", "people living in", "residents in",
    "all over", "we serve", "we cover", "areas include", "local to", "mainly", "mainly in",
    "primarily", "primarily in", "especially", "particularly", "with a focus on", "focusing on",
  ]
  /// Words that join two areas.
  public var conjunctions = [
    "and", "as well as", "plus", "along with", "together with", "and also", "or",
  ]
  /// Words that take something away; what they stand in is never guessed at.
  public var exclusions = [
    "except", "except for", "excepting", "excluding", "excl", "not", "but not", "not including",
    "apart from", "other than", "outside", "outside of", "without", "minus",
  ]
  /// Words that say that nothing is said.
  public var nothing = [
    "none", "n/a", "not known", "unknown", "not applicable", "not specified", "not stated",
    "unspecified", "undefined", "GLS099", "tbc", "to be confirmed", "#N/A", "null",
  ]

  /// The words for a study area.
  ///
  /// - Parameters:
  ///   - places: Its names, of which "pan-…", "…-wide" and "all of …" are made too.
  ///   - everywhere: Other words that mean all of it.
  ///   - codes: Its codes, and those of areas that take it in.
  ///   - outsideCodes: Codes of countries that lie outside.
  public init(
    places: [String], everywhere: [String] = [], codes: [AreaCode: RemitScope] = [:],
    outsideCodes: [AreaCode] = []
  ) {
    self.places = places
    self.everywhere =
      everywhere + ["all boroughs", "every borough", "city wide", "citywide"]
      + places.flatMap { place in
        [
          "pan \(place)", "pan\(place)", "\(place) wide", "\(place)wide", "all \(place)",
          "all of \(place)", "whole of \(place)", "the whole of \(place)",
          "all \(place) boroughs", "all the \(place) boroughs", "every \(place) borough",
          "all boroughs of \(place)", "all boroughs in \(place)", "\(place) region",
        ]
      }
    self.codes = codes
    self.outsideCodes = outsideCodes
  }

  /// The words for London.
  public static let london = RemitWords(
    places: ["London", "Greater London"],
    everywhere: [
      "all 32 boroughs", "all 32 London boroughs", "all 33 boroughs", "all 33 London boroughs",
      "32 London boroughs", "33 London boroughs", "all London local authorities",
    ],
    codes: [
      "E12000007": .studyWide, "E92000001": .national, "K02000001": .national,
      "K03000001": .national, "K04000001": .national,
    ],
    outsideCodes: ["W92000004", "S92000003", "N92000002"])
}
