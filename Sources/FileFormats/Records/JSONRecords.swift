public import GeoJSON

/// A table in JSON, flattened to rows of text.
///
/// The table is an array of objects, or an object of which one member is such an array: a file of
/// 360Giving (`grants`), a page of an Open Referral service (`contents`), an extract of the
/// Charity Commission.
///
/// What is nested in an object becomes columns of its own, named by the path to it with "/"
/// between, elements of arrays by their number from 0: `beneficiaryLocation/0/geoCode`. Null is an
/// empty cell, as is an empty object or array, truth values are `true` and `false`, numbers are in
/// plain digits.
///
/// - SeeAlso: 360Giving, *Data Standard*, "Spreadsheet format", for the names of columns.
public struct JSONRecords: Sendable {
  /// The header, and a row for each object.
  ///
  /// The columns are all that occur, in the order in which they first do. A row ends with its last
  /// cell that has a value. The line of a row is the number of its object, counted from 1; that of
  /// the header is 0.
  public let grid: TextGrid
  /// The member that holds the objects; `nil` where the text is an array.
  public let member: String?

  /// The most columns a table may have.
  public static let columnLimit = 4096
  /// The most cells a table may have.
  public static let cellLimit = 50_000_000
  /// The longest name of a column, in bytes: it is repeated for every element of an array.
  public static let nameLimit = 1000

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8.
  ///   - limits: The bounds on what is read; `vertices` does not apply.
  /// - Throws: ``FormatError``: for the first problem in the text,
  ///   ``FormatError/unsupported(what:remedy:)`` for JSON that is no table, and
  ///   ``FormatError/limitExceeded(what:limit:)`` for one with too many columns or cells
  ///   or a name that is too long.
  /// - Complexity: O(*n*) in the bytes of the text and the cells of the table.
  public init(
    _ bytes: [UInt8], limits: GeoJSONReader.Limits = .default
  ) throws(FormatError) {
    var reader = try FormatError.reading { () throws(GeoJSONError) in
      try JSONRecordReader(bytes, limits: limits)
    }
    member = try Self.member(of: reader.source)
    var table = FlattenedTable()
    while let record = try FormatError.reading({ () throws(GeoJSONError) in try reader.next() }) {
      try table.append(record)
    }
    grid = table.grid()
  }

  private static func member(
    of source: JSONRecordReader.Source
  ) throws(FormatError) -> String? {
    switch source {
    case .array: return nil
    case .member(let name): return name
    case .none:
      throw .unsupported(
        what: "JSON without a list of objects", remedy: "Save the table as CSV or .xlsx.")
    case .several(let names):
      let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
      throw .unsupported(
        what: "JSON with several lists of objects (\(list))",
        remedy: "Save the list that is meant in a file of its own.")
    }
  }
}
