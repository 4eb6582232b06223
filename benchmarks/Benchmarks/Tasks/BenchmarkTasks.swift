import Foundation

/// Runs one of the tasks that others do too, and prints a line of JSON for each way of doing it.
///
/// Usage: BenchmarkTasks TASK [--size S] [--data FOLDER] [--threads N] [--rounds N] [--budget SECONDS]
///
/// Without a task, prints those there are and their sizes.
@main
struct BenchmarkTasks {
  /// A task is added here.
  private static var all: [any BenchmarkTask.Type] {
    [
      T1Reading.self,
      T2Assignment.self,
      T3Access.self,
      T5LocalStatistics.self,
      T6Writing.self,
      T8CoveredArea.self,
      T10Scenario.self,
    ]
  }

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first else {
      for task in all { print(task.name, task.sizes.joined(separator: " ")) }
      return
    }
    guard let task = all.first(where: { $0.name == name }) else {
      stop("\(name): there is no such task, only \(all.map { $0.name }.joined(separator: ", "))")
    }
    arguments.removeFirst()
    let options = options(in: arguments)
    let stopwatch = Stopwatch(
      task: name, size: options["size"] ?? task.sizes.first ?? "",
      threads: number(options, "threads", otherwise: 1),
      rounds: number(options, "rounds", otherwise: 5),
      budget: Double(number(options, "budget", otherwise: 25)))
    try task.run(input: InputFolder(path: options["data"] ?? "."), stopwatch: stopwatch)
  }

  private static func options(in arguments: [String]) -> [String: String] {
    let known = ["size", "data", "threads", "rounds", "budget"]
    var options: [String: String] = [:]
    for start in stride(from: 0, to: arguments.count, by: 2) {
      let name = String(arguments[start].drop { $0 == "-" })
      guard known.contains(name), start + 1 < arguments.count else {
        stop("\(arguments[start]) is no option, or has no value")
      }
      options[name] = arguments[start + 1]
    }
    return options
  }

  private static func number(
    _ options: [String: String], _ name: String, otherwise standard: Int
  ) -> Int {
    guard let text = options[name] else { return standard }
    guard let number = Int(text), number > 0 else {
      stop("--\(name) needs a whole number above 0, not \(text)")
    }
    return number
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
