/// The parameter `datetime`: an instant or an interval of time.
///
/// The layers have no time, and what has none is chosen by every time there is (OGC 17-069r4,
/// section 7.15.4), so that only the form matters.
enum TimeParameter {
  /// Refuses what is not an instant of RFC 3339 or an interval of them, at most one of whose ends
  /// is left open by `..` or by nothing.
  static func check(_ text: String) throws(Problem) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    let instants = ends.map { Instant($0) }
    let isOpen = ends.map { $0.isEmpty || $0 == ".." }
    let isValid =
      switch (instants.first ?? nil, instants.last ?? nil) {
      case (.some, .some) where ends.count == 1: true
      case (let start?, let end?) where ends.count == 2: start <= end
      case (.some, nil) where ends.count == 2: isOpen[1]
      case (nil, .some) where ends.count == 2: isOpen[0]
      default: false
      }
    guard isValid else {
      throw .badValue(
        parameter: "datetime", value: text,
        expected: "an instant such as 2025-01-31T12:00:00Z, or two with a slash between them, "
          + "the earlier first, of which one may be ‘..’")
    }
  }
}

/// An instant of RFC 3339, section 5.6.
struct Instant: Comparable, Sendable {
  /// Seconds since the beginning of 1970, UTC; a leap second is the next minute's first.
  let seconds: Int
  /// The digits of the fraction without zeros at the end.
  let fraction: [UInt8]

  /// Reads an instant; `nil` if the text is none, or its day is not in the calendar.
  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    func number(_ digits: Int) -> Int? {
      let taken = rest.prefix(digits)
      guard taken.count == digits, taken.allSatisfy(Self.isDigit) else { return nil }
      rest = rest.dropFirst(digits)
      return taken.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
    }
    func sign(_ signs: StaticString) -> Bool {
      guard let first = rest.first, signs.description.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4), sign("-"), let month = number(2), sign("-"), let day = number(2),
      sign("Tt"), let hour = number(2), sign(":"), let minute = number(2), sign(":"),
      let second = number(2),
      (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    var fraction: [UInt8] = []
    if sign(".") {
      fraction = Array(rest.prefix(while: Self.isDigit))
      rest = rest.dropFirst(fraction.count)
      guard !fraction.isEmpty else { return nil }
      while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    }
    var offset = 0
    if !sign("Zz") {
      let isWest = rest.first == UInt8(ascii: "-")
      guard sign("+-"), let hours = number(2), sign(":"), let minutes = number(2), hours < 24,
        minutes < 60
      else { return nil }
      offset = (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    guard rest.isEmpty else { return nil }
    let days = Self.daysBefore(year) + Self.daysBefore(month, of: year) + day - 1
    seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    self.fraction = fraction
  }

  static func < (one: Instant, other: Instant) -> Bool {
    one.seconds != other.seconds
      ? one.seconds < other.seconds : one.fraction.lexicographicallyPrecedes(other.fraction)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from the beginning of 1970 to that of a year of the Gregorian calendar, 0 to 9999.
  private static func daysBefore(_ year: Int) -> Int {
    func leapDays(before year: Int) -> Int {
      year == 0 ? 0 : 1 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400
    }
    return (year - 1970) * 365 + leapDays(before: year) - leapDays(before: 1970)
  }

  private static func daysBefore(_ month: Int, of year: Int) -> Int {
    (1..<month).reduce(0) { $0 + days(inMonth: $1, of: year) }
  }
}
