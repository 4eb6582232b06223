public import Places

/// Tells whether the codes in a table are of the same edition as boundaries.
///
/// A code that the boundaries lack may be a slip of the pen, or of an area elsewhere. It is taken for
/// one of another edition where there is evidence: its number is that of a former or later ward of
/// London, its column names another year, or its row is known to lie within the study.
public struct VintageCheck: Sendable {
  /// A code in the table, and whose.
  public struct Entry: Hashable, Sendable {
    /// The code.
    public let code: String
    /// Whose it is: an organisation, a place.
    public let owner: String
    /// The name of its borough, where known.
    public let borough: String
    /// Whether the row is known to lie within the study; `nil` where that is not known.
    public let isInside: Bool?

    /// An entry from its parts.
    public init(code: String, owner: String, borough: String = "", isInside: Bool? = nil) {
      self.code = code
      self.owner = owner
      self.borough = borough
      self.isInside = isInside
    }
  }

  private let boundaries: Boundaries
  private let side: VintageMismatch.Side
  private let entities: Set<Substring>
  private let isInLondon: Bool

  /// Fewer rows than this, and a smaller share of them than ``leastShare``, are slips of the pen.
  private static let leastRows = 3
  private static let leastShare = 0.05

  /// A check against boundaries.
  ///
  /// - Parameters:
  ///   - boundaries: The areas.
  ///   - file: Their file.
  ///   - column: The property with their codes.
  public init(_ boundaries: Boundaries, file: String, column: String) {
    self.boundaries = boundaries
    let codes = boundaries.areas.compactMap { GSSCode($0.code.description) }
    entities = Set(codes.map(\.entity))
    isInLondon = codes.contains(where: \.isLondonWard)
    let year = RecognisedTable.vintage(ofColumn: column).map(String.init) ?? ""
    let stated = boundaries.vintage.description
    side = VintageMismatch.Side(
      file: file, column: column,
      vintage: !stated.isEmpty ? stated : !year.isEmpty ? year : Self.editions(of: codes),
      count: boundaries.count)
  }

  /// The mismatch, if there is one.
  ///
  /// - Parameters:
  ///   - entries: The codes of the table and whose they are, in the order of the rows.
  ///   - file: The table's file.
  ///   - column: The column with the codes.
  /// - Returns: Both editions and who a join would lose; `nil` where the codes fit.
  /// - Complexity: O(*n* log *n*) in the number of entries.
  public func mismatch(
    of entries: [Entry], file: String, column: String
  ) -> VintageMismatch? {
    let coded = entries.compactMap { entry in
      GSSCode(entry.code).map { (entry: entry, code: $0) }
    }.filter { entities.contains($0.code.entity) }
    let year = RecognisedTable.vintage(ofColumn: column)
    let isOfOtherYear = year.map { !side.vintage.contains(String($0)) } ?? false
    let isDated = side.vintage.contains { $0.isNumber }
    let lost = coded.filter { entry, code in
      guard boundaries.index(of: AreaCode(code.text)) == nil, entry.isInside != false else {
        return false
      }
      return entry.isInside == true || (isInLondon && code.isLondonWard)
        || (isOfOtherYear && isDated)
    }
    guard !lost.isEmpty,
      lost.count >= Self.leastRows || Double(lost.count) >= Self.leastShare * Double(coded.count)
    else { return nil }
    // One slip in a handful of rows is no other edition, unless its number says so.
    if lost.count < Self.leastRows, !lost.contains(where: \.code.isLondonWard), !isOfOtherYear {
      return nil
    }
    let boroughs = Dictionary(
      grouping: lost.map(\.entry.borough).filter { !$0.isEmpty }, by: \.self
    ).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return VintageMismatch(
      level: boundaries.level.description, boundaries: side,
      table: VintageMismatch.Side(
        file: file, column: column,
        vintage: year.map(String.init) ?? Self.editions(of: lost.map(\.code)), count: coded.count),
      lostCodes: Set(lost.map(\.code.text)).sorted(), lost: lost.map(\.entry.owner),
      boroughs: boroughs.map { "\($0.key) (\($0.value.count))" })
  }

  /// When codes came into use, by their numbers: "codes of 2014 to 2022".
  private static func editions(of codes: [GSSCode]) -> String {
    let years = Set(codes.compactMap(\.year)).sorted()
    guard let first = years.first, let last = years.last else { return "" }
    return first == last ? "codes of \(first)" : "codes of \(first) to \(last)"
  }
}
