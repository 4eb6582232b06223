import FileFormats
import Foundation
import Postcodes

/// Times a directory of postcodes: reading it, and finding what cells of spreadsheets mean.
///
/// Usage: PostcodeLookups POSTCODES.csv.gz [RUNS]
///
/// The file has the columns postcode, lat, lon, quality, borough, ward and, as the tenth, large user.
@main
struct PostcodeLookups {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: PostcodeLookups POSTCODES.csv.gz [RUNS]")
      exit(2)
    }
    let runs = max(1, arguments.count > 2 ? Int(arguments[2]) ?? 11 : 11)
    var reading = Reading()
    for _ in 0..<runs { try reading.run(arguments[1]) }
    let directory = reading.directory
    precondition(directory.findings.isEmpty && directory.count > 0, "a wrong result is not timed")
    let cells = Cell.samples(of: directory.postcodes)
    let everyPostcode = directory.postcodes
    let postcodes = (0..<1_000_000).map { everyPostcode[$0 * 7_919 % everyPostcode.count] }
    var found = 0
    let lookups = times(runs) {
      found = postcodes.reduce(0) { $0 + (directory.entry(for: $1) == nil ? 0 : 1) }
    }
    precondition(found == postcodes.count, "a wrong result is not timed")
    var right = 0
    let resolving = times(runs) {
      right = cells.reduce(0) { count, cell in
        count + (cell.means(directory.resolve(utf8: cell.bytes[...])) ? 1 : 0)
      }
    }
    precondition(right == cells.count, "a wrong result is not timed")
    print("\(directory.count) postcodes, \(cells.count) cells\n")
    print("| part | median ms | least | most |")
    print("|---|---|---|---|")
    report("from the file to the directory", reading.whole)
    report("of which: unpacking", reading.unpacking)
    report("splitting into cells", reading.splitting)
    report("building the directory", reading.building)
    report("1,000,000 postcodes looked up", lookups)
    report("100,000 cells, clean and damaged, resolved", resolving)
  }

  private static func times(_ runs: Int, _ work: () -> Void) -> [Double] {
    (0..<runs).map { _ in
      let start = ContinuousClock.now
      work()
      return milliseconds(since: start)
    }
  }

  private static func report(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    let figures = [sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1]]
    print("| \(name) | \(figures.map { String(Int($0.rounded())) }.joined(separator: " | ")) |")
  }

  fileprivate static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .milliseconds(1)
  }
}

/// A directory read from a file, and how long the parts of that took.
private struct Reading {
  var directory = PostcodeDirectory([])
  var unpacking: [Double] = []
  var splitting: [Double] = []
  var building: [Double] = []
  var whole: [Double] = []

  mutating func run(_ path: String) throws {
    let start = ContinuousClock.now
    let file = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let content = try Gzip.decompressed(file, limit: 1_000_000_000)
    unpacking.append(PostcodeLookups.milliseconds(since: start))
    var partStart = ContinuousClock.now
    let grid = try DelimitedText(content).grid
    splitting.append(PostcodeLookups.milliseconds(since: partStart))
    partStart = .now
    let columns = PostcodeTable.Columns(
      postcode: 0, latitude: 1, longitude: 2, user: 9, gridQuality: 3, ward: 5, borough: 4)
    directory = PostcodeDirectory([PostcodeTable(name: path, grid: grid, columns: columns)])
    building.append(PostcodeLookups.milliseconds(since: partStart))
    whole.append(PostcodeLookups.milliseconds(since: start))
  }
}
