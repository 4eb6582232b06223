internal import Places

extension Gazetteer {
  /// Reads what a text says about the areas that an organisation serves.
  ///
  /// A list is split at semicolons, lines, commas, slashes and "and", but a name is taken whole
  /// first: "Hammersmith and Fulham" is one borough. What could mean two things is not guessed:
  /// a ward's name that several boroughs have needs its borough beside it or from the record, and
  /// what takes something away ("all but Bromley") is left to a person.
  ///
  /// - Parameters:
  ///   - text: The cell.
  ///   - borough: The record's own borough, by code or name, where another column tells it.
  ///   - type: What kind of area the record says that the text names: a `geographic code type`
  ///     of 360Giving or a `geographic_area_type` of the Charity Commission.
  /// - Returns: What was understood, and what was not; never throws anything of the text away.
  /// - Complexity: O(*n*) in the length of the text.
  public func read(_ text: String, borough: String = "", type: String = "") -> RemitReading {
    let text = RemitText(text)
    var reader = RemitReader(
      gazetteer: self, text: text, borough: self.borough(borough), type: RemitAreaType(type))
    for tokens in text.tokens.split(whereSeparator: { $0.kind == .end }) {
      reader.read(tokens)
    }
    return reader.reading
  }

  /// A name that differs from a misspelt one by a letter or two; `nil` where none is near.
  public func nearestName(to text: String) -> String? { nearest.name(for: text) }
}

/// Reads the entries of one text.
struct RemitReader {
  let gazetteer: Gazetteer
  let text: RemitText
  let borough: AreaCode?
  let type: RemitAreaType?

  private var matched: [RemitReading.Match] = []
  private var fillers: [Range<Int>] = []
  private var unresolved: [RemitReading.Unresolved] = []

  /// Looking for a near name is slow beside reading; a person needs the first few only.
  private static let suggestionLimit = 8
  private var suggestions = 0

  init(gazetteer: Gazetteer, text: RemitText, borough: AreaCode?, type: RemitAreaType?) {
    self.gazetteer = gazetteer
    self.text = text
    self.borough = borough
    self.type = type
  }

  var reading: RemitReading {
    RemitReading(
      matched: matched, fillers: fillers.map(written).filter { $0.contains(where: \.isLetter) },
      unresolved: unresolved)
  }

  /// The tokens as the text has them.
  private func written(_ tokens: Range<Int>) -> String {
    let first = text.tokens[tokens.lowerBound].range.lowerBound
    return String(text.text[first..<text.tokens[tokens.upperBound - 1].range.upperBound])
  }

  mutating func read(_ tokens: ArraySlice<RemitText.Token>) {
    let items = RemitPhraser(gazetteer: gazetteer, type: type).items(of: tokens)
    if items.contains(where: { $0.sense == .exclusion }) {
      let candidates = items.flatMap { codes(of: $0.sense) }
      fail(tokens.startIndex..<tokens.endIndex, .exclusion, candidates)
      return
    }
    let gathered = RemitFragments(items, in: gazetteer)
    fillers += gathered.fillers
    let entry = RemitEntry(gathered.fragments, in: gazetteer)
    for (index, fragment) in entry.fragments.enumerated() {
      switch fragment.content {
      case .name where entry.isContext[index]: match(fragment.tokens, .context)
      case .name(.wards(let candidates)):
        let borough = entry.boroughs[index].map { gazetteer.boroughs[$0].code }
        resolve(candidates, in: borough, fragment.tokens)
      case .name(let sense): take(sense, fragment.tokens)
      case .unclear(let names): takeUnclear(names, fragment)
      }
    }
  }

  private mutating func match(
    _ tokens: Range<Int>, _ how: RemitReading.Match.How, _ codes: [AreaCode] = [],
    missing: [AreaCode] = []
  ) {
    matched.append(
      RemitReading.Match(text: written(tokens), codes: codes, missing: missing, how: how))
  }

  private mutating func fail(
    _ tokens: Range<Int>, _ reason: RemitReading.Unresolved.Reason,
    _ candidates: [AreaCode] = [], core: Range<Int>? = nil
  ) {
    var nearest: String?
    if let core, suggestions < Self.suggestionLimit {
      suggestions += 1
      nearest = gazetteer.nearestName(to: written(core))
    }
    unresolved.append(
      RemitReading.Unresolved(
        text: written(tokens), reason: reason, candidates: Set(candidates).sorted(),
        nearest: nearest))
  }

  /// A ward's name: of the borough beside it, of the record's, or the only one.
  private mutating func resolve(
    _ candidates: [Int], in named: AreaCode?, _ tokens: Range<Int>
  ) {
    let wards = candidates.map { gazetteer.wards[$0] }
    let own = wards.filter { $0.borough == named ?? borough }
    let chosen = named != nil || !own.isEmpty ? own : wards
    if chosen.count == 1 {
      match(tokens, .ward, [chosen[0].code])
    } else {
      fail(tokens, .ambiguousName, chosen.map(\.code))
    }
  }

  private mutating func take(_ sense: RemitItem.Sense, _ tokens: Range<Int>) {
    switch sense {
    case .boroughs(let boroughs):
      let codes = boroughs.map { gazetteer.boroughs[$0].code }
      guard codes.count == 1 else { return fail(tokens, .ambiguousName, codes) }
      match(tokens, .borough, codes)
    case .region(let index):
      let region = gazetteer.regions[index]
      let held = region.codes.filter(gazetteer.holds)
      if held.isEmpty {
        fail(tokens, .outside, region.codes)
      } else {
        match(
          tokens, .region(source: region.source), held,
          missing: region.codes.filter { !gazetteer.holds($0) })
      }
    case .code(let code): match(tokens, .code, [code])
    case .foreignCode(let code, let areas):
      guard !areas.isEmpty else { return fail(tokens, .codeNotHeld(code)) }
      match(tokens, .lookup, Set(areas).sorted())
    case .otherType(let codes): fail(tokens, .otherType, codes)
    case .everywhere, .place: match(tokens, .everywhere)
    case .country(let scope), .scope(let scope): match(tokens, .scope(scope))
    case .outside: fail(tokens, .outside)
    case .ownBorough:
      guard let borough else { return fail(tokens, .noBorough) }
      match(tokens, .ownBorough, [borough])
    case .wards, .filler, .preposition, .conjunction, .exclusion, .sign, .unknown: break
    }
  }

  private mutating func takeUnclear(_ names: [RemitItem.Sense], _ fragment: RemitFragment) {
    let isElsewhere = type == .country || type == .continent
    if names.isEmpty {
      fail(fragment.tokens, isElsewhere ? .outside : .unknownName, core: fragment.core)
    } else {
      fail(fragment.tokens, .unknownWords, names.flatMap(codes), core: fragment.core)
    }
  }

  /// The areas that a name may mean.
  private func codes(of sense: RemitItem.Sense) -> [AreaCode] {
    switch sense {
    case .boroughs(let boroughs): boroughs.map { gazetteer.boroughs[$0].code }
    case .wards(let wards): wards.map { gazetteer.wards[$0].code }
    case .region(let index): gazetteer.regions[index].codes
    case .code(let code): [code]
    case .foreignCode(_, let areas), .otherType(let areas): areas
    default: []
    }
  }
}
