/// From which day a workbook counts.
enum DateSystem: Hashable, Sendable {
  /// Day 1 is 1 January 1900, and there is a 29 February 1900 that never was: Excel copied it from
  /// Lotus 1-2-3.
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904
}

/// A number of days that is shown as a date or time.
struct SerialDate {
  private let days: Int
  private let milliseconds: Int
  private let system: DateSystem

  private static let millisecondsInDay = 86_400_000
  /// 31 December 9999, the last day of Excel.
  private static let lastDay = 2_958_465

  /// A number of days since the beginning; `nil` for one that Excel would not show either.
  init?(_ serial: Double, system: DateSystem) {
    guard serial >= 0, serial < Double(Self.lastDay + 1) else { return nil }
    // Times are stored as fractions of a day, and a millisecond is what survives that.
    let total = Int((serial * Double(Self.millisecondsInDay)).rounded())
    (days, milliseconds) = total.quotientAndRemainder(dividingBy: Self.millisecondsInDay)
    self.system = system
  }

  /// The date or time in ISO 8601; `nil` if there is none, as for day 0 and the 29 February of 1900.
  func text(_ format: NumberFormat) -> String? {
    switch format {
    case .number: nil
    case .time where days == 0: clock(hours: 0)
    case .duration: clock(hours: days * 24)
    case .date, .time: date.map { milliseconds == 0 ? $0 : "\($0)T\(clock(hours: 0))" }
    }
  }

  private var date: String? {
    let civil: CivilDate
    switch system {
    case .from1904: civil = CivilDate(daysSince1970: days - 24_107)
    case .from1900 where days == 0 || days == 60: return nil
    case .from1900: civil = CivilDate(daysSince1970: days - (days < 60 ? 25_568 : 25_569))
    }
    guard civil.year <= 9_999 else { return nil }
    return "\(civil.year)-\(Self.padded(civil.month, 2))-\(Self.padded(civil.day, 2))"
  }

  private func clock(hours: Int) -> String {
    let seconds = milliseconds / 1_000
    let parts = [hours + seconds / 3_600, seconds / 60 % 60, seconds % 60]
    let fraction = milliseconds % 1_000
    return parts.map { Self.padded($0, 2) }.joined(separator: ":")
      + (fraction == 0 ? "" : "." + Self.padded(fraction, 3))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A day of the Gregorian calendar.
struct CivilDate: Hashable {
  let year: Int
  let month: Int
  let day: Int

  /// The day so many days after 1 January 1970; for days from the year 0 on.
  ///
  /// Years are counted from March, so that the leap day is the last of its year; 400 of them have
  /// 146,097 days.
  init(daysSince1970 days: Int) {
    let fromMarch0 = days + 719_468
    let (era, dayOfEra) = fromMarch0.quotientAndRemainder(dividingBy: 146_097)
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }
}
