import FileFormats
import TestSupport
import Testing

@Suite struct `Excel workbook` {
  private static let oneCell = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"

  @Test func `lists its sheets in order and says which are hidden`() throws {
    let book = try Workbook(
      SampleWorkbook(sheets: [
        .init(name: "Notes &amp; terms", xml: "<sheetData/>"),
        .init(name: "Lists", state: "hidden", xml: Self.oneCell),
        .init(name: "Code", state: "veryHidden", xml: "<sheetData/>"),
        .init(name: "Organisations", state: "visible", xml: Self.oneCell),
      ]).bytes)
    #expect(book.tabs.map(\.name) == ["Notes & terms", "Lists", "Code", "Organisations"])
    #expect(book.tabs.map(\.visibility) == [.visible, .hidden, .veryHidden, .visible])
    #expect(try book.sheet(at: 0).grid.rowCount == 0)
    #expect(try book.sheet(at: 3).grid.rows == [["1"]])
  }

  @Test func `reads rows by their content and keeps their numbers`() throws {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row>
      <row r="3"><c r="B3"><v>2</v></c><c r="D3"><v>4</v></c><c r="E3" s="0"/></row>
      <row r="4"><c r="A4" s="0"/><c r="B4" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>
      <row r="7"><c r="A7"><v>7</v></c></row>
      """
    let sheet = try sheet(rows)
    #expect(sheet.grid.rows == [["Title"], ["", "2", "", "4"], ["7"]])
    #expect(sheet.grid.lines == [1, 3, 7])
  }

  @Test func `counts cells and rows that do not say where they are`() throws {
    let cell = "<c><v>1</v></c>"
    let sheet = try sheet(
      "<row>\(cell)\(cell)</row><row r=\"5\"><c r=\"C5\"><v>2</v></c>\(cell)</row><row>\(cell)</row>"
    )
    #expect(sheet.grid.rows == [["1", "1"], ["", "", "2", "1"], ["1"]])
    #expect(sheet.grid.lines == [1, 5, 6])
  }

  @Test func `pays nothing for rows that are only formatted`() throws {
    let phantoms = (2...50_000).map { "<row r=\"\($0)\" s=\"1\"><c r=\"A\($0)\" s=\"1\"/></row>" }
    var sample = SampleWorkbook(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + phantoms.joined())
    sample.sheets[0].xml = "<dimension ref=\"A1:XFD1048576\"/>" + sample.sheets[0].xml
    let limits = Workbook.Limits(cells: 1)
    #expect(try Workbook(sample.bytes, limits: limits).sheet(at: 0).grid.rows == [["1"]])
  }

  @Test func `reads the last cell that Excel has`() throws {
    let grid = try sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").grid
    #expect(grid.lines == [1_048_576])
    #expect(grid.cellCount(ofRow: 0) == 16_384)
    #expect(grid.text(row: 0, cell: 16_383) == "1")
  }

  @Test func `joins the runs of rich text and leaves out how to pronounce it`() throws {
    var sample = SampleWorkbook(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
        <c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>
        """)
    sample.strings = [
      "<si><t>Plain &amp; simple</t></si>",
      "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">Rich </t></r><r><t>text</t></r></si>",
      "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>",
      "<si><t/></si>",
    ]
    let grid = try Workbook(sample.bytes).sheet(at: 0).grid
    #expect(grid.rows == [["Plain & simple", "Rich text", "東京", "", "inline"]])
  }

  @Test(arguments: [
    ("<t> a </t>", "a"), ("<t xml:space=\"preserve\"> a </t>", " a "), ("<t>a\nb</t>", "a\nb"),
    ("<t>a_x000D_\nb</t>", "a\r\nb"), ("<t>a_x005F_x000D_b</t>", "a_x000D_b"),
    ("<t>a_xD83D_b_x12_ _xZZZZ_</t>", "a_xD83D_b_x12_ _xZZZZ_"),
    ("<t>snake_x_case_</t>", "snake_x_case_"),
    ("<t>&lt;b&gt; &#233; &#x1F600;</t>", "<b> é 😀"), ("<t><![CDATA[<a>]]></t>", "<a>"),
  ])
  func `reads text as Excel means it`(xml: String, text: String) throws {
    let grid = try sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>\(xml)</is></c></row>").grid
    #expect(grid.rows == [[text]])
  }

  @Test func `keeps errors as their text and counts them`() throws {
    let sheet = try sheet(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#N/A</v></c><c r=\"C1\" t=\"e\"><v>#REF!</v></c></row>"
    )
    #expect(sheet.grid.rows == [["1", "#N/A", "#REF!"]])
    #expect(sheet.errors.count == 2)
    #expect(sheet.errors.first == "B1")
  }

  @Test func `reads the results of formulas and tells where there is none`() throws {
    let sheet = try sheet(
      """
      <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"a"&amp;"_x000D_"</f><v>a_x000D_</v></c>\
      <c r="C2"><f>A2</f><v></v></c><c r="D2"><f>A2</f></c><c r="E2" t="str"><f>""</f><v></v></c>\
      <c r="F2" t="b"><f>TRUE()</f><v>1</v></c><c r="G2" t="b"><v>0</v></c></row>
      """)
    #expect(sheet.grid.rows == [["2", "a\r", "", "", "", "TRUE", "FALSE"]])
    #expect(sheet.formulasWithoutResult.count == 2)
    #expect(sheet.formulasWithoutResult.first == "C2")
  }

  @Test func `reports merged ranges and leaves their other cells empty`() throws {
    var sample = SampleWorkbook(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"D1\"><v>2</v></c></row>")
    sample.sheets[0].xml +=
      "<mergeCells count=\"3\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"D1\"/><mergeCell ref=\"AA2:AB10\"/>"
      + "<mergeCell ref=\"nonsense\"/></mergeCells>"
    let sheet = try Workbook(sample.bytes).sheet(at: 0)
    #expect(sheet.grid.rows == [["1", "", "", "2"]])
    #expect(sheet.mergedRanges.map(\.description) == ["A1:C1", "AA2:AB10"])
    #expect(sheet.mergedRanges.first?.rows == 1...1)
    #expect(sheet.mergedRanges.first?.columns == 0...2)
    #expect(sheet.mergedRangeCount == 2)
  }

  @Test func `reads hidden rows and counts them`() throws {
    let sheet = try sheet(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row>"
        + "<row r=\"3\" hidden=\"1\"/>")
    #expect(sheet.grid.rows == [["1"], ["2"]])
    #expect(sheet.hiddenRowCount == 1)
  }

  @Test(arguments: [true, false], ["", "x:"])
  func `reads the strict form and any prefix`(isStrict: Bool, prefix: String) throws {
    var sample = SampleWorkbook(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>61</v></c></row>")
    sample.strings = ["<si><t>Abbey</t></si>"]
    sample.styles = [0, 14]
    sample.isStrict = isStrict
    sample.prefix = prefix
    #expect(try Workbook(sample.bytes).sheet(at: 0).grid.rows == [["Abbey", "1900-03-01"]])
  }

  @Test func `leaves out sheets that are charts`() throws {
    var zip = ZipBytes()
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/xl/book.xml\"/></Relationships>"
    )
    zip.add(
      "xl/book.xml",
      "<workbook><sheets><sheet name=\"Chart\" id=\"c\"/><sheet name=\"Data\" id=\"d\"/></sheets></workbook>"
    )
    zip.add(
      "xl/_rels/book.xml.rels",
      "<Relationships><Relationship Id=\"c\" Type=\"x/chartsheet\" Target=\"c.xml\"/>"
        + "<Relationship Id=\"d\" Type=\"x/worksheet\" Target=\"../xl/./data.xml\"/></Relationships>"
    )
    zip.add("xl\\data.xml", "<worksheet>\(Self.oneCell)</worksheet>")
    let book = try Workbook(zip.bytes)
    #expect(book.tabs.map(\.name) == ["Data"])
    #expect(try book.sheet(at: 0).grid.rows == [["1"]])
  }

  private func sheet(_ rows: String) throws -> Workbook.Sheet {
    try Workbook(SampleWorkbook(rows: rows).bytes).sheet(at: 0)
  }
}
