/// The attribute table of a Shapefile: dBase, read by Shapelib from bytes checked before.
///
/// - SeeAlso: ESRI, *Shapefile Technical Description*, 1998; "Data File Header Structure for the
///   dBASE Version 7 Table File", Borland, 1997.
struct DBaseTable {
  /// The columns, without those whose content is elsewhere or not text.
  let fields: [Field]
  /// The number of rows, deleted ones among them.
  let rowCount: Int
  /// The names of the columns that are left out.
  let fieldsLeftOut: [String]
  /// How the text is written.
  let encoding: DBaseEncoding
  private let records: ShapelibRecords

  /// The most cells a table may have.
  static let cellLimit = 100_000_000

  /// A column.
  struct Field {
    let name: String
    /// The letter of its type: C, N, F, L or D.
    let type: UInt8
    /// Where its bytes are in a row.
    let bytes: Range<Int>
  }

  /// - Parameters:
  ///   - dbf: The whole file.
  ///   - cpg: The content of the `.cpg` file.
  /// - Throws: ``FormatError`` for a header that does not fit the file, or an encoding that is not
  ///   read.
  /// - Complexity: O(*n*) in the number of bytes where no encoding is declared, else O(1).
  init(_ dbf: [UInt8], cpg: String?) throws(FormatError) {
    rowCount = try Self.checkedRowCount(dbf)
    let records = try ShapelibRecords(dbf)
    // Columns may be of no width, so that the bytes do not bound the cells.
    guard rowCount * records.fields.count <= Self.cellLimit else {
      throw .limitExceeded(what: "cells in the .dbf file", limit: Self.cellLimit)
    }
    self.records = records
    var known: [(name: [UInt8], field: ShapelibRecords.Field)] = []
    var others: [[UInt8]] = []
    for field in records.fields {
      if "CNFLD".utf8.contains(field.type) {
        known.append((field.name, field))
      } else {
        others.append(field.name)
      }
    }
    let columns = known.filter { $0.field.type == UInt8(ascii: "C") }.map(\.field.bytes)
    let rows = 0..<rowCount
    let encoding = try DBaseEncoding(cpg: cpg, languageDriver: dbf[29]) {
      (body) throws(FormatError) in
      for field in records.fields { body(field.name) }
      for number in rows {
        let row = try records.row(number)
        for column in columns { body(Self.trimmed(row[column])) }
      }
    }
    self.encoding = encoding
    let names = DistinctNames(
      known.enumerated().map { index, column in
        let name = encoding.text(column.name).string
        return name.isEmpty ? "column \(index + 1)" : name
      }
    ).names
    fields = zip(names, known).map { name, column in
      Field(name: name, type: column.field.type, bytes: column.field.bytes)
    }
    fieldsLeftOut = others.map { encoding.text($0).string }
  }

  /// The bytes of a row; `nil` if it is marked as deleted.
  func row(_ number: Int) throws(FormatError) -> [UInt8]? {
    let row = try records.row(number)
    return row[0] == UInt8(ascii: "*") ? nil : row
  }

  /// What is in a field before the first zero, without the blanks around it.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let text = bytes.prefix { $0 != 0 }.drop { $0 == UInt8(ascii: " ") }
    let end = text.lastIndex { $0 != UInt8(ascii: " ") }
    return end.map { Array(text[...$0]) } ?? []
  }

  /// The number of rows that the header states, once it fits the file.
  private static func checkedRowCount(_ dbf: [UInt8]) throws(FormatError) -> Int {
    guard dbf.count >= 32 else { throw .truncated(what: "the .dbf file", line: nil) }
    guard dbf[0] & 7 != 4 else {
      throw .unsupported(
        what: "a .dbf file of dBase 7", remedy: "Save it as dBase IV, or as a GeoPackage.")
    }
    let rows = dbf.littleEndian(at: 4)
    let headerSize = Int(dbf[8]) | Int(dbf[9]) << 8
    let rowSize = Int(dbf[10]) | Int(dbf[11]) << 8
    guard headerSize >= 32, rowSize >= 1, rows < 1 << 31 else {
      throw .corrupt(what: "the header is not that of a dBase table", where: "the .dbf file")
    }
    guard headerSize + rows * rowSize <= dbf.count else {
      throw .truncated(what: "the .dbf file", line: nil)
    }
    return rows
  }
}
