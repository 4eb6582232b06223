internal import Places

/// A lookup from the areas of one edition to those of another, as its maker published it.
///
/// Either a best fit, one new area for each old one, or shares: how much of the old area's people
/// live in each new one.
public struct AreaCrosswalk: Sendable {
  /// A share of an old area.
  public struct Share: Hashable, Sendable {
    /// The new area's code.
    public let code: String
    /// The share of the old area's people who live in it, above 0.
    public let weight: Double
  }

  /// The file's name, for messages.
  public let file: String
  /// The number of rows.
  public let rowCount: Int
  private let shares: [String: [Share]]

  /// Reads a table with a row for each pair of an old and a new area.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - from: The column with the old code; the first column with codes if not given.
  ///   - to: The column with the new code; the second column with codes if not given.
  ///   - weight: The column with the share of people; a column named `weight`, `share` or
  ///     `population` if not given, and 1 for each where there is none.
  /// - Throws: ``IntakeError``: for a pair that stands twice, and for an old area in several new
  ///   ones without shares.
  public init(
    _ input: InputFile, from: String? = nil, to: String? = nil, weight: String? = nil
  ) throws(IntakeError) {
    let table = try AttributeFile(input).table
    let (from, to) = try Self.codeColumns(in: table, from: from, to: to)
    let weightColumn = try table.column(
      stated: weight, usual: ["weight", "share", "population", "people"], roles: [.population])
    var shares: [String: [Share]] = [:]
    for row in 0..<table.rowCount {
      let old = try table.requiredText(row: row, column: from)
      let new = try table.requiredText(row: row, column: to)
      let weight =
        try weightColumn.map { (column) throws(IntakeError) in
          try table.number(row: row, column: column, in: 0...1e12, expected: "a share, 0 or more")
        } ?? 1
      if shares[old]?.contains(where: { $0.code == new }) == true {
        throw .duplicate(file: table.file, column: table.header[to], value: "\(old), \(new)")
      }
      if weightColumn == nil, let other = shares[old]?.first {
        throw .invalidValue(
          file: table.file, line: table.line(ofRow: row), column: table.header[to], value: new,
          expected:
            "the only area for \(old), which \(other.code) is given for too; several need a "
            + "column of shares")
      }
      if weight > 0 { shares[old, default: []].append(Share(code: new, weight: weight)) }
    }
    file = input.name
    rowCount = table.rowCount
    self.shares = shares.mapValues { list in
      let total = list.reduce(0) { $0 + $1.weight }
      return list.sorted { ($1.weight, $0.code) < ($0.weight, $1.code) }
        .map { Share(code: $0.code, weight: $0.weight / total) }
    }
  }

  /// The new areas of an old one, the largest share first; empty for a code that is not listed.
  public func areas(for code: String) -> [Share] { shares[code] ?? [] }

  /// The new area that most of an old one's people live in; `nil` for a code that is not listed.
  public func bestFit(for code: String) -> String? { shares[code]?.first?.code }

  /// The best fit of every old area that is listed.
  var bestFits: [AreaCode: [AreaCode]] {
    shares.reduce(into: [:]) { fits, entry in
      if let best = entry.value.first { fits[AreaCode(entry.key)] = [AreaCode(best.code)] }
    }
  }

  /// Figures by new area: the mean of the old ones, weighted by the shares of people.
  ///
  /// `Σ w_ij · f_i / Σ w_ij` over the old areas *i* of the new area *j*. An old area without a figure
  /// does not count; a new area with none of them has no figure.
  ///
  /// - Complexity: O(*n* log *n*) in the number of pairs.
  public func means(of figures: [String: Double]) -> [String: Double] {
    var sums: [String: (weighted: Double, weight: Double)] = [:]
    // In a fixed order, so that the last digit does not depend on a dictionary's.
    for old in figures.keys.sorted() {
      guard let figure = figures[old] else { continue }
      for share in areas(for: old) {
        sums[share.code, default: (0, 0)].weighted += share.weight * figure
        sums[share.code, default: (0, 0)].weight += share.weight
      }
    }
    return sums.mapValues { $0.weighted / $0.weight }
  }

  /// Two columns of codes: those named, else the first two whose cells are codes.
  private static func codeColumns(
    in table: Table, from: String?, to: String?
  ) throws(IntakeError) -> (from: Int, to: Int) {
    let coded = table.header.indices.filter { column in
      table.rowCount > 0 && GSSCode(table.text(row: 0, column: column)) != nil
    }
    let first = try table.column(stated: from, usual: ["from", "old", "old_code"])
    let second = try table.column(stated: to, usual: ["to", "new", "new_code"])
    let rest = coded.filter { $0 != first && $0 != second }
    guard let old = first ?? rest.first,
      let new = second ?? rest.first(where: { $0 != old })
    else {
      throw .missingColumn(
        file: table.file, column: first == nil ? "from" : "to", present: table.header)
    }
    return (old, new)
  }
}
