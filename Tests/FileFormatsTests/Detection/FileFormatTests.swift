import FileFormats
import TestSupport
import Testing

@Suite struct `File format` {
  @Test(arguments: [
    ("name,postcode\nAbbey,NW6 4DJ\n", FileFormat.text), ("", .empty), ("\u{FEFF}", .text),
    (" \n\t ", .text), ("{\"type\":", .jsonObject), ("\u{FEFF}\n {", .jsonObject),
    ("[", .jsonArray), ("[]", .jsonArray), ("[ {\"a\": 1}]", .jsonArray), ("[null]", .jsonArray),
    ("[NaN]", .jsonArray), ("[1,2]", .jsonArray), ("[Name],[Postcode]\n", .text),
    ("\u{1E}{}\n", .jsonSequence), ("%PDF-1.7\n", .pdf), ("PAR1....", .parquet),
    ("fgb\u{3}fgb\u{0}", .flatGeobuf), ("SQLite format 3\0", .sqlite), ("%PDF", .text),
    ("£5 café — Łódź", .text), ("a\u{1A}", .text),
  ])
  func `is told by the first bytes`(text: String, format: FileFormat) {
    #expect(FileFormat.of(Array(text.utf8)) == format)
  }

  @Test(arguments: [
    ("<!DOCTYPE html><table>", FileFormat.html), ("\n<HTML xmlns:x=\"urn:x\">", .html),
    ("<table border=1><tr><td>1</td></tr></table>", .html),
    ("<?xml version=\"1.0\"?>\n<!-- made by <kml> -->\n<html xmlns=\"x\">", .html),
    ("<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">", .kml),
    ("<?xml version=\"1.0\"?><kml:kml>", .kml),
    (
      "<?xml version=\"1.0\"?><ogr:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml/3.2\">",
      .gml
    ),
    (
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
        + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", .xmlSpreadsheet
    ),
    ("<?xml version=\"1.0\"?><gpx>", .xml), ("<gpx><wpt/></gpx>\n", .xml), ("<?xml", .xml),
    ("<none>,1\n2,3\n", .text), ("<5 staff,1\n", .text), ("<", .text),
  ])
  func `tells kinds of markup apart`(text: String, format: FileFormat) {
    #expect(FileFormat.of(Array(text.utf8)) == format)
  }

  @Test(
    arguments: [
      ("{\"a\": 1}", FileFormat.jsonObject), (" [1]", .jsonArray), ("<html><body>", .html),
      ("name\tpostcode\nAbbey\tNW6 4DJ\n", .text),
    ], [true, false])
  func `is told in UTF-16 too`(sample: (text: String, format: FileFormat), hasMark: Bool) {
    let text = (hasMark ? "\u{FEFF}" : "") + sample.text
    let little = text.utf16.flatMap(\.littleEndianBytes)
    let big = text.utf16.flatMap { $0.littleEndianBytes.reversed() }
    #expect(FileFormat.of(little) == sample.format)
    #expect(FileFormat.of(big) == sample.format)
  }

  @Test func `tells a GeoPackage from other databases`() {
    // The application id stands at 68 in the header of 100 bytes.
    func database(_ id: String) -> [UInt8] {
      Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 52) + Array(id.utf8)
        + [UInt8](repeating: 0, count: 28)
    }
    #expect(FileFormat.of(database("GPKG")) == .geoPackage)
    #expect(FileFormat.of(database("GP10")) == .geoPackage)
    #expect(FileFormat.of(database("MPBX")) == .sqlite)
  }

  @Test func `tells the files of a Shapefile apart`() {
    // A header of 100 bytes, then the first record: its number, or where the shape is.
    func file(_ first: Int32, length: Int) -> [UInt8] {
      let header =
        Array(Int32(9_994).littleEndianBytes.reversed()) + [UInt8](repeating: 0, count: 96)
      return header + first.littleEndianBytes.reversed() + [UInt8](repeating: 0, count: length - 4)
    }
    #expect(FileFormat.of(file(1, length: 28)) == .shapefile)
    #expect(FileFormat.of(file(50, length: 8)) == .shapefileIndex)
    #expect(FileFormat.of(Array(file(1, length: 28).prefix(100))) == .shapefile)
  }

  @Test func `knows a dBase table`() {
    // Version, date, number of rows, length of the header and of a row; one field, and its end.
    let header: [UInt8] =
      [3, 124, 3, 31, 1, 0, 0, 0, 65, 0, 11, 0] + [UInt8](repeating: 0, count: 20)
    let field =
      Array("NAME".utf8) + [UInt8](repeating: 0, count: 7) + Array("C".utf8)
      + [UInt8](repeating: 0, count: 20)
    #expect(FileFormat.of(header + field + [0x0D] + Array(" Abbey     ".utf8)) == .dBase)
    #expect(FileFormat.of(header + field) != .dBase)
  }

  @Test(arguments: [
    (["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"], FileFormat.workbook),
    (["xl\\workbook.xml"], .workbook), (["/XL/Workbook.xml"], .workbook),
    (["[Content_Types].xml", "xl/workbook.bin"], .binaryWorkbook),
    (["[Content_Types].xml", "word/document.xml"], .otherOffice),
    (["wards.shp", "wards.dbf"], .zipArchive), ([], .zipArchive),
  ])
  func `tells zip archives apart by what is in them`(names: [String], format: FileFormat) {
    var zip = ZipBytes()
    for name in names { zip.add(name, "x") }
    #expect(FileFormat.of(zip.bytes) == format)
  }

  @Test func `knows an OpenDocument spreadsheet`() {
    var zip = ZipBytes()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add("content.xml", "<x/>")
    #expect(FileFormat.of(zip.bytes) == .openDocumentSpreadsheet)
  }

  @Test func `knows a workbook that breaks off`() {
    let bytes = SampleWorkbook(rows: "").bytes
    for sixteenth in 1...16 {
      #expect(FileFormat.of(Array(bytes.prefix(bytes.count * sixteenth / 16))) == .workbook)
    }
  }

  @Test func `tells an old workbook from a locked one`() {
    let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    func container(_ stream: String) -> [UInt8] {
      let name = stream.utf16.flatMap(\.littleEndianBytes)
      return signature + [UInt8](repeating: 0, count: 504 + 128) + name
        + [UInt8](repeating: 0, count: 128 - name.count)
    }
    #expect(FileFormat.of(container("Workbook")) == .oldOffice)
    #expect(FileFormat.of(container("EncryptedPackage")) == .encryptedOffice)
    #expect(FileFormat.of(signature) == .oldOffice)
  }

  @Test func `takes control characters for no text`() {
    #expect(
      FileFormat.of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) == .binary)
    var random = SeededGenerator(seed: 1)
    let noise = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(FileFormat.of([0xFA] + noise) == .binary)
  }

  /// The beginning of a TIFF file whose pixels are bytes like those of text.
  @Test func `takes zeros among what is not UTF-8 for no text`() {
    let pixels = [UInt8](repeating: 0x84, count: 1_000)
    #expect(FileFormat.of([0x49, 0x49, 0x2A, 0x00, 0x98, 0x01, 0x00, 0x00] + pixels) == .binary)
  }

  @Test func `takes a stray zero in a long text for text`() {
    // The last character of the sample is cut in two.
    let text = "a\0" + String(repeating: "é", count: 50_000)
    #expect(FileFormat.of(Array(text.utf8)) == .text)
    #expect(FileFormat.of(Array(("b" + text).utf8)) == .text)
  }

  @Test(arguments: FileFormat.allCases)
  func `says what to do with each kind that is not read`(format: FileFormat) {
    let isRead = [
      FileFormat.text, .jsonObject, .jsonArray, .jsonSequence, .workbook, .gzip, .geoPackage,
      .shapefile,
    ].contains(format)
    #expect((format.remedy == nil) == isRead)
    #expect(format.remedy?.hasSuffix(".") ?? true)
    #expect(!format.description.isEmpty)
  }

  @Test(arguments: UInt64(0)..<200)
  func `ends in a kind whatever follows a signature`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signatures: [[UInt8]] = [
      Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8),
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      [0, 0, 0x27, 0x0A], Array("SQLite format 3\0".utf8), [3], [0xFF, 0xFE], Array("<".utf8),
      Array("PK\u{3}\u{4}PK\u{1}\u{2}PK\u{5}\u{6}".utf8),
    ]
    let tail = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    for signature in signatures { _ = FileFormat.of(signature + tail) }
  }
}
