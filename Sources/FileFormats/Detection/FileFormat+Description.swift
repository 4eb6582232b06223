extension FileFormat: CustomStringConvertible {
  /// What the file is, in words that follow "this is".
  public var description: String {
    switch self {
    case .empty: "an empty file"
    case .text: "a text file"
    case .jsonObject: "a JSON document"
    case .jsonArray: "a JSON array"
    case .jsonSequence: "a sequence of JSON texts"
    case .workbook: "an Excel workbook"
    case .gzip: "a file compressed with gzip"
    case .geoPackage: "a GeoPackage"
    case .shapefile: "a Shapefile"
    case .shapefileIndex: "the index of a Shapefile (.shx)"
    case .dBase: "a dBase table (.dbf)"
    case .oldOffice: "an old Excel workbook (.xls) or another old Office document"
    case .encryptedOffice: "a workbook locked with a password"
    case .binaryWorkbook: "a binary Excel workbook (.xlsb)"
    case .xmlSpreadsheet: "an Excel workbook in the XML form of 2003"
    case .openDocumentSpreadsheet: "an OpenDocument spreadsheet (.ods)"
    case .otherOffice: "a document of an office program, not a workbook"
    case .zipArchive: "a zip archive"
    case .html: "a web page (HTML)"
    case .kml: "a KML document"
    case .gml: "a GML document"
    case .xml: "an XML document"
    case .sqlite: "an SQLite database, but not a GeoPackage"
    case .pdf: "a PDF document"
    case .parquet: "a Parquet file"
    case .flatGeobuf: "a FlatGeobuf file"
    case .binary: "a file that is neither text nor of a known kind"
    }
  }

  /// What to do with a kind that is not read; `nil` for one that is.
  public var remedy: String? {
    switch self {
    case .text, .jsonObject, .jsonArray, .jsonSequence, .workbook, .gzip, .geoPackage, .shapefile:
      nil
    case .empty: "Export or download it again."
    case .shapefileIndex, .dBase: "Give the .shp file that lies beside it."
    case .oldOffice, .binaryWorkbook, .xmlSpreadsheet, .html:
      "Open it in Excel and save it as .xlsx or as \"CSV UTF-8\"."
    case .encryptedOffice: "Open it with its password and save it without one."
    case .openDocumentSpreadsheet: "Open it in LibreOffice and save it as .xlsx or CSV."
    case .otherOffice, .pdf: "Copy the table into a spreadsheet and save that as .xlsx or CSV."
    case .zipArchive: "Unpack it and give the file inside."
    case .kml, .gml, .xml, .sqlite, .parquet, .flatGeobuf:
      "Save it as GeoJSON or GeoPackage, for example in QGIS or with ogr2ogr."
    case .binary: "Save the table as .xlsx or CSV, or the map as GeoJSON or GeoPackage."
    }
  }
}
