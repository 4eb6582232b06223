/// An Excel workbook (`.xlsx`, `.xlsm`), transitional or strict.
///
/// Only values are read: no formula is computed, no macro run, nothing outside the file looked at.
/// The archive is unpacked in memory, part by part as needed.
///
/// - SeeAlso: ISO/IEC 29500-1:2016, *Office Open XML File Formats, Part 1*, clause 18.
public struct Workbook: Sendable {
  /// The worksheets in the order of the workbook, hidden ones too; sheets that are charts are left
  /// out.
  public let tabs: [Tab]

  private let bytes: [UInt8]
  private let limits: Limits
  private let parts: [String]
  private let strings: SharedStrings
  private let formats: [NumberFormat]
  private let dateSystem: DateSystem
  private let expandedBytes: Int

  /// Opens a workbook: reads the names of its sheets and what they share, but no cells.
  ///
  /// - Throws: ``FormatError``: ``FormatError/encrypted`` for a workbook with a password,
  ///   ``FormatError/unsupported(what:remedy:)`` for a file of another kind, whatever its name.
  /// - Complexity: O(*n*) in the size of the file and of its shared strings.
  public init(_ bytes: [UInt8], limits: Limits = .default) throws(FormatError) {
    try Self.requireWorkbook(bytes)
    let archive = try ZipArchive(bytes, limits: limits)
    let package = try Relationships(of: "", in: archive)
    let main = package.first(ofType: "officeDocument")?.target ?? "xl/workbook.xml"
    guard archive.contains(main) else {
      throw .corrupt(what: "there is no \(main)", where: "the workbook")
    }
    let book = WorkbookPart(limits: limits)
    try archive.visit(main, book)
    let relationships = try Relationships(of: main, in: archive)
    (tabs, parts) = try Self.worksheets(of: book, relationships, main: main)
    let strings = SharedStringsPart(limits: limits)
    if let part = relationships.first(ofType: "sharedStrings") {
      try archive.visit(part.target, strings)
    }
    let styles = StylesPart()
    if let part = relationships.first(ofType: "styles") {
      try archive.visit(part.target, styles)
    }
    self.strings = strings.strings
    formats = styles.cellFormats
    dateSystem = book.dateSystem
    expandedBytes = archive.expandedByteCount
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads the cells of a sheet.
  ///
  /// - Parameter index: The sheet's place in ``tabs``.
  /// - Returns: Its cells and what was noticed about them.
  /// - Throws: ``FormatError`` for damaged parts and sheets beyond the limits.
  /// - Complexity: O(*n*) in the size of the sheet; rows and cells that are only formatted cost
  ///   nothing but their reading.
  public func sheet(at index: Int) throws(FormatError) -> Sheet {
    let archive = try ZipArchive(bytes, limits: limits, expandedBytes: expandedBytes)
    let part = parts[index]
    guard archive.contains(part) else {
      throw .corrupt(what: "there is no \(part)", where: "the workbook")
    }
    let sheet = SheetPart(
      part: part, strings: strings, formats: formats, dateSystem: dateSystem, limits: limits)
    try archive.visit(part, sheet)
    return sheet.finished()
  }

  private static func requireWorkbook(_ bytes: [UInt8]) throws(FormatError) {
    switch FileFormat.of(bytes) {
    case .workbook: return
    case .encryptedOffice: throw .encrypted
    case let other:
      throw .unsupported(
        what: "\(other), where a workbook is expected,",
        remedy: other.remedy ?? "Save it in Excel as .xlsx.")
    }
  }

  private static func worksheets(
    of book: WorkbookPart, _ relationships: Relationships, main: String
  ) throws(FormatError) -> (tabs: [Tab], parts: [String]) {
    var tabs: [Tab] = []
    var parts: [String] = []
    for sheet in book.sheets {
      guard let relationship = relationships[sheet.relationship] else {
        throw .corrupt(what: "the sheet \"\(sheet.tab.name)\" refers to no part", where: main)
      }
      guard relationship.type == "worksheet" else { continue }
      tabs.append(sheet.tab)
      parts.append(relationship.target)
    }
    return (tabs, parts)
  }
}
