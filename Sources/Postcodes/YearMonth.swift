/// A month of a year, as postcode directories date what they say.
public struct YearMonth: Hashable, Sendable {
  /// Months since the beginning of the year 0.
  let months: UInt16

  init(months: UInt16) {
    self.months = months
  }

  /// A month, counted from 1, of a year up to 5000; `nil` for what is none.
  public init?(year: Int, month: Int) {
    guard (1...5000).contains(year), (1...12).contains(month) else { return nil }
    months = UInt16(year * 12 + month - 1)
  }

  /// Six digits, "201603"; `nil` for anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == 6, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    self.init(year: number / 100, month: number % 100)
  }

  /// The year.
  public var year: Int { Int(months) / 12 }

  /// The month, from 1 to 12.
  public var month: Int { Int(months) % 12 + 1 }
}

extension YearMonth: Comparable, CustomStringConvertible {
  /// Whether one is earlier than the other.
  public static func < (first: YearMonth, second: YearMonth) -> Bool {
    first.months < second.months
  }

  /// The year and the month: "2016-03".
  public var description: String {
    let year = String(year)
    let zeros = String(repeating: "0", count: 4 - year.count)
    return zeros + year + (month < 10 ? "-0" : "-") + String(month)
  }
}
