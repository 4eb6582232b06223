/// How far a remit says that it reaches, from the smallest to the whole world.
public enum RemitScope: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// A neighbourhood, smaller than a borough.
  case localArea
  /// A borough or another local authority.
  case localAuthority
  /// The whole study area and no more: a pan-London provider.
  case studyWide
  /// A part of the country larger than a local authority; not always the study area.
  case subnational
  /// The country.
  case national
  /// Several countries, or a continent.
  case supranational
  /// The world.
  case global

  /// Orders scopes by their reach.
  public static func < (left: RemitScope, right: RemitScope) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether it takes in the whole study area.
  public var coversStudy: Bool {
    switch self {
    case .localArea, .localAuthority, .subnational: false
    case .studyWide, .national, .supranational, .global: true
    }
  }

  /// The codes of 360Giving.
  ///
  /// - SeeAlso: 360Giving, *Data Standard*, codelist `locationScope`. `GLS099`, undefined, says
  ///   nothing.
  static let codes: [(code: String, scope: RemitScope)] = [
    ("GLS010", .global), ("GLS020", .supranational), ("GLS030", .national),
    ("GLS040", .subnational), ("GLS050", .localAuthority), ("GLS060", .localArea),
  ]
}
