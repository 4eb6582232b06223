/// What a cell of a table holds by way of postcodes, judged by form alone.
///
/// Read in this order, the first that fits:
/// 1. The whole cell is one postcode, one sector ("SO17 1") or one district ("SE1", "SW1A ***").
/// 2. It holds postcodes, sectors and districts and nothing else but punctuation, "and" and "or":
///    all of them.
/// 3. The whole cell looks like one postcode: "SO I7 Ibj".
/// 4. It is a list, and each item is one of those.
/// 5. It is a line of an address: the last postcode in it, or else the last that looks like one.
///
/// A postcode of an address stands in one word or two, and no comma divides it.
public enum PostcodeText: Hashable, Sendable {
  /// No letter and no digit.
  case empty
  /// One thing.
  case single(PostcodePiece)
  /// Two different things or more, in the order of the cell, each once.
  case several([PostcodePiece])
  /// The last postcode among other words; the others before it are passed over.
  case address(PostcodePiece, passedOver: [Postcode])

  /// The most bytes that a cell may have; a longer one is not looked at.
  public static let byteLimit = 10_000

  /// Reads a cell.
  ///
  /// - Complexity: O(*n*) in the length of the cell, up to ``byteLimit``.
  public init(_ cell: String) {
    guard cell.utf8.count <= Self.byteLimit else {
      self = .single(PostcodePiece(unreadable: cell))
      return
    }
    let words = PostcodeWords(cell)
    if words.isEmpty {
      self = .empty
    } else if let form = words.form(of: words.all) {
      self = .single(PostcodePiece(original: cell.withoutOuterSpace, form: form))
    } else if let pieces = words.piecesWithNothingElse() {
      self = pieces.count == 1 ? .single(pieces[0]) : .several(pieces)
    } else if let form = words.lookAlike(of: words.all) {
      self = .single(PostcodePiece(original: cell.withoutOuterSpace, form: form))
    } else if let pieces = words.listItems() {
      self = pieces.count == 1 ? .single(pieces[0]) : .several(pieces)
    } else if let (piece, passedOver) = words.lastPostcode() {
      self = .address(piece, passedOver: passedOver)
    } else if let piece = words.lastLookAlike() {
      self = .address(piece, passedOver: [])
    } else {
      self = .single(PostcodePiece(unreadable: cell))
    }
  }
}

extension String {
  /// The text without the white space around it.
  fileprivate var withoutOuterSpace: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...last])
  }
}

extension PostcodePiece {
  /// A piece that nothing can be made of; a long text is cut, so that a message can show it.
  fileprivate init(unreadable text: String) {
    self.init(original: String(text.prefix(80)).withoutOuterSpace, form: .other)
  }
}
