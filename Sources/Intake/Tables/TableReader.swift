internal import FileFormats

/// Reads a table from whatever people hold it in: text in any encoding and with any delimiter, an
/// Excel workbook, a GeoPackage, JSON records, each packed with gzip or not.
///
/// What a file is is decided by its content. The header is the first row that names columns, so
/// that titles above it do no harm; which row and which sheet were taken is said.
public struct TableReader: Sendable {
  /// Columns that the table must have: they tell the fitting sheet and the row of the header.
  public let columns: [String]
  /// The sheet or layer to read; `nil` for the first that fits.
  public let sheet: String?

  /// A reader.
  public init(columns: [String] = [], sheet: String? = nil) {
    self.columns = columns
    self.sheet = sheet
  }

  /// The table in a file.
  ///
  /// - Throws: ``IntakeError`` for a file of another kind, a row with more cells than the header,
  ///   or a table without rows.
  /// - Complexity: O(*n*) in the number of bytes.
  public func read(_ file: InputFile) throws(IntakeError) -> Table {
    let (table, problems) = try survey(file)
    if let first = problems.first { throw first }
    return table
  }

  /// The table, and what is wrong with the rows that it leaves out.
  ///
  /// - Throws: ``IntakeError`` for a file that holds no table at all.
  public func survey(
    _ file: InputFile
  ) throws(IntakeError) -> (table: Table, problems: [IntakeError]) {
    let source = try grid(of: file)
    let header = headerRow(in: source.grid)
    return try TableAssembly(source, header: header, file: file.name).table()
  }

  /// Rows of cells, and where they come from.
  struct Source {
    var grid: TextGrid
    var sheet = ""
    /// Whether it is delimited text, in which every row should have every cell.
    var isText = false
    var findings: [Finding] = []
  }

  private func grid(of file: InputFile) throws(IntakeError) -> Source {
    let bytes = try file.unpacked()
    let format = FileFormat.of(bytes)
    do throws(FormatError) {
      switch format {
      case .text: return try text(bytes, file: file.name)
      case .jsonObject, .jsonArray:
        return Source(grid: try JSONRecords(bytes).grid)
      case .workbook, .geoPackage, .sqlite:
        break
      default:
        throw .unsupported(what: format.description, remedy: format.remedy ?? "")
      }
    } catch {
      throw IntakeError(error, file: file.name)
    }
    return format == .workbook
      ? try workbook(bytes, file: file.name) : try geoPackage(bytes, file: file.name)
  }

  private func text(_ bytes: [UInt8], file: String) throws(FormatError) -> Source {
    let text = try DelimitedText(bytes)
    var findings: [Finding] = []
    if text.encoding == .mixed {
      findings.append(
        Finding(
          "W146", file: file,
          at: text.foreignLines.map { Finding.Occurrence(line: $0, value: "") },
          message: "\(file): lines in another encoding than the rest, read as Windows-1252.",
          suggestion: "Save it as \"CSV UTF-8\"."))
    } else if text.encoding != .utf8 {
      findings.append(
        Finding(
          "N140", .note, file: file, count: 1,
          message: "\(file) is in \(text.encoding), and was read as such."))
    }
    return Source(grid: text.grid, isText: true, findings: findings)
  }

  /// The row with the names of the columns: that which holds those asked for, else the first that
  /// looks like a header.
  private func headerRow(in grid: TextGrid) -> Int {
    let wanted = Set(columns.map { $0.lowercased() })
    if !wanted.isEmpty {
      let found = (0..<min(grid.rowCount, HeaderRow.rowLimit)).map { row in
        Set(Self.texts(of: row, in: grid).map { $0.lowercased() }).intersection(wanted).count
      }
      if let most = found.max(), most > 0 { return found.firstIndex(of: most) ?? 0 }
    }
    guard let header = HeaderRow.find(in: grid) else { return 0 }
    // Names that nobody knows, in a first row that is filled throughout, are a header still.
    let first = Self.texts(of: 0, in: grid)
    let isPlainHeader =
      first.count > 1 && !first.contains("") && Set(first).count == first.count
    return header.knownNames < 2 && isPlainHeader ? 0 : header.row
  }

  private static func texts(of row: Int, in grid: TextGrid) -> [String] {
    guard row < grid.rowCount else { return [] }
    return (0..<min(grid.cellCount(ofRow: row), HeaderRow.cellLimit)).map {
      grid.text(row: row, cell: $0).trimmed
    }
  }

  /// How well a sheet fits: the columns asked for that it has, then those whose meaning is known.
  func fitness(of grid: TextGrid) -> (named: Int, known: Int) {
    guard grid.rowCount > 0 else { return (-1, -1) }
    let header = Self.texts(of: headerRow(in: grid), in: grid)
    let names = Set(header.map { $0.lowercased() })
    return (
      columns.count { names.contains($0.lowercased()) },
      RecognisedTable(header: header).recognisedCount
    )
  }
}
