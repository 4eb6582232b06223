/// What the columns of a table mean, and where the table comes from.
///
/// A header is read as a whole, because one name means different things in different files:
/// `name` is a ward beside `LB_GSS_CD`, any area beside `Area_Code` and an organisation
/// otherwise. First the source is found that knows most of the names (a name that few sources
/// have tells more than one that all have), then each column gets the role it has there; a column
/// the source does not have gets the role it would have in anyone's spreadsheet.
public struct RecognisedTable: Sendable {
  /// The columns, in their order.
  public let columns: [RecognisedColumn]
  /// Where the table seems to come from.
  public let source: DataSource
  /// The names that tell, "ONS boundary or lookup: WD24CD, LAD24CD".
  public let sourceReason: String
  /// The roles for which one of several columns was taken.
  public let choices: [ColumnChoice]
  /// Whether the given cells name the columns; `false` for a file that begins with its data.
  public let hasHeader: Bool

  /// The columns of each role, best first.
  private let columnsByRole: [ColumnRole: [Int]]

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - header: The cells of the header row; of a file of Code-Point Open, which has none, the
  ///     cells of its first row.
  ///   - lexicon: The names known.
  /// - Complexity: O(*n*) in the characters of the header.
  public init(header: [String], lexicon: ColumnLexicon = .standard) {
    hasHeader = !CodePointOpenRow.isOne(header)
    let names = hasHeader ? header : ColumnLexicon.codePointOpenHeader
    let parts = names.map { ColumnName($0) }
    let readings = parts.map { lexicon.readings(of: $0) }

    let ballot = SourceBallot(readings)
    let source = hasHeader ? ballot.winner : .codePointOpen
    let chooser = RoleChooser(source: source, names: parts, readings: readings)
    let chosen = parts.indices.map { chooser.reading(ofColumn: $0) }

    columns = names.indices.map { index in
      RecognisedColumn(
        name: names[index], role: chosen[index]?.role, source: chosen[index]?.source,
        vintage: parts[index].year, entry: parts[index].entry,
        reason: chosen[index]?.reason ?? "no source has a column of this name",
        needDirection: NeedDirection(of: parts[index], role: chosen[index]?.role))
    }
    self.source = source
    sourceReason =
      hasHeader
      ? ballot.reason(for: source, names: names)
      : "\(source): no header, and the first row is a postcode with its position and codes"
    let order = RoleOrder(chosen: chosen, columns: columns, source: source)
    columnsByRole = order.columnsByRole
    choices = order.choices
  }

  /// The columns of a role, best first; in the order of the table for a role that is read as a
  /// list.
  public func columns(for role: ColumnRole) -> [Int] { columnsByRole[role] ?? [] }

  /// The best column of a role.
  public func column(for role: ColumnRole) -> Int? { columnsByRole[role]?.first }

  /// The columns whose names no source has, in order.
  public var unrecognised: [Int] { columns.indices.filter { columns[$0].role == nil } }

  /// The columns of a known source that say nothing a study asks for.
  public var furniture: [Int] { columns(for: .furniture) }

  /// Which way a column points as a measure of need; `nil` where its name does not tell.
  public func needDirection(ofColumn column: Int) -> NeedDirection? {
    columns[column].needDirection
  }

  /// The number of columns with a known name.
  public var recognisedCount: Int { columns.count { $0.role != nil } }
}

/// The rows of Code-Point Open, whose files have no header.
///
/// - SeeAlso: Ordnance Survey, *Code-Point Open user guide*: ten columns, of which the first is
///   the postcode, the third and fourth its position.
enum CodePointOpenRow {
  static func isOne(_ cells: [String]) -> Bool {
    guard cells.count == ColumnLexicon.codePointOpenHeader.count else { return false }
    return isPostcode(cells[0]) && cells[1...3].allSatisfy(isNumber)
      && [cells[4], cells[8], cells[9]].allSatisfy(isCodeOrEmpty) && !cells[4].isEmpty
  }

  /// Letters and digits that end in a digit and two letters.
  private static func isPostcode(_ cell: String) -> Bool {
    let letters = Array(cell.utf8.filter { $0 != 0x20 }.prefix(8))
    guard (5...7).contains(letters.count), letters.allSatisfy({ isLetter($0) || isDigit($0) })
    else { return false }
    return isLetter(letters[0]) && isDigit(letters[letters.count - 3])
      && letters.suffix(2).allSatisfy(isLetter)
  }

  private static func isNumber(_ cell: String) -> Bool {
    !cell.isEmpty && cell.utf8.count <= 7 && cell.utf8.allSatisfy(isDigit)
  }

  private static func isCodeOrEmpty(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return true }
    return cell.utf8.count == 9 && isLetter(first) && cell.utf8.dropFirst().allSatisfy(isDigit)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
