internal import Places

/// Takes the longest phrase at each place of a text: "Barking and Dagenham" is one borough before
/// it is two words with an "and".
struct RemitPhraser {
  let gazetteer: Gazetteer
  let type: RemitAreaType?

  private enum Level { case borough, ward }

  /// The phrases of some tokens, in order, without gaps.
  ///
  /// - Complexity: O(*n* · *k*²) for *n* tokens and *k* words in the longest phrase known.
  func items(of tokens: ArraySlice<RemitText.Token>) -> [RemitItem] {
    var items: [RemitItem] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let (length, sense) = item(tokens, at: index)
      items.append(RemitItem(sense: sense, tokens: index..<index + length))
      index += length
    }
    return items
  }

  private typealias Found = (length: Int, sense: RemitItem.Sense)

  private func item(_ tokens: ArraySlice<RemitText.Token>, at index: Int) -> Found {
    switch tokens[index].kind {
    case .joint: return (1, .conjunction)
    case .word: break
    default: return (1, .sign(tokens[index].kind))
    }
    let phrases = gazetteer.phrases.phrases(in: tokens, at: index)
    let name = decoratedName(tokens, at: index, phrases)
    let other = phrases.reversed().lazy.compactMap { phrase in
      self.otherSense(phrase.meanings).map { Found(phrase.length, $0) }
    }.first
    // "City-wide" is a word for everywhere before it is the City with an ending.
    let least = (other?.length ?? 0) + (other?.sense == .everywhere ? 1 : 0)
    if let name, name.length >= least { return name }
    if let other = other ?? foreignCode(tokens[index]) { return other }
    return (1, isListNumber(tokens, at: index) ? .filler : .unknown)
  }

  /// Whether a word is the number of an entry, as in "1) Lambeth".
  private func isListNumber(_ tokens: ArraySlice<RemitText.Token>, at index: Int) -> Bool {
    let key = tokens[index].key
    return index == tokens.startIndex && key.utf8.count <= 2 && key.allSatisfy(\.isDecimalDigit)
  }

  /// A name with what stands before and behind it: "Royal Borough of Greenwich", "Abbey Ward".
  private func decoratedName(
    _ tokens: ArraySlice<RemitText.Token>, at index: Int,
    _ phrases: [(length: Int, meanings: [PhraseTable.Meaning])]
  ) -> Found? {
    var best = name(tokens, at: index, level: nil)
    for (length, meanings) in phrases where index + length < tokens.endIndex {
      for (prefix, level) in [
        (PhraseTable.Meaning.boroughPrefix, Level.borough), (.wardPrefix, .ward),
      ] where meanings.contains(prefix) {
        guard let named = name(tokens, at: index + length, level: level),
          length + named.length > best?.length ?? 0
        else { continue }
        best = (length + named.length, named.sense)
      }
    }
    return best
  }

  /// The longest name at a token, with what stands behind it.
  private func name(
    _ tokens: ArraySlice<RemitText.Token>, at index: Int, level: Level?
  ) -> Found? {
    var best: Found?
    for (length, meanings) in gazetteer.phrases.phrases(in: tokens, at: index).reversed() {
      if let sense = nameSense(meanings, level), length > best?.length ?? 0 {
        best = (length, sense)
      }
      for (tail, endings) in gazetteer.phrases.phrases(in: tokens, at: index + length) {
        for (suffix, own) in [
          (PhraseTable.Meaning.boroughSuffix, Level.borough), (.wardSuffix, .ward),
        ] where endings.contains(suffix) && (level ?? own) == own {
          guard let sense = nameSense(meanings, own), length + tail > best?.length ?? 0 else {
            continue
          }
          best = (length + tail, sense)
        }
      }
    }
    return best
  }

  /// What a name means: a region before a borough before a ward, unless the words around it or
  /// the record tell the level.
  private func nameSense(_ meanings: [PhraseTable.Meaning], _ level: Level?) -> RemitItem.Sense? {
    var boroughs: [Int] = []
    var wards: [Int] = []
    var region: Int?
    for meaning in meanings {
      switch meaning {
      case .borough(let index): boroughs.append(index)
      case .ward(let index): wards.append(index)
      case .region(let index): region = region ?? index
      default: break
      }
    }
    if level == .ward { (boroughs, region) = ([], nil) }
    if level == .borough { (wards, region) = ([], nil) }
    let areas =
      boroughs.map { gazetteer.boroughs[$0].code } + wards.map { gazetteer.wards[$0].code }
    if type == .ward, wards.isEmpty, region != nil || !boroughs.isEmpty {
      return .otherType(region.map { gazetteer.regions[$0].codes } ?? areas.sorted())
    }
    if type == .borough, region == nil, boroughs.isEmpty, !wards.isEmpty {
      return .otherType(areas.sorted())
    }
    if type == .ward, !wards.isEmpty { return .wards(wards.sorted()) }
    if let region { return .region(region) }
    if !boroughs.isEmpty { return .boroughs(boroughs.sorted()) }
    return wards.isEmpty ? nil : .wards(wards.sorted())
  }

  private func otherSense(_ meanings: [PhraseTable.Meaning]) -> RemitItem.Sense? {
    for meaning in meanings {
      switch meaning {
      case .code(.borough(let index)): return .code(gazetteer.boroughs[index].code)
      case .code(.ward(let index)): return .code(gazetteer.wards[index].code)
      case .everywhere: return .everywhere
      case .place: return .place
      case .country(let scope): return .country(scope)
      case .scope(let scope): return .scope(scope)
      case .outside: return .outside
      case .ownBorough: return .ownBorough
      case .filler, .nothing: return .filler
      case .preposition: return .preposition
      case .conjunction: return .conjunction
      case .exclusion: return .exclusion
      case .borough, .ward, .region, .boroughPrefix, .boroughSuffix, .wardPrefix, .wardSuffix:
        continue
      }
    }
    return nil
  }

  /// A code of another area: one that the lookup knows, or one with the form of a GSS code.
  private func foreignCode(_ token: RemitText.Token) -> Found? {
    let code = AreaCode(token.key.uppercased())
    let areas = gazetteer.lookup[code]
    let letters = Array(code.description.utf8)
    let isGSS =
      letters.count == 9 && "EWSNJKLM".utf8.contains(letters[0])
      && letters.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    return isGSS || areas != nil
      ? (1, .foreignCode(code, (areas ?? []).filter(gazetteer.holds))) : nil
  }
}
