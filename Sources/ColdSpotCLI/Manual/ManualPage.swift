import ColdSpotKit

/// The manual page of the command, `coldspot(1)`, made from what the command says of itself.
///
/// - SeeAlso: mdoc(7).
struct ManualPage {
  /// The day of the page's own words: a page has a date, and the same program gives the same page.
  private static let date = "November 24, 2026"

  let help: CommandHelp

  /// The source of the page, in the macros of mdoc.
  var source: String {
    let title = help.commandName.uppercased()
    let lines: [[String]] = [
      [".Dd \(Self.date)", ".Dt \(title) 1", ".Os"],
      [".Sh NAME", ".Nm \(help.commandName)", ".Nd \(Self.clause(help.abstract))"],
      [".Sh SYNOPSIS", ".Nm", ".Ar command", ".Op Ar options", ".Op Ar arguments"],
      [".Sh DESCRIPTION"] + Self.paragraphs(help.discussion, without: ExitStatuses.sentence),
      Self.list(help.arguments ?? []),
      [".Sh COMMANDS", "Every command explains itself with", ".Fl -help ."]
        + (help.subcommands ?? []).flatMap { Self.section($0, after: help.commandName) },
      Self.section(
        "ENVIRONMENT",
        [
          (
            "Ev COLDSPOT_DATA",
            "The folder of the embedded study, where it is not found by itself."
          )
        ]),
      Self.section("FILES", Self.files.map { ("Pa \($0)", $1) }),
      Self.section(
        "EXIT STATUS", ExitStatuses.all.map { ("\($0)", Self.capital($1) + ".") }),
      [".Sh EXAMPLES"]
        + Array(Self.examples.map { Self.example($0, $1) }.joined(separator: [".Pp"])),
      [".Sh STANDARDS", "GeoJSON is that of RFC 7946, CSV that of RFC 4180, in UTF-8."],
    ]
    return lines.flatMap(\.self).joined(separator: "\n")
  }

  /// A command's section: how it is called, what it does, and its options.
  private static func section(_ command: CommandHelp, after path: String) -> [String] {
    let name = "\(path) \(command.commandName)"
    // Every command has these two; the page says so once.
    let arguments = (command.arguments ?? []).filter {
      $0.shouldDisplay && !["version", "help"].contains($0.valueName)
    }
    var usage = ".D1 Nm \(path) Cm \(command.commandName)"
    if arguments.contains(where: { $0.kind != "positional" }) { usage += " Oo Ar options Oc" }
    for argument in arguments where argument.kind == "positional" {
      let value = "Ar \(ManualText.argument(argument.valueName ?? "argument"))"
      usage += " " + (argument.isOptional ? "Oo \(value) Oc" : value)
      if argument.isRepeating { usage += " ..." }
    }
    let texts = [command.abstract, command.discussion].compactMap(\.self)
    return [".Ss \(name)", usage, ".Pp"]
      + ManualText.paragraphs(texts.joined(separator: "\n\n")) + list(arguments)
      + (command.subcommands ?? []).flatMap { section($0, after: name) }
  }

  /// The options of a command.
  private static func list(_ arguments: [CommandHelp.Argument]) -> [String] {
    let shown = arguments.filter(\.shouldDisplay)
    guard !shown.isEmpty else { return [] }
    return [".Bl -tag -width Ds"] + shown.flatMap(item) + [".El"]
  }

  private static func item(_ argument: CommandHelp.Argument) -> [String] {
    let value = "Ar \(ManualText.argument(argument.valueName ?? "value"))"
    let names = (argument.names ?? []).map { name in
      "Fl " + (name.kind == "long" ? "-" : "") + name.name
    }
    let head =
      switch argument.kind {
      case "positional": value
      case "option": names.joined(separator: " , ") + " " + value
      default: names.joined(separator: " , ")
      }
    var text = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      text += " One of \(values.joined(separator: ", "))."
    }
    if let value = argument.defaultValue, !value.isEmpty { text += " Default: \(value)." }
    if argument.isRepeating, argument.kind == "option", !text.contains("repeat") {
      text += " Repeat it for several."
    }
    return item(head, text)
  }

  /// A section that says what each of some words means.
  private static func section(
    _ title: String, _ items: [(head: String, text: String)]
  ) -> [String] {
    [".Sh \(title)", ".Bl -tag -width Ds"] + items.flatMap { item($0, $1) } + [".El"]
  }

  private static func item(_ head: String, _ text: String) -> [String] {
    [".It \(head)"] + ManualText.sentences(text)
  }

  private static func example(_ command: String, _ text: String) -> [String] {
    ManualText.sentences(text) + [".Dl \(ManualText.argument(command))"]
  }

  private static func paragraphs(_ text: String?, without left: String) -> [String] {
    ManualText.paragraphs((text ?? "").replacing(left, with: ""))
  }

  /// A sentence as the half of one that a page's name is followed by.
  private static func clause(_ sentence: String?) -> String {
    let text = (sentence ?? "").trimmingSuffix(".")
    return ManualText.escaped(text.prefix(1).lowercased() + text.dropFirst())
  }

  private static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
