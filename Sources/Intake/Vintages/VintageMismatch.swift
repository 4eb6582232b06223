/// Codes of one edition of areas where the other file has another: a join would lose rows.
public struct VintageMismatch: Hashable, Sendable {
  /// One of the two files.
  public struct Side: Hashable, Sendable {
    /// The file.
    public let file: String
    /// The column with the codes.
    public let column: String
    /// Their edition, as far as it is known: "2018", "numbered in 2014 to 2018"; empty if not.
    public let vintage: String
    /// The number of areas, or of rows with a code.
    public let count: Int

    /// A side from its parts.
    public init(file: String, column: String, vintage: String, count: Int) {
      self.file = file
      self.column = column
      self.vintage = vintage
      self.count = count
    }
  }

  /// What kind of area the codes are of.
  public let level: String
  /// The boundaries.
  public let boundaries: Side
  /// The table.
  public let table: Side
  /// The codes that the boundaries lack, in ascending order.
  public let lostCodes: [String]
  /// Who a join would lose: organisations or places, by name or identifier, in the order given.
  public let lost: [String]
  /// Where most of them are, where that is known, the most first.
  public let boroughs: [String]

  /// The most names that a message gives.
  private static let shownLimit = 5

  /// What to try.
  var suggestion: String {
    "Use boundaries and codes of one edition, or name a lookup from one to the other in the study "
      + "file: crosswalk = \"best-fit.csv\", with the old code, the new code and, for numbers, the "
      + "share of people."
  }
}

extension VintageMismatch: CustomStringConvertible {
  /// Both editions, and what a join would lose.
  public var description: String {
    let first = lostCodes.first.map { " (first: \($0))" } ?? ""
    let vintages = [boundaries, table].map {
      $0.vintage.isEmpty ? "edition not stated" : $0.vintage
    }
    let most =
      boroughs.isEmpty ? "" : ", most in " + boroughs.prefix(3).joined(separator: ", ")
    let names = lost.prefix(Self.shownLimit).joined(separator: ", ")
    let more = lost.count > Self.shownLimit ? ", …" : ""
    return """
      \(boundaries.file) and \(table.file) use different editions of \(level) codes.
        \(boundaries.file)  \(boundaries.column)  \(counted(boundaries.count, "area")), \(vintages[0])
        \(table.file)  \(table.column)  \(counted(table.count, "row")) with a code, \
      \(counted(lostCodes.count, "code")) that the boundaries lack\(first), \(vintages[1])
        A join would lose \(counted(lost.count, "row"))\(most), and make those places look cold: \
      \(names)\(more)
      """
  }
}
