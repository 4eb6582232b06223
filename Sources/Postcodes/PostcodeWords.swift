/// The words of a cell: runs of letters and digits, with everything else between them.
struct PostcodeWords {
  /// One word.
  struct Word {
    /// Its characters.
    var text = ShortText()
    /// Whether it has a character that no postcode has.
    var isForeign = false
    /// Whether a mark that divides the items of a list stands before it.
    var beginsItem: Bool
    /// Where it stands in the cell.
    var range: Range<String.Index>

    /// Whether it joins the items of a list.
    var isConjunction: Bool { !isForeign && (text == Self.and || text == Self.or) }

    private static let and = ShortText(charactersOf: "AND".utf8)
    private static let or = ShortText(charactersOf: "OR".utf8)
  }

  private let cell: String
  private var words: [Word] = []

  /// Whether there are none.
  var isEmpty: Bool { words.isEmpty }

  /// All of them.
  var all: Range<Int> { words.indices }

  /// The words of a cell.
  init(_ cell: String) {
    self.cell = cell
    let scalars = cell.unicodeScalars
    var isInWord = false
    var beginsItem = false
    for index in scalars.indices {
      let character = PostcodeCharacter(scalars[index])
      if character == .separator {
        isInWord = false
        beginsItem = beginsItem || Self.dividesItems(scalars[index])
        continue
      }
      let end = scalars.index(after: index)
      if !isInWord { words.append(Word(beginsItem: beginsItem, range: index..<end)) }
      let last = words.count - 1
      if case .part(let byte) = character { words[last].text.append(byte) }
      words[last].isForeign = words[last].isForeign || character == .foreign
      words[last].range = words[last].range.lowerBound..<end
      (isInWord, beginsItem) = (true, false)
    }
  }

  private static func dividesItems(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", ";", ",", "|", "&", "+", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// The words put together, if they can be a postcode by their length and their alphabet.
  private func joined(_ range: Range<Int>) -> ShortText? {
    var text = ShortText()
    for word in words[range] {
      guard !word.isForeign, text.count + word.text.count <= 7 else { return nil }
      text.append(word.text)
    }
    return text
  }

  private func original(_ range: Range<Int>) -> String {
    String(
      cell[words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound])
  }
}

extension PostcodeWords {
  /// What words are when put together: a postcode, a sector or a district.
  ///
  /// A digit apart makes a sector, so that "SE1 1" is not SE11.
  func form(of range: Range<Int>) -> PostcodePiece.Form? {
    guard let text = joined(range) else { return nil }
    if let postcode = Postcode(text) { return .postcode(postcode) }
    if range.count > 1, words[range.upperBound - 1].text.count == 1,
      let sector = PostcodeSector(text)
    {
      return .sector(sector)
    }
    if let district = PostcodeDistrict(text) { return .district(district) }
    return PostcodeSector(text).map(PostcodePiece.Form.sector)
  }

  /// The postcodes that words look like when put together.
  ///
  /// Not if there is a postcode among them: "5 E1 6AN" is the house 5 of E1 6AN and not SE1 6AN.
  func lookAlike(of range: Range<Int>) -> PostcodePiece.Form? {
    guard let text = joined(range) else { return nil }
    let candidates = Postcode.candidates(for: text)
    if candidates.isEmpty || range.count > 1 && containsPostcode(range) { return nil }
    return .lookAlike(candidates)
  }

  private func containsPostcode(_ range: Range<Int>) -> Bool {
    range.contains { start in
      (start + 1...min(start + 2, range.upperBound)).contains { end in
        if case .postcode = form(of: start..<end) { true } else { false }
      }
    }
  }

  /// The pieces of a cell that holds nothing but postcodes, sectors and districts.
  func piecesWithNothingElse() -> [PostcodePiece]? {
    let (pieces, isComplete) = scan()
    return isComplete && !pieces.isEmpty ? pieces.uniqued() : nil
  }

  /// The items of a list of which each is, or looks like, one thing.
  func listItems() -> [PostcodePiece]? {
    let starts = words.indices.filter { index in
      !words[index].isConjunction
        && (index == 0 || words[index].beginsItem || words[index - 1].isConjunction)
    }
    var pieces: [PostcodePiece] = []
    for (start, next) in zip(starts, starts.dropFirst() + [words.count]) {
      var end = next
      while words[end - 1].isConjunction { end -= 1 }
      guard let form = form(of: start..<end) ?? lookAlike(of: start..<end) else { return nil }
      pieces.append(PostcodePiece(original: original(start..<end), form: form))
    }
    return starts.count > 1 ? pieces.uniqued() : nil
  }

  /// The last postcode among other words, and the other postcodes before it.
  func lastPostcode() -> (PostcodePiece, passedOver: [Postcode])? {
    let found = scan().pieces.compactMap { piece -> (PostcodePiece, Postcode)? in
      guard case .postcode(let postcode) = piece.form else { return nil }
      return (piece, postcode)
    }
    guard let last = found.last else { return nil }
    var seen: Set<Postcode> = [last.1]
    let passedOver = found.map { $0.1 }.filter { seen.insert($0).inserted }
    return (last.0, passedOver)
  }

  /// The last word, or two words of which the second is an inward part by its length, that look like
  /// a postcode.
  ///
  /// Among other words a look-alike must have a digit, or names of streets would be some.
  func lastLookAlike() -> PostcodePiece? {
    for index in words.indices.reversed() {
      var ranges = [index..<index + 1]
      if index > 0, words[index].text.count == 3, !words[index].beginsItem {
        ranges.insert(index - 1..<index + 1, at: 0)
      }
      for range in ranges {
        guard let text = joined(range), (0..<text.count).contains(where: { text[$0] <= 0x39 }),
          let form = lookAlike(of: range)
        else { continue }
        return PostcodePiece(original: original(range), form: form)
      }
    }
    return nil
  }

  /// Every postcode, sector and district, from the left, and whether that is all there is.
  private func scan() -> (pieces: [PostcodePiece], isComplete: Bool) {
    var pieces: [PostcodePiece] = []
    var isComplete = true
    var index = 0
    while index < words.count {
      if let range = piece(at: index), let form = form(of: range) {
        pieces.append(PostcodePiece(original: original(range), form: form))
        index = range.upperBound
      } else {
        isComplete = isComplete && words[index].isConjunction
        index += 1
      }
    }
    return (pieces, isComplete)
  }

  /// The words from one on that make a postcode, a sector or a district: two if they can, or one.
  private func piece(at index: Int) -> Range<Int>? {
    let pair = index..<index + 2
    if pair.upperBound <= words.count, !words[index + 1].beginsItem {
      switch (form(of: pair), words[index + 1].text.count) {
      case (.postcode, 3), (.sector, 1): return pair
      default: break
      }
    }
    return form(of: index..<index + 1) == nil ? nil : index..<index + 1
  }
}

extension [PostcodePiece] {
  /// The pieces of different forms, each where it stood first.
  fileprivate func uniqued() -> [PostcodePiece] {
    var seen: Set<PostcodePiece.Form> = []
    return filter { seen.insert($0.form).inserted }
  }
}
