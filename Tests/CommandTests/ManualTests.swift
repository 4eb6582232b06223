import Foundation
import TestSupport
import Testing

@Suite struct `Manual page and completions` {
  private let folder = FileManager.default.temporaryDirectory

  /// The commands that the help lists.
  private func commands() async throws -> [String] {
    let help = try await CommandRun("--help", in: folder).stdout
    let list = help.split(separator: "SUBCOMMANDS:").last ?? ""
    // A name stands two spaces in; what it does stands further, or on lines of its own.
    return list.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      let name = line.split(separator: " ").first.map(String.init) ?? ""
      return name.allSatisfy { $0.isLowercase || $0 == "-" } ? name : nil
    }
  }

  /// The options in the left column of a command's help, without those that every command has.
  private func options(of command: String) async throws -> Set<String> {
    let help = try await CommandRun(command, "--help", in: folder).stdout
    var options: Set<String> = []
    for line in help.split(separator: "\n") where line.hasPrefix("  -") {
      let column = line.dropFirst(2).prefix(while: { $0 != "<" })
      // Names end where the explanation begins, two spaces on.
      let names = String(column).components(separatedBy: "  ")[0]
      for name in names.components(separatedBy: ", ") {
        options.insert(name.trimmingCharacters(in: .whitespaces))
      }
    }
    return options.subtracting(["--help", "-h", "--version"])
  }

  @Test func `the page has every option of every command, and no other`() async throws {
    let page = try await CommandRun("man", in: folder)
    #expect(page.status == 0)
    #expect(page.stderr.isEmpty)
    let sections = page.stdout.components(separatedBy: "\n.S")
    let commands = try await commands()
    #expect(commands.count > 15)
    for command in commands where command != "help" {
      let section = try #require(
        sections.first { $0.hasPrefix("s coldspot \(command)\n") }, "\(command)")
      var shown: Set<String> = []
      for line in section.split(separator: "\n") where line.hasPrefix(".It Fl") {
        for part in line.components(separatedBy: "Fl ").dropFirst() {
          shown.insert("-" + part.prefix { $0 != " " })
        }
      }
      #expect(shown == (try await options(of: command)), "\(command)")
    }
  }

  @Test func `the page has what a page must have`() async throws {
    let page = try await CommandRun("man", in: folder).stdout
    for title in [
      "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS",
      "EXAMPLES",
    ] {
      #expect(page.contains("\n.Sh \(title)\n"))
    }
    for status in ["0", "1", "2", "3", "4", "5", "6", "70", "130"] {
      #expect(page.contains("\n.It \(status)\n"))
    }
    #expect(page.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }, "plain ASCII")
    #expect(page == (try await CommandRun("man", in: folder).stdout))
  }

  @Test func `examples are commands and options that there are`() async throws {
    let page = try await CommandRun("man", in: folder).stdout
    let examples = page.split(separator: "\n").filter { $0.hasPrefix(".Dl ") }
    #expect(examples.count > 5)
    let commands = try await commands()
    for example in examples {
      let words = example.split(separator: " ").map { $0.filter { $0 != "\"" } }
      #expect(words[1].hasSuffix("coldspot"))
      let command = words[2]
      #expect(commands.contains(command), "\(example)")
      let given = words.dropFirst(3).map { $0.replacing("\\-", with: "-") }.filter {
        $0.hasPrefix("-")
      }
      #expect(try await options(of: command).isSuperset(of: given), "\(example)")
    }
  }

  @Test(
    .enabled(if: Tool.exists("mandoc")))
  func `the page is without a fault`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(try await CommandRun("man", in: folder.url).stdout, to: "coldspot.1")
    let file = folder.url.appending(path: "coldspot.1").path
    if Tool.exists("mandoc") {
      let lint = try await Tool.run("mandoc", ["-Tlint", "-Wwarning", file], in: folder)
      #expect(lint.status == 0)
      #expect(lint.output.isEmpty, "\(lint.output)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know every command`(shell: String) async throws {
    let script = try await CommandRun("completions", shell, in: folder)
    #expect(script.status == 0)
    #expect(script.stderr.isEmpty)
    for command in try await commands() {
      #expect(script.stdout.contains(command), "\(command)")
    }
    #expect(script.stdout.contains("remit-weight"))
    guard Tool.exists(shell) else { return }
    let files = try TemporaryFolder()
    try files.write(script.stdout, to: "script")
    let check = try await Tool.run(
      shell, ["-n", files.url.appending(path: "script").path], in: files)
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `completions are for shells that there are scripts for`() async throws {
    let run = try await CommandRun("completions", "dos", in: folder)
    #expect(run.status == 2)
    #expect(run.stderr.contains("bash"))
  }
}

/// A program of the system that may be there.
private enum Tool {
  static func exists(_ name: String) -> Bool { path(of: name) != nil }

  static func run(
    _ name: String, _ arguments: [String], in folder: TemporaryFolder
  ) async throws -> (status: Int32, output: String) {
    let output = folder.url.appending(path: "output")
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    let process = Process()
    let program: URL = try #require(path(of: name))
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try folder.text(of: "output"))
  }

  private static func path(of name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
