/// How the text of a dBase table is written.
struct DBaseEncoding {
  /// UTF-8 or Windows-1252; the latter for ISO 8859-1 too, of which it is an extension.
  let encoding: TextEncoding
  /// Whether the files say so, rather than the text.
  let isDeclared: Bool

  /// The encoding that a `.cpg` file names, or else the header of the table, or else the text has.
  ///
  /// - Parameters:
  ///   - cpg: The content of the `.cpg` file.
  ///   - languageDriver: Byte 29 of the table.
  ///   - texts: All texts of the table, each as stored; asked for only where nothing is declared
  ///     that is read.
  /// - Throws: ``FormatError/unsupported(what:remedy:)`` for text in a declared encoding that is
  ///   not read, unless it is ASCII or UTF-8 all the same; what `texts` throws.
  init(
    cpg: String?, languageDriver: UInt8,
    texts: (_ body: ([UInt8]) -> Void) throws(FormatError) -> Void
  ) throws(FormatError) {
    let declaration =
      cpg.flatMap(Declaration.init(cpg:)) ?? Declaration(languageDriver: languageDriver)
    if case .read(let encoding) = declaration {
      self.encoding = encoding
      isDeclared = true
      return
    }
    var isUTF8 = true
    var isASCII = true
    try texts { text in
      isASCII = isASCII && text.allSatisfy { $0 < 0x80 }
      isUTF8 = isUTF8 && !StoredText(text, mayBeCut: true).isForeign
    }
    if case .notRead(let name) = declaration, !isUTF8 {
      throw .unsupported(
        what: "text in \(name) in the .dbf file",
        remedy: "Save the layer in UTF-8, or as a GeoPackage.")
    }
    encoding = isUTF8 ? .utf8 : .windows1252
    // ASCII is the same in all of them.
    isDeclared = isASCII
  }

  /// A text or a name as stored.
  func text(_ bytes: [UInt8]) -> StoredText {
    StoredText(bytes, as: encoding, mayBeCut: true)
  }

  /// What the files say.
  private enum Declaration {
    case read(TextEncoding)
    case notRead(String)

    /// The encoding that a `.cpg` file names in one of many spellings; `nil` if it is blank.
    init?(cpg: String) {
      let line = cpg.prefix { !$0.isNewline }
      let name = line.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      switch name {
      case "": return nil
      case "UTF8", "65001", "CP65001": self = .read(.utf8)
      case "1252", "CP1252", "ANSI1252", "WINDOWS1252", "WIN1252", "88591", "ISO88591", "8859",
        "LATIN1", "ISO885911252", "ASCII", "USASCII":
        self = .read(.windows1252)
      default: self = .notRead("\"\(line.prefix(40))\"")
      }
    }

    /// The encoding of a language driver; `nil` where none is set.
    ///
    /// - SeeAlso: Esri, "Read and write shapefile and dBASE files encoded in various code pages".
    init?(languageDriver: UInt8) {
      switch languageDriver {
      case 0: return nil
      // Windows ANSI, and the western European languages on Windows.
      case 0x03, 0x57, 0x58, 0x59: self = .read(.windows1252)
      case 0x01: self = .notRead("code page 437")
      case 0x02: self = .notRead("code page 850")
      default:
        self = .notRead("the code page of language driver \(languageDriver)")
      }
    }
  }
}
