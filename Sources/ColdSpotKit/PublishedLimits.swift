internal import FileFormats
internal import GeoJSON
internal import Intake

/// The bounds on what is read, in words; beyond them a file is refused before it fills the memory.
public enum PublishedLimits {
  /// One limit a line.
  public static var text: String {
    let json = GeoJSONReader.Limits.default
    let table = DelimitedText.Limits.default
    let workbook = Workbook.Limits.default
    return """
      any file            \(binary(InputFile.byteLimit)), packed or unpacked
      GeoJSON             \(binary(json.bytes)), \(grouped(json.vertices)) corners, nested \(json.depth) deep,
                          texts of \(binary(json.stringBytes))
      CSV and its kin     \(grouped(table.rows)) rows, \(grouped(table.cells)) cells, \(grouped(table.cellsInRow)) in a row
      Excel workbooks     \(binary(workbook.expandedBytes)) unpacked, no part more than \(workbook.ratio) times its
                          packed size, \(grouped(workbook.sheets)) sheets, \(grouped(workbook.cells)) cells; no DTD
      JSON records        \(grouped(JSONRecords.columnLimit)) columns with names of \(grouped(JSONRecords.nameLimit)) bytes, \(grouped(JSONRecords.cellLimit)) cells
      maps as tables      \(grouped(JSONRecords.columnLimit)) names of properties, \(grouped(JSONRecords.cellLimit)) cells
      GeoPackage          read from memory, never written; its views are stopped when they run away
      postcode cells      \(grouped(10_000)) bytes each

      A file beyond a limit ends the command with status 6, with nothing written. A study file has
      \(grouped(SettingsDocument.byteLimit)) bytes at most, or the command ends with status 2.
      """
  }

  private static func binary(_ bytes: Int) -> String {
    bytes >= 1 << 30 ? "\(bytes >> 30) GiB" : "\(bytes >> 20) MiB"
  }

  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + parts).joined(separator: ",")
  }
}
