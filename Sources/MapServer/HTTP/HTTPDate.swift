internal import Foundation

/// A moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
///
/// - SeeAlso: RFC 9110, section 5.6.7.
struct HTTPDate: CustomStringConvertible {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  let description: String

  /// A moment given in seconds since the beginning of 1970.
  init(secondsSince1970 seconds: Int) {
    let day = seconds / 86_400
    let (year, month, dayOfMonth) = Self.civil(day)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let time = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(two)
    description =
      "\(Self.days[day % 7]), \(two(dayOfMonth)) \(Self.months[month]) \(year) "
      + time.joined(separator: ":") + " GMT"
  }

  /// The present moment.
  static var now: HTTPDate {
    HTTPDate(secondsSince1970: max(0, Int(Date.now.timeIntervalSince1970)))
  }

  /// The date of a day counted from the first of 1970; months count from 0.
  ///
  /// Years are taken to begin in March, so that the day of a leap year comes last.
  ///
  /// - SeeAlso: Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    // From the first of March of the year 0, in cycles of 400 years.
    let day = day + 719_468
    let (cycle, dayOfCycle) = day.quotientAndRemainder(dividingBy: 146_097)
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let month = (5 * dayOfYear + 2) / 153
    return (
      year: 400 * cycle + yearOfCycle + (month >= 10 ? 1 : 0), month: (month + 2) % 12,
      day: dayOfYear - (153 * month + 2) / 5 + 1
    )
  }
}
