import ColdSpotKit
import Foundation

/// Times the main job: the embedded London from files to files, as a whole process and in parts.
///
/// Usage: LondonRun PATH-OF-COLDSPOT [RUNS]
@main
struct LondonRun {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: LondonRun PATH-OF-COLDSPOT [RUNS]")
      exit(2)
    }
    let runs = arguments.count > 2 ? Int(arguments[2]) ?? 11 : 11
    print("| part | median ms | least | most |")
    print("|---|---|---|---|")
    try report("whole command, files to files", wholeCommand(arguments[1], runs: runs))
    let parts = try self.parts(runs: runs)
    for (name, times) in parts { report(name, times) }
    print("\nPeak memory of the whole command: \(peakMegabytes()) MB")
  }

  /// Wall time of the command as a process of its own, after one run that is not counted.
  private static func wholeCommand(_ path: String, runs: Int) throws -> [Double] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var times: [Double] = []
    for run in 0...runs {
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = ["run", "--overwrite", "-q", "-o", folder.path]
      let start = ContinuousClock.now
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        print("coldspot ended with status \(process.terminationStatus)")
        exit(1)
      }
      if run > 0 { times.append(milliseconds(since: start)) }
    }
    return times
  }

  /// The stages in this process: reading, computing, drawing the layers.
  private static func parts(runs: Int) throws -> [(String, [Double])] {
    var reading: [Double] = []
    var computing: [Double] = []
    var ranking: [Double] = []
    var rankingAlone: [Double] = []
    var drawing: [Double] = []
    for _ in 0..<runs {
      let study = try Study.london()
      var start = ContinuousClock.now
      let data = try study.load().data
      reading.append(milliseconds(since: start))
      start = .now
      let analysis = ColdSpotAnalysis(
        of: data, catchmentRules: study.settings.catchment, scoreRules: study.settings.score)
      computing.append(milliseconds(since: start))
      precondition(analysis.invariants.allSatisfy { $0.holds }, "a wrong result is not timed")
      let grid = try MethodGrid(
        around: study.settings.catchment, score: study.settings.score,
        values: study.settings.sensitivity)
      start = .now
      let run = MethodGridRun(of: analysis, over: grid)
      ranking.append(milliseconds(since: start))
      start = .now
      let alone = MethodGridRun(of: analysis, over: grid, threads: .one)
      rankingAlone.append(milliseconds(since: start))
      precondition(grid.count == 486, "the standard grid is timed")
      precondition(
        run.places.intervals == alone.places.intervals
          && run.wards.intervals == alone.wards.intervals,
        "ranks do not depend on the number of threads")
      let result = try study.run()
      start = .now
      let files = try result.files()
      drawing.append(milliseconds(since: start))
      precondition(files.count == StudyResult.fileNames.count, "every file is made")
    }
    return [
      ("reading and checking files", reading), ("reach, scores, summaries", computing),
      ("ranks in 486 scenarios of method, on all cores", ranking),
      ("the same on one core", rankingAlone),
      ("layers, rankings, manifest in memory", drawing),
    ]
  }

  private static func report(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    let figures = [sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1]]
    print("| \(name) | \(figures.map { String(Int($0.rounded())) }.joined(separator: " | ")) |")
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .milliseconds(1)
  }

  private static func peakMegabytes() -> Int {
    var usage = rusage()
    #if os(macOS)
      getrusage(RUSAGE_CHILDREN, &usage)
      return usage.ru_maxrss / 1_000_000
    #else
      getrusage(RUSAGE_CHILDREN.rawValue, &usage)
      // Linux counts in units of 1,024 bytes.
      return usage.ru_maxrss * 1024 / 1_000_000
    #endif
  }
}
