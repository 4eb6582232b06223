import Foundation
import Testing

@Suite struct `Usage` {
  private let folder = FileManager.default.temporaryDirectory

  @Test(arguments: [
    ["run", "--no-such-option"], ["no-such-command"], ["run", "--radius", "far"],
    ["run", "--nearest", "2", "--radius", "1000"],
    ["run", "--nearest", "2", "--decay", "step"], ["run", "--decay", "wavy"],
    ["run", "--remit-only", "--nearest", "2"], ["run", "-o", ""],
    ["run", "a.toml", "-c", "b.toml"],
    ["run", "--need-exponent", "-0.1"], ["run", "--radius", "0"], ["run", "--radius", "nan"],
    ["run", "--pan-london", "perhaps"], ["run", "a.toml", "b.toml"], ["locate"],
    ["locate", "SE1 7PB", "--at", "0,51"], ["locate", "--at", "51"],
    ["locate", "--at", "north,51"], ["explain"], ["info"],
  ])
  func `errors are told on standard error with status 2`(arguments: [String]) async throws {
    let run = try await CommandRun(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("Error: "), "\(run.stderr)")
  }

  @Test(arguments: [
    ["--radius", "1e9"], ["--nearest", "0"],
    ["--remit-weight", "1.1"], ["--need-exponent", "1.5"],
  ])
  func `refuses choices that cannot be before anything is read`(choice: [String]) async throws {
    let run = try await CommandRun(["run"] + choice, in: folder)
    #expect(run.status == 2)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[E103] "), "\(run.stderr)")
  }

  @Test(arguments: [
    "run", "info", "locate", "explain", "catchments", "sensitivity", "access", "stats", "equity",
    "interpolate", "coverage",
  ])
  func `help is an answer and names every command`(name: String) async throws {
    let all = try await CommandRun(["--help"], in: folder)
    #expect(all.status == 0)
    #expect(all.stderr.isEmpty)
    #expect(all.stdout.contains("USAGE: coldspot"))
    #expect(all.stdout.contains("\n  \(name) "))
    let one = try await CommandRun([name, "--help"], in: folder)
    #expect(one.status == 0)
    #expect(one.stderr.isEmpty)
    #expect(one.stdout.contains("USAGE: coldspot \(name)"))
  }

  @Test func `help tells the exit statuses`() async throws {
    let text = try await CommandRun(["--help"], in: folder).stdout
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for status in ["0 done", "1 done", "2 usage", "3 an input", "4 inputs", "5 output", "70 "] {
      #expect(text.contains(status))
    }
  }

  @Test func `version is a semantic version on standard output`() async throws {
    let run = try await CommandRun(["--version"], in: folder)
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty)
    #expect(run.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
