import Foundation

/// What was seen of one way of doing a task.
struct Measurement {
  let task: String
  let peer: String
  let size: String
  let variant: String
  let threads: Int
  /// Seconds, one value a round.
  let wall: [Double]
  /// Seconds of all threads, one value a round.
  let processor: [Double]
  /// Megabytes before a round.
  let residentBefore: Double
  /// The most megabytes in any round.
  let peak: Double
  let checks: [String: Double]

  /// The measurement as a line of JSON, with sorted keys.
  var line: String {
    let values: [String: Any] = [
      "task": task, "peer": peer, "case": size, "variant": variant, "threads": threads,
      "wall_med": median(wall), "cpu_med": median(processor), "wall_min": wall.min() ?? 0,
      "runs": wall.count, "rss_before_mb": residentBefore, "peak_mb": peak, "check": checks,
      "wall_s": wall,
    ]
    let data = try? JSONSerialization.data(
      withJSONObject: values, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}

/// The middle value, or the mean of the two in the middle.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
