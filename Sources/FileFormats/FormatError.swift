/// Why bytes cannot be read as the format they are in.
///
/// Nothing is known here of file names; whoever opened the file puts its name in front.
public enum FormatError: Error, Hashable, Sendable {
  /// The bytes end before what they hold does; the line is known for text.
  case truncated(what: String, line: Int?)
  /// Something in the file contradicts the rules of its format: what is wrong, and in which part.
  case corrupt(what: String, where: String)
  /// There is more of something, named in the plural, than a published limit allows.
  case limitExceeded(what: String, limit: Int)
  /// A format or a variety of one that is not read: what it is, and what to do instead.
  case unsupported(what: String, remedy: String)
  /// The content is locked with a password.
  case encrypted
  /// A quoted cell begins on this line and never ends.
  case unclosedQuote(line: Int)
}

extension FormatError {
  /// Whether a limit was hit, rather than the file being wrong.
  public var exceedsLimit: Bool {
    if case .limitExceeded = self { true } else { false }
  }

  /// What the user can try.
  public var remedy: String {
    switch self {
    case .truncated, .corrupt: "Export or download it again."
    case .limitExceeded: "Split the file, or leave out what is not needed."
    case .unsupported(_, let remedy): remedy
    case .encrypted: "Open it with its password and save it without one."
    case .unclosedQuote: "Add the quotation mark that is missing, or export the file again."
    }
  }
}

extension FormatError: CustomStringConvertible {
  /// What is wrong, without a full stop.
  public var description: String {
    switch self {
    case .truncated(let what, let line):
      (line.map { "line \($0): " } ?? "") + "\(what) breaks off; the file may be cut off"
    case .corrupt(let what, let place): "\(place): \(what)"
    case .limitExceeded(let what, let limit): "more than \(limit) \(what)"
    case .unsupported(let what, _): "\(what) is not read"
    case .encrypted: "the file is locked with a password"
    case .unclosedQuote(let line): "line \(line): a quoted cell begins here and never ends"
    }
  }
}
