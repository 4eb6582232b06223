internal import Intake

extension RunComparison {
  /// The comparison as lines of text: a summary, the largest moves, and what differs.
  ///
  /// - Parameter rows: How many moves to show.
  /// - Returns: The lines, without a break after the last.
  public func text(rows: Int) -> String {
    var lines = [summary]
    let moved = areas.filter(isMoved)
    if !moved.isEmpty, rows > 0 { lines += table(moved, rows: rows) }
    lines += list(onlyInFirst, rows: rows, title: "Only in the first run")
    lines += list(onlyInSecond, rows: rows, title: "Only in the second run")
    if !differences.isEmpty {
      lines += ["", "What differs"] + differences.map(Self.line(on:))
    }
    return lines.joined(separator: "\n")
  }

  private var summary: String {
    guard !isSame else {
      return "The runs are the same: \(studies.first), \(count(areas.count))."
    }
    let moved = areas.filter(isMoved)
    let ranks = areas.count { $0.first.rank != $0.second.rank }
    var text =
      moved.isEmpty
      ? "No figure of the \(count(areas.count)) differs."
      : "\(NumberText.text(Double(moved.count))) of \(count(areas.count)) differ, "
        + "\(NumberText.text(Double(ranks))) in rank."
    if let largest = moved.first, let change = largest.rankChange, change != 0,
      let before = largest.first.rank, let after = largest.second.rank
    {
      text +=
        " The largest move is that of \(Self.place(largest)): from rank \(before) to \(after)."
    }
    return text + (moved.isEmpty ? "" : " " + cause)
  }

  private var cause: String {
    func listed(_ causes: [Cause]) -> String { causes.map(\.words).joined(separator: ", ") }
    return switch explanation {
    case .none: "Nothing in the records explains that; `coldspot verify` tells if they are true."
    case .one(let cause): "All of it is due to the other \(cause.words)."
    case .split(let causes):
      "The parts of \(listed(causes)), changed in this order, add up to each move."
    case .unknown(let causes, let reason):
      "What is due to which of \(listed(causes)) cannot be told: \(reason)"
    }
  }

  private func count(_ number: Int) -> String {
    NumberText.text(Double(number)) + " " + (number == 1 ? level.rawValue : "\(level.rawValue)s")
  }

  private static func place(_ area: Area) -> String {
    area.borough == area.name || area.borough.isEmpty ? area.name : "\(area.name), \(area.borough)"
  }

  /// The causes that have a column of their own.
  var splitCauses: [Cause] {
    guard case .split = explanation else { return [] }
    return Cause.allCases.filter { cause in
      areas.contains { $0.parts.contains { $0.cause == cause } }
    }
  }

  private func table(_ moved: [Area], rows: Int) -> [String] {
    let shown = moved.prefix(rows)
    let names = shown.map(Self.place)
    let width = max(names.map(\.count).max() ?? 0, 12)
    func row(_ ranks: [String], _ scores: [String], _ name: String, _ more: [String]) -> String {
      let cells =
        ranks.map { NumberText.leading($0, 6) } + scores.map { NumberText.leading($0, 8) }
        + ["  " + NumberText.padded(name, width)] + more.map { NumberText.leading($0, 11) }
      return String(cells.joined().reversed().drop { $0 == " " }.reversed())
    }
    let parts = splitCauses
    var lines = [
      "",
      row(
        ["rank", "then"], ["score", "then", "change"], "largest moves",
        parts.map(\.rawValue) + ["cause"]),
    ]
    for (area, name) in zip(shown, names) {
      let dues = parts.map { cause in
        Self.signed(area.parts.first { $0.cause == cause }?.score)
      }
      lines.append(
        row(
          [area.first.rank, area.second.rank].map { $0.map(String.init) ?? "-" },
          [area.first.score, area.second.score].map {
            $0.map { NumberText.text($0, decimals: 1) } ?? "-"
          } + [Self.signed(area.scoreChange)],
          name, dues + [area.cause?.rawValue ?? "-"]))
    }
    if moved.count > rows { lines.append("  … \(moved.count - rows) more") }
    return lines
  }

  private static func signed(_ number: Double?) -> String {
    guard let number else { return "-" }
    let text = NumberText.text(number, decimals: 2)
    return number > 0 ? "+" + text : text
  }

  private func list(_ areas: [LoneArea], rows: Int, title: String) -> [String] {
    guard !areas.isEmpty else { return [] }
    let more = areas.count > rows ? ["  … \(areas.count - rows) more"] : []
    return ["", "\(title): \(count(areas.count))"]
      + areas.prefix(rows).map { "  \($0.code)  \($0.name)" } + more
  }

  private static func line(on difference: Difference) -> String {
    "  " + NumberText.padded(difference.cause?.rawValue ?? "-", 11)
      + "\(difference.name): \(difference.first) → \(difference.second)"
  }
}
