import ArgumentParser

/// `coldspot man`: the manual page.
struct ShowManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Print the manual page, for a file such as share/man/man1/coldspot.1.",
    discussion: "Read it without a file: coldspot man | man -l -")

  mutating func run() throws {
    try Terminal.print(ManualPage(help: try CommandHelp(of: ColdSpotCommand.self)).source)
  }
}
