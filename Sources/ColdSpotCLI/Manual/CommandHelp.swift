import ArgumentParser
import Foundation

/// What a command says of itself: the same definitions that its help is printed from.
struct CommandHelp: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandHelp]?

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    let kind: String
    let abstract: String?
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  /// A spelling of an option.
  struct Name: Decodable {
    let kind: String
    let name: String
  }

  /// The help of a command and of all below it.
  ///
  /// - Throws: `DecodingError` if the parser's own description has another form than is known.
  init(of command: any ParsableCommand.Type) throws {
    struct Document: Decodable { let command: CommandHelp }
    let description = Data(command._dumpHelp().utf8)
    self = try JSONDecoder().decode(Document.self, from: description).command
  }
}
