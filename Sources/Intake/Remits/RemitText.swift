/// A text about areas, cut into words and the signs between them.
struct RemitText {
  /// A word or a sign.
  struct Token {
    enum Kind: Hashable {
      case word
      case comma
      /// A sign that joins like "and": `/`, `+`.
      case joint
      case open
      case close
      case colon
      case dash
      /// The end of an entry of a list: `;`, a new line.
      case end
    }

    let kind: Kind
    /// The word as it is compared; the sign itself for a sign.
    let key: String
    /// Where it stands in the text.
    let range: Range<String.Index>
  }

  let text: String
  let tokens: [Token]

  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String) {
    var cutter = Cutter(text)
    cutter.cut()
    self.text = text
    tokens = cutter.tokens
  }

  /// The text as it is compared: words in small letters without accents, single spaces.
  static func folded(_ text: String) -> String {
    RemitText(text).tokens.map(\.key).joined(separator: " ")
  }

  private struct Cutter {
    let text: String
    var tokens: [Token] = []
    /// The word that has not ended yet, without apostrophes.
    private var word = String.UnicodeScalarView()
    private var wordStart: String.Index

    init(_ text: String) {
      self.text = text
      wordStart = text.startIndex
    }

    mutating func cut() {
      let scalars = text.unicodeScalars
      var index = scalars.startIndex
      while index < scalars.endIndex {
        let next = scalars.index(after: index)
        let follower: Unicode.Scalar? = next < scalars.endIndex ? scalars[next] : nil
        take(scalars[index], at: index..<next, before: follower)
        index = next
      }
      endWord(at: scalars.endIndex)
    }

    private mutating func take(
      _ scalar: Unicode.Scalar, at range: Range<String.Index>, before next: Unicode.Scalar?
    ) {
      let nextIsWord = next.map { RemitCharacter($0) == .word } ?? false
      switch RemitCharacter(scalar) {
      case .word:
        if word.isEmpty { wordStart = range.lowerBound }
        word.append(scalar)
      case .apostrophe where !word.isEmpty && nextIsWord: break
      // "Kingston-upon-Thames" is three words, and "Merton - Abbey" has a sign between two.
      case .hyphen where !word.isEmpty && nextIsWord: endWord(at: range.lowerBound)
      case .stop where word.count <= 2: endWord(at: range.lowerBound)
      case .hyphen: add(.dash, "-", range)
      case .stop, .comma: add(.comma, ",", range)
      case .ampersand: add(.word, "and", range)
      case .joint: add(.joint, "/", range)
      case .open: add(.open, "(", range)
      case .close: add(.close, ")", range)
      case .colon: add(.colon, ":", range)
      case .end: add(.end, ";", range)
      case .symbol: add(.word, String(scalar), range)
      case .joiner: break
      case .apostrophe, .space: endWord(at: range.lowerBound)
      }
    }

    private mutating func endWord(at end: String.Index) {
      guard !word.isEmpty else { return }
      tokens.append(
        Token(kind: .word, key: FoldedWord.of(String(word)), range: wordStart..<end))
      word = String.UnicodeScalarView()
    }

    private mutating func add(_ kind: Token.Kind, _ key: String, _ range: Range<String.Index>) {
      endWord(at: range.lowerBound)
      tokens.append(Token(kind: kind, key: key, range: range))
    }
  }
}

/// What a sign does in a text about areas.
enum RemitCharacter {
  case word
  case space
  case apostrophe
  case hyphen
  case stop
  case comma
  case ampersand
  case joint
  case open
  case close
  case colon
  case end
  /// A part of the sign before it, without a meaning of its own.
  case joiner
  /// Anything else that could matter: an emoji, a question mark.
  case symbol

  init(_ scalar: Unicode.Scalar) {
    self = scalar.isASCII ? Self.ascii(scalar) : Self.other(scalar)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> RemitCharacter {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": .word
    case "\n", "\r", "\u{0B}", "\u{0C}", ";", "|": .end
    case ",": .comma
    case "&": .ampersand
    case "/", "\\", "+": .joint
    case "(", "[", "{": .open
    case ")", "]", "}": .close
    case ":": .colon
    case "-": .hyphen
    case ".": .stop
    case "'", "`": .apostrophe
    case "?": .symbol
    default: .space
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> RemitCharacter {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{00B4}": return .apostrophe
    case "\u{2010}"..."\u{2015}": return .hyphen
    case "\u{FF0C}", "\u{3001}": return .comma
    case "\u{FF1B}", "\u{2022}", "\u{00B7}", "\u{25CF}", "\u{25AA}", "\u{2023}", "\u{2028}",
      "\u{2029}", "\u{0085}":
      return .end
    case "\u{201C}", "\u{201D}", "\u{2026}", "\u{00AB}", "\u{00BB}": return .space
    case "\u{200B}"..."\u{200D}", "\u{FEFF}", "\u{FE00}"..."\u{FE0F}": return .joiner
    default: break
    }
    let properties = scalar.properties
    if properties.isWhitespace { return .space }
    if properties.isAlphabetic { return .word }
    switch properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark, .otherNumber: return .word
    default: return .symbol
    }
  }
}
