/// A code of the Government Statistical Service: a letter for the country, two digits for the kind
/// of area, six for the area.
///
/// - SeeAlso: Office for National Statistics, *Register of Geographic Codes*.
public struct GSSCode: Hashable, Sendable {
  /// The code in capitals: "E05014053".
  public let text: String

  /// The code in a text; `nil` for anything else.
  public init?(_ text: String) {
    let code = text.trimmed.uppercased()
    let bytes = Array(code.utf8)
    guard bytes.count == 9, "EWSNKJLM".utf8.contains(bytes[0]),
      bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.text = code
  }

  /// The country and the kind of area: "E05" for the wards of England.
  public var entity: Substring { text.prefix(3) }

  /// The number of the area within its kind.
  public var number: Int { Int(text.dropFirst(3)) ?? 0 }

  /// What the kind of area is called, where it is one that studies use.
  public var level: String? {
    switch entity {
    case "E05", "W05", "S13", "N08": "ward"
    case "E09": "borough"
    case "E06", "E07", "E08", "W06", "S12", "N09": "local authority"
    case "E01", "W01", "S01": "neighbourhood (LSOA)"
    case "E02", "W02", "S02": "neighbourhood (MSOA)"
    case "E00", "W00", "S00": "output area"
    case "E12": "region"
    default: nil
    }
  }

  /// The year from which the code is used, where its number tells: for London's wards and for the
  /// neighbourhoods (LSOA) of England.
  ///
  /// Codes are given out in rising order, and those that end are never used again. London's wards
  /// came in four lots: at the first coding, and with the orders of 2013 and 2014, of 2018 and of
  /// 2022. Neighbourhoods were coded after the censuses of 2001, 2011 and 2021.
  ///
  /// - SeeAlso: Office for National Statistics, *Code History Database*.
  public var year: Int? {
    let blocks = entity == "E05" ? Self.londonWards : entity == "E01" ? Self.neighbourhoods : []
    return blocks.first { $0.numbers.contains(number) }?.year
  }

  /// Whether the code is, or once was, that of a ward in London.
  public var isLondonWard: Bool { entity == "E05" && year != nil }

  private typealias Block = (numbers: ClosedRange<Int>, year: Int)

  private static let londonWards: [Block] = [
    (1...649, 2009),
    (9_288...9_312, 2014), (9_317...9_336, 2014), (9_367...9_405, 2014),
    (11_095...11_117, 2018), (11_217...11_255, 2018), (11_462...11_489, 2018),
    (13_496...13_829, 2022), (13_882...13_946, 2022), (13_967...14_030, 2022),
    (14_053...14_119, 2022),
  ]

  private static let neighbourhoods: [Block] = [
    (1...32_482, 2001), (32_483...33_768, 2011), (33_769...35_764, 2021),
  ]
}
