/// How well the position of a postcode is known: `gridind` of the ONS directories.
///
/// The positional quality indicator of Code-Point Open is ten times the same.
///
/// - SeeAlso: Office for National Statistics, *ONS Postcode Directory: User Guide*; Ordnance Survey,
///   *Code-Point Open: User Guide and Technical Specification*.
public enum PositionalQuality: UInt8, Hashable, Sendable {
  /// In the building of the address nearest to the mean of all addresses.
  case building = 1
  /// The same, found by looking at a map.
  case buildingByInspection = 2
  /// Within 50 m.
  case within50Metres = 3
  /// The mean of the addresses.
  case unitMean = 4
  /// Estimated from the postcodes around.
  case estimated = 5
  /// The mean of the sector, mostly for boxes in post offices.
  case sectorMean = 6
  /// Ended before positions were kept in this way; the last one known.
  case endedBeforeGridlink = 8
  /// No position is known.
  case none = 9

  /// The quality from its number, 1 to 9 or 10 to 90; `nil` for any other number.
  public init?(number: Int) {
    guard (1...9).contains(number) || (10...90).contains(number) && number % 10 == 0 else {
      return nil
    }
    self.init(rawValue: UInt8(number < 10 ? number : number / 10))
  }
}
