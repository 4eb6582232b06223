import ArgumentParser
import ColdSpotKit
import Foundation

/// The command `coldspot`: each subcommand parses, calls the library once and prints.
@main
struct ColdSpotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coldspot",
    abstract: "Finds cold spots of support for local charities and community groups.",
    discussion: """
      Without a study file, every command works on the embedded study of London.

      \(ExitStatuses.sentence)
      """,
    version: ColdSpotVersion.current,
    subcommands: Self.subcommands)

  private static var subcommands: [any ParsableCommand.Type] {
    var commands: [any ParsableCommand.Type] = [
      Run.self, WriteReport.self, Export.self, Info.self, Locate.self, Explain.self,
      ListCatchments.self, TrySensitivity.self,
      MeasureAccess.self, MeasureCoverage.self, ShowStatistics.self, MeasureEquity.self,
      Interpolate.self, Verify.self, Compare.self, Check.self, Initialise.self, Validate.self,
      ShowLimits.self, PrintCompletions.self, ShowManual.self,
    ]
    #if Server
      commands.insert(Serve.self, at: 2)
    #endif
    return commands
  }

  static func main() async {
    Signals.prepare()
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as StudyError {
      end(CommandFailure(error))
    } catch let failure as CommandFailure {
      end(failure)
    } catch let code as ExitCode {
      Terminal.end(status: code.rawValue)
    } catch {
      // Help and version are no failures; everything else that parsing throws is a usage error.
      let text = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        Terminal.printError(text)
        Terminal.end(status: StudyError.ExitStatus.usage.rawValue)
      }
      guard (try? Terminal.print(text)) != nil else { end(.answerLost) }
    }
  }

  /// What stands on the command line; a file alone is asked what it is.
  private static var arguments: [String] {
    let given = Array(CommandLine.arguments.dropFirst())
    let names = configuration.subcommands.map { $0._commandName }
    guard let first = given.first, !first.hasPrefix("-"), !names.contains(first),
      FileManager.default.fileExists(atPath: first)
    else { return given }
    return [Info._commandName] + given
  }

  private static func end(_ failure: CommandFailure) -> Never {
    failure.report()
    Terminal.end(status: failure.status)
  }
}
