extension Workbook {
  /// Bounds that a workbook must keep to, so that a hostile one cannot exhaust the machine.
  public struct Limits: Hashable, Sendable {
    /// The largest size of what is unpacked to read one sheet, in bytes; also the largest size of
    /// the text in its cells.
    public let expandedBytes: Int
    /// How many times its packed size a part above one mebibyte may have.
    public let ratio: Int
    /// The largest number of files in the archive.
    public let entries: Int
    /// The largest number of sheets.
    public let sheets: Int
    /// The largest number of cells of a sheet, counting the empty ones before a cell with content.
    public let cells: Int
    /// The largest number of shared strings.
    public let sharedStrings: Int

    /// Makes limits; what is not named keeps its default.
    ///
    /// - Precondition: All are positive.
    public init(
      expandedBytes: Int = 256 << 20, ratio: Int = 100, entries: Int = 10_000, sheets: Int = 1_000,
      cells: Int = 50_000_000, sharedStrings: Int = 10_000_000
    ) {
      precondition(
        [expandedBytes, ratio, entries, sheets, cells, sharedStrings].allSatisfy { $0 > 0 },
        "a limit is not positive")
      self.expandedBytes = expandedBytes
      self.ratio = ratio
      self.entries = entries
      self.sheets = sheets
      self.cells = cells
      self.sharedStrings = sharedStrings
    }

    /// 256 mebibytes, a ratio of 100, 10,000 files, 1,000 sheets, 50 million cells, 10 million
    /// shared strings.
    public static let `default` = Limits()

    /// The rows of a sheet in Excel.
    public static let rowsInSheet = 1_048_576
    /// The columns of a sheet in Excel.
    public static let columnsInSheet = 16_384
  }
}
