/// What a file is by its content.
///
/// The name of the file is never asked: spreadsheets are saved as HTML and called `.xls`, and
/// workbooks are called `.csv`.
public enum FileFormat: Hashable, Sendable, CaseIterable {
  /// No bytes at all.
  case empty
  /// Text that is none of the kinds below: a delimited table, for all that can be told here.
  case text
  /// A JSON document whose outermost value is an object, such as GeoJSON.
  case jsonObject
  /// A JSON document whose outermost value is an array.
  case jsonArray
  /// JSON texts that each begin with a record separator (RFC 8142).
  case jsonSequence
  /// An Excel workbook of today (`.xlsx`, `.xlsm`).
  case workbook
  /// Another file, compressed with gzip.
  case gzip
  /// An SQLite database that says it is a GeoPackage.
  case geoPackage
  /// The main file of a Shapefile (`.shp`).
  case shapefile
  /// The index of a Shapefile (`.shx`).
  case shapefileIndex
  /// A dBase table, such as that of a Shapefile (`.dbf`).
  case dBase
  /// An Excel workbook of before 2007, or another Office document of that time.
  case oldOffice
  /// An Office document that is locked with a password.
  case encryptedOffice
  /// An Excel workbook in Excel's own binary form (`.xlsb`).
  case binaryWorkbook
  /// An Excel workbook in the XML form of 2003.
  case xmlSpreadsheet
  /// An OpenDocument spreadsheet (`.ods`).
  case openDocumentSpreadsheet
  /// A Word or PowerPoint document.
  case otherOffice
  /// A zip archive that is no document of an office program.
  case zipArchive
  /// A web page, whatever it is called.
  case html
  /// A KML document.
  case kml
  /// A GML document.
  case gml
  /// Another XML document.
  case xml
  /// An SQLite database that is not a GeoPackage.
  case sqlite
  /// A PDF document.
  case pdf
  /// A Parquet file, with positions (GeoParquet) or without.
  case parquet
  /// A FlatGeobuf file.
  case flatGeobuf
  /// None of these, and not text.
  case binary
}

extension FileFormat {
  /// What a file is.
  ///
  /// A guess from the first bytes and, for a zip archive, from the names of what it holds; nothing
  /// is unpacked. A file that breaks off is what it would be if it were whole.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: The kind of file.
  /// - Complexity: O(1) in most cases, O(*n*) for a zip archive or an old Office document.
  public static func of(_ bytes: [UInt8]) -> FileFormat {
    guard !bytes.isEmpty else { return .empty }
    return bySignature(bytes) ?? byText(bytes)
  }

  /// The kinds that begin with bytes of their own.
  private static func bySignature(_ bytes: [UInt8]) -> FileFormat? {
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8))
      || bytes.starts(with: Array("PK\u{5}\u{6}".utf8))
    {
      return ofZip(bytes)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return isEncryptedOffice(bytes) ? .encryptedOffice : .oldOffice
    }
    if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
      // The application id of the database header: "GPKG", or "GP10" and "GP11" of the first
      // versions of the standard.
      return bytes.dropFirst(68).starts(with: Array("GP".utf8)) ? .geoPackage : .sqlite
    }
    if bytes.starts(with: [0x00, 0x00, 0x27, 0x0A]) { return ofShapefile(bytes) }
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if bytes.starts(with: Array("PAR1".utf8)) { return .parquet }
    if bytes.starts(with: Array("fgb".utf8)), bytes.dropFirst(4).starts(with: Array("fgb".utf8)) {
      return .flatGeobuf
    }
    if isDBase(bytes) { return .dBase }
    return nil
  }

  private static func ofZip(_ bytes: [UInt8]) -> FileFormat {
    let names = ZipNames.list(bytes).map {
      $0.lowercased().replacing("\\", with: "/").drop { $0 == "/" }
    }
    if names.contains("xl/workbook.bin") { return .binaryWorkbook }
    if names.contains(where: { $0.hasPrefix("xl/") }) { return .workbook }
    if names.contains(where: { $0.hasPrefix("word/") || $0.hasPrefix("ppt/") }) {
      return .otherOffice
    }
    // The first file of every package; of one that breaks off it may be the only name left.
    if names.contains("[content_types].xml") { return .workbook }
    if names.first == "mimetype" {
      let head = String(decoding: bytes.prefix(160), as: UTF8.self)
      if head.contains("opendocument.spreadsheet") { return .openDocumentSpreadsheet }
      if head.contains("opendocument") { return .otherOffice }
    }
    return .zipArchive
  }

  /// Whether an old container holds an encrypted document, as a stream of this name.
  ///
  /// Names stand at multiples of 128 bytes there.
  private static func isEncryptedOffice(_ bytes: [UInt8]) -> Bool {
    let name: [UInt8] = "EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] }
    return stride(from: 512, to: bytes.count, by: 128).contains {
      bytes[$0] == name[0] && bytes[$0...].starts(with: name)
    }
  }

  /// The main file and the index share one header; the first record of the one begins with its
  /// number, that of the other with the place of the first shape: 50 words of 16 bits.
  private static func ofShapefile(_ bytes: [UInt8]) -> FileFormat {
    let isIndex = bytes.dropFirst(100).starts(with: [0, 0, 0, 50]) && bytes.count % 8 == 4
    return isIndex ? .shapefileIndex : .shapefile
  }

  /// The header gives its own length, has zeros in it, and its fields end with a carriage return,
  /// which no text would do by chance.
  private static func isDBase(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 33, [0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5].contains(bytes[0]),
      bytes[2] <= 12, bytes[3] <= 31, bytes[12] == 0, bytes[13] == 0
    else { return false }
    let headerLength = Int(bytes[8]) | Int(bytes[9]) << 8
    return stride(from: 32, to: min(headerLength, bytes.count), by: 32).contains {
      bytes[$0] == 0x0D
    }
  }
}
