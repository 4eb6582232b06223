import Foundation

/// Times one way of doing a task, again and again, and prints what it saw as a line of JSON.
///
/// The lines are of the same form as those of the peers' scripts, so that both go into one table.
struct Stopwatch {
  /// The task, `T1` for example.
  let task: String
  /// Which of the generated files it works on, `m` or `180k` for example.
  let size: String
  /// How many threads the work may take.
  let threads: Int
  /// How often each variant is timed, after once to warm up.
  let rounds: Int
  /// The seconds after which no further round begins.
  let budget: Double

  /// Times a piece of work and prints its line.
  ///
  /// - Parameters:
  ///   - variant: What is done, in words.
  ///   - checks: Numbers that must agree between peers, by name, from what the work gives.
  ///   - work: The work; what it gives is kept until the clock stands.
  func measure<Value>(
    _ variant: String, checks: (Value) -> [String: Double], _ work: () throws -> Value
  ) rethrows {
    var (walls, processors): ([Double], [Double]) = ([], [])
    var (peak, before, spent): (Double, Double, Double) = (0, 0, 0)
    var found: [String: Double] = [:]
    for round in -1..<rounds {
      Memory.resetPeak()
      before = Memory.resident
      let (wall, processor) = (Clock.wall, Clock.processor)
      let value = try work()
      let (wallSeconds, processorSeconds) = (Clock.wall - wall, Clock.processor - processor)
      peak = max(peak, Memory.peak)
      found = checks(value)
      spent += wallSeconds
      // A warm-up that takes a quarter of the budget counts.
      if round >= 0 || wallSeconds > budget / 4 {
        walls.append(wallSeconds)
        processors.append(processorSeconds)
      }
      if spent > budget, !walls.isEmpty { break }
    }
    print(
      Measurement(
        task: task, peer: "coldspot", size: size, variant: variant, threads: threads,
        wall: walls, processor: processors, residentBefore: before, peak: peak, checks: found
      ).line)
  }
}

/// The clocks of the system, in seconds.
private enum Clock {
  static var wall: Double { seconds(CLOCK_MONOTONIC) }
  /// Of all threads of the process.
  static var processor: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The memory of the process, in megabytes (2²⁰ bytes); `nan` where the system does not tell.
private enum Memory {
  static var resident: Double { status("VmRSS:") }
  static var peak: Double { status("VmHWM:") }

  static func resetPeak() {
    guard let handle = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? handle.write(contentsOf: Data("5".utf8))
    try? handle.close()
  }

  private static func status(_ key: String) -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
      let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    else { return .nan }
    return (Double(kilobytes) ?? .nan) / 1024
  }
}
