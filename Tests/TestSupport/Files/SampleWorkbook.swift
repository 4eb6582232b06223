/// A small workbook, written part by part.
public struct SampleWorkbook: Sendable {
  /// A sheet.
  public struct Sheet: Sendable {
    /// The name on the tab.
    public var name: String
    /// `hidden` or `veryHidden`; `nil` for a visible one.
    public var state: String?
    /// What stands in the `worksheet` element.
    public var xml: String

    /// A sheet from its parts.
    public init(name: String = "Sheet1", state: String? = nil, xml: String) {
      self.name = name
      self.state = state
      self.xml = xml
    }
  }

  /// The sheets, in the order of their tabs.
  public var sheets: [Sheet]
  /// The `si` elements of the shared strings.
  public var strings: [String] = []
  /// The codes of the formats from number 164 on.
  public var formatCodes: [String] = []
  /// The number of the format of each style of a cell.
  public var styles: [Int] = [0]
  /// Whether days are counted from 1904.
  public var countsFrom1904 = false
  /// What stands before the root of each part.
  public var preamble = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  /// Whether the names of the elements are those of the strict form of the standard.
  public var isStrict = false
  /// The prefix of all elements of the spreadsheet, with its colon.
  public var prefix = ""
  /// Files beside the workbook's own.
  public var others: [(name: String, content: String)] = []

  /// A workbook of one sheet with rows.
  public init(rows: String) {
    sheets = [Sheet(xml: "<sheetData>\(rows)</sheetData>")]
  }

  /// A workbook of several sheets.
  public init(sheets: [Sheet]) {
    self.sheets = sheets
  }

  /// The file.
  public var bytes: [UInt8] { archive.bytes }

  /// The parts of the file.
  public var archive: ZipBytes {
    var zip = ZipBytes()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
    zip.add("xl/workbook.xml", book)
    let parts = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
    zip.add(
      "xl/_rels/workbook.xml.rels",
      relationships(parts + [("styles", "styles.xml"), ("sharedStrings", "/xl/sharedStrings.xml")]))
    for (index, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(index + 1).xml", part("worksheet", sheet.xml))
    }
    zip.add("xl/styles.xml", part("styleSheet", styleSheet))
    zip.add("xl/sharedStrings.xml", part("sst", strings.joined()))
    for other in others { zip.add(other.name, other.content) }
    return zip
  }

  private var book: String {
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 7)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }
    let properties = countsFrom1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>"
    return part("workbook", "\(properties)<sheets>\(list.joined())</sheets>")
  }

  private var styleSheet: String {
    let codes = formatCodes.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(Self.escaped(code))\"/>"
    }
    let cells = styles.map { "<xf numFmtId=\"\($0)\"/>" }
    return "<numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(cells.joined())</cellXfs>"
  }

  private var base: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  private func relationships(_ list: [(type: String, target: String)]) -> String {
    let items = list.enumerated().map { index, item in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(base)/\(item.type)\" Target=\"\(item.target)\"/>"
    }
    return preamble + "<Relationships>\(items.joined())</Relationships>"
  }

  private func part(_ root: String, _ content: String) -> String {
    let main =
      isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let declaration = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    let body = "<\(root) \(declaration)=\"\(main)\" xmlns:r=\"\(base)\">\(content)</\(root)>"
    return preamble + Self.prefixed(body, with: prefix)
  }

  private static func prefixed(_ xml: String, with prefix: String) -> String {
    guard !prefix.isEmpty else { return xml }
    return xml.replacing("</", with: "\u{1}").replacing("<", with: "<\(prefix)")
      .replacing("\u{1}", with: "</\(prefix)")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }
}
