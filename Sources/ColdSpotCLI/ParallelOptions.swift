import ArgumentParser
import ColdSpotKit

/// How much a command computes at the same time.
struct ParallelOptions: ParsableArguments {
  @Option(name: .customLong("threads"), help: "Threads to use; the result does not depend on it.")
  var count: Int?

  mutating func validate() throws {
    if let count, !(1...1024).contains(count) { throw ValidationError("--threads is 1 to 1024.") }
  }

  var threads: Threads { count.map(Threads.init) ?? .all }
}
