import FileFormats
import Foundation
import Postcodes

/// Every live postcode of London in 2025, from a file that is not ours to pass on; tests that need
/// it are skipped where it is missing.
enum LondonPostcodes {
  /// Whether the file is beside this checkout.
  static let exist = FileManager.default.fileExists(atPath: path("postcodes_london_2025.csv.gz"))

  /// The directory, read once.
  static let directory = Result { try read() }

  /// A table of the same collection, line by line without its header.
  static func rows(of file: String) throws -> [[String]] {
    try String(contentsOfFile: path(file), encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func read() throws -> PostcodeDirectory {
    let file = try Data(contentsOf: URL(filePath: path("postcodes_london_2025.csv.gz")))
    let text = try Gzip.decompressed([UInt8](file), limit: 100_000_000)
    let columns = PostcodeTable.Columns(
      postcode: 0, latitude: 1, longitude: 2, user: 9, gridQuality: 3, ward: 5, borough: 4)
    let grid = try DelimitedText(text).grid
    return PostcodeDirectory([PostcodeTable(name: "london.csv", grid: grid, columns: columns)])
  }

  private static func path(_ file: String) -> String {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent()
      .appending(path: "shared/data/registry").appending(path: file).path(percentEncoded: false)
  }
}
