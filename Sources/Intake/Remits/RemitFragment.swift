/// A part of an entry between two signs, prepositions or conjunctions.
struct RemitFragment {
  /// What stands between a fragment and the one before it.
  ///
  /// In rising order of what it does: where several stand together, the last counts.
  enum Link: Int, Comparable {
    case adjacent
    case comma
    case close
    case dash
    case colon
    case open
    case preposition
    case conjunction
    /// The beginning of the entry.
    case start

    static func < (left: Link, right: Link) -> Bool { left.rawValue < right.rawValue }
  }

  enum Content {
    case name(RemitItem.Sense)
    /// Words that are not understood, with the names among them.
    case unclear([RemitItem.Sense])
  }

  let content: Content
  let link: Link
  /// Its tokens.
  let tokens: Range<Int>
  /// Its tokens without the words around them that change nothing.
  let core: Range<Int>

  var name: RemitItem.Sense? {
    guard case .name(let sense) = content else { return nil }
    return sense
  }

  /// The wards of its name, if it is a name of wards.
  var wards: [Int]? {
    guard case .name(.wards(let wards)) = content else { return nil }
    return wards
  }

  /// The one borough of its name, if it is a name of one.
  var borough: Int? {
    guard case .name(.boroughs(let boroughs)) = content, boroughs.count == 1 else { return nil }
    return boroughs[0]
  }
}

/// Gathers the phrases of an entry into fragments.
struct RemitFragments {
  private(set) var fragments: [RemitFragment] = []
  /// The phrases that change nothing.
  private(set) var fillers: [Range<Int>] = []

  /// The phrases since the last sign.
  private var open: [RemitItem] = []
  private var link = RemitFragment.Link.start
  private let gazetteer: Gazetteer

  init(_ items: [RemitItem], in gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    for item in items { take(item) }
    endFragment()
  }

  private mutating func take(_ item: RemitItem) {
    switch item.sense {
    case .sign(let kind):
      endFragment()
      link = max(link, Self.link(of: kind))
    case .preposition, .conjunction:
      endFragment()
      fillers.append(item.tokens)
      link = max(link, item.sense == .conjunction ? .conjunction : .preposition)
    default:
      // "Lambeth E09000022": a code is clear whatever stands beside it.
      if item.isCode || open.last?.isCode == true { endFragment() }
      open.append(item)
    }
  }

  private static func link(of sign: RemitText.Token.Kind) -> RemitFragment.Link {
    switch sign {
    case .word, .comma, .end: .comma
    case .joint: .conjunction
    case .open: .open
    case .close: .close
    case .colon: .colon
    case .dash: .dash
    }
  }

  private mutating func endFragment() {
    defer { open = [] }
    let telling = open.filter { $0.sense != .filler }
    let names = telling.filter(\.isName)
    if telling.count == names.count, stand(names) {
      for name in names { add(.name(name.sense), name.tokens, core: name.tokens) }
      fillers += open.filter { $0.sense == .filler }.map(\.tokens)
    } else if let first = telling.first, let last = telling.last {
      add(
        .unclear(names.map(\.sense)),
        open[0].tokens.lowerBound..<open[open.count - 1].tokens.upperBound,
        core: first.tokens.lowerBound..<last.tokens.upperBound)
    }
  }

  private mutating func add(
    _ content: RemitFragment.Content, _ tokens: Range<Int>, core: Range<Int>
  ) {
    fragments.append(RemitFragment(content: content, link: link, tokens: tokens, core: core))
    link = .adjacent
  }

  /// Whether names may stand side by side without a sign: boroughs, as in a list that lost its
  /// commas; a ward before its borough; an area before the city it lies in.
  private func stand(_ names: [RemitItem]) -> Bool {
    zip(names, names.dropFirst()).allSatisfy { left, right in
      switch (left.sense, right.sense) {
      case (.boroughs, .boroughs), (.boroughs, .region), (.region, .boroughs): true
      case (.wards(let wards), .boroughs(let boroughs)):
        wards.contains { ward in boroughs.contains { gazetteer.lies(ward, in: $0) } }
      case (_, .place), (_, .country), (.place, _): true
      default: false
      }
    }
  }
}
