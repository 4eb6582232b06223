/// What the display of a number makes of it.
enum NumberFormat: Hashable, Sendable {
  /// A number.
  case number
  /// A date, perhaps with a time.
  case date
  /// A time of the day.
  case time
  /// A length of time, whose hours may pass 24.
  case duration

  /// The format that Excel has built in under a number.
  init(builtIn number: Int) {
    self =
      switch number {
      case 14...17, 22: .date
      case 18...21, 45, 47: .time
      case 46: .duration
      default: .number
      }
  }

  /// The format of a code, such as `dd/mm/yyyy`.
  ///
  /// Letters count where they are neither quoted, escaped, padding, nor in brackets; of brackets
  /// only `[h]`, `[m]` and `[s]` count. An `m` alone is a month, beside hours or seconds a minute.
  /// Only the first section is looked at, which is that of positive numbers.
  init(code: String) {
    // The names of the plain format hold letters of dates.
    guard !["general", "standard"].contains(code.lowercased()) else {
      self = .number
      return
    }
    let letters = Self.letters(of: code)
    let hasClock = letters.contains("h") || letters.contains("s")
    if letters.contains("[") {
      self = .duration
    } else if letters.contains("y") || letters.contains("d") {
      self = .date
    } else if hasClock {
      self = .time
    } else {
      self = letters.contains("m") ? .date : .number
    }
  }

  /// The letters of a code that stand for parts of a date, and `[` for an elapsed time.
  private static func letters(of code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        if let first = content.first, "hms".contains(first), Set(content).count == 1 {
          letters.insert("[")
        }
        rest = rest.dropFirst(content.count + 1)
      case "y", "m", "d", "h", "s": letters.insert(character)
      default: break
      }
    }
    return letters
  }
}

/// The part that says how cells are displayed.
final class StylesPart: XMLVisitor {
  /// The format of each style that a cell can name by its number.
  private(set) var cellFormats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
    switch name {
    case "cellXfs": isInCellFormats = true
    case "numFmt":
      if let code = attributes["formatCode"] { custom[number] = NumberFormat(code: code) }
    case "xf" where isInCellFormats:
      cellFormats.append(custom[number] ?? NumberFormat(builtIn: number))
    default: break
    }
  }

  func end(_ name: String, text: [UInt8]) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}
