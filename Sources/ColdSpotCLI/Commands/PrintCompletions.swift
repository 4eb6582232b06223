import ArgumentParser

/// `coldspot completions`: what a shell needs to complete the command's words.
struct PrintCompletions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a script by which a shell completes commands and options.",
    discussion: """
      Where it belongs: share/bash-completion/completions/coldspot, \
      share/zsh/site-functions/_coldspot, share/fish/vendor_completions.d/coldspot.fish.
      """)

  @Argument(help: "The shell.")
  var shell: Shell

  /// The shells that there are scripts for.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  mutating func run() throws {
    let shell: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    try Terminal.print(ColdSpotCommand.completionScript(for: shell))
  }
}
