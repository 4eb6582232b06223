public import Places

/// The names and codes of the areas of a study, for reading what people write about them.
///
/// Nothing in it is about one city: areas, regions and words are given to it.
public struct Gazetteer: Sendable {
  /// An area as a text may name it.
  struct NamedArea: Sendable {
    let code: AreaCode
    /// Its name, which other areas may share.
    let name: String
    /// The code of the borough it lies in, for a ward.
    let borough: AreaCode?
  }

  /// The boroughs, in the order of their codes.
  let boroughs: [NamedArea]
  /// The wards, in the order of their codes.
  let wards: [NamedArea]
  /// Parts of the study area, and other names of areas.
  let regions: [RegionTable.Region]

  let phrases: PhraseTable
  let nearest: NearestName
  let lookup: [AreaCode: [AreaCode]]
  let outsideCodes: Set<AreaCode>
  private let held: Set<AreaCode>

  /// A gazetteer.
  ///
  /// - Parameters:
  ///   - boroughs: The areas of the upper level; may be empty.
  ///   - wards: The areas of the lower level, with the codes of their boroughs where known.
  ///   - regions: Parts of the study area, and other names of areas.
  ///   - everywhere: Words for the whole study area, besides those of `words`.
  ///   - words: The words around names.
  ///   - lookup: For codes of other areas, the areas of the study that stand for them: for a
  ///     census area, the ward it lies in.
  public init(
    boroughs: [(code: AreaCode, name: String)],
    wards: [(code: AreaCode, name: String, borough: AreaCode?)],
    regions: RegionTable? = nil, everywhere: [String] = [], words: RemitWords = .london,
    lookup: [AreaCode: [AreaCode]] = [:]
  ) {
    self.boroughs = boroughs.map { NamedArea(code: $0.code, name: $0.name, borough: nil) }
      .sorted { $0.code < $1.code }
    self.wards = wards.map { NamedArea(code: $0.code, name: $0.name, borough: $0.borough) }
      .sorted { $0.code < $1.code }
    self.regions = regions?.regions ?? []
    self.lookup = lookup
    outsideCodes = Set(words.outsideCodes)
    held = Set((self.boroughs + self.wards).map(\.code))
    nearest = NearestName(
      (self.boroughs + self.wards).map(\.name) + self.regions.flatMap { [$0.name] + $0.aliases })

    var phrases = PhraseTable()
    for (index, borough) in self.boroughs.enumerated() {
      phrases.addName(borough.name, .borough(index))
      phrases.add(borough.code.description, .code(.borough(index)))
    }
    for (index, ward) in self.wards.enumerated() {
      phrases.addName(ward.name, .ward(index))
      phrases.add(ward.code.description, .code(.ward(index)))
    }
    for (index, region) in self.regions.enumerated() {
      let meaning = Self.meaning(of: region, index, self.boroughs, self.wards)
      for name in [region.name] + region.aliases { phrases.addName(name, meaning) }
    }
    phrases.add(words)
    for phrase in everywhere { phrases.add(phrase, .everywhere) }
    self.phrases = phrases
  }

  /// A row with the code of one area that is held is another name of that area.
  private static func meaning(
    of region: RegionTable.Region, _ index: Int, _ boroughs: [NamedArea], _ wards: [NamedArea]
  ) -> PhraseTable.Meaning {
    guard region.codes.count == 1 else { return .region(index) }
    if let borough = boroughs.firstIndex(where: { $0.code == region.codes[0] }) {
      return .borough(borough)
    }
    return wards.firstIndex { $0.code == region.codes[0] }.map { .ward($0) } ?? .region(index)
  }

  /// The code of a borough, from its code or name; `nil` for a text that is neither.
  func borough(_ text: String) -> AreaCode? {
    let tokens = RemitText(text).tokens
    let items = RemitPhraser(gazetteer: self, type: nil).items(of: tokens[...])
      .filter { $0.sense != .filler }
    guard items.count == 1 else { return nil }
    switch items[0].sense {
    case .boroughs(let found) where found.count == 1: return boroughs[found[0]].code
    case .code(let code) where boroughs.contains(where: { $0.code == code }): return code
    default: return nil
    }
  }

  /// Whether a ward lies in a borough.
  func lies(_ ward: Int, in borough: Int) -> Bool {
    wards[ward].borough == boroughs[borough].code
  }

  /// Whether a code is one of the study's areas.
  func holds(_ code: AreaCode) -> Bool { held.contains(code) }
}

extension PhraseTable {
  fileprivate mutating func add(_ words: RemitWords) {
    let lists: [([String], Meaning)] = [
      (words.places, .place), (words.everywhere, .everywhere), (words.outside, .outside),
      (words.ownBorough, .ownBorough), (words.boroughPrefixes, .boroughPrefix),
      (words.boroughSuffixes, .boroughSuffix), (words.wardPrefixes, .wardPrefix),
      (words.wardSuffixes, .wardSuffix), (words.fillers, .filler),
      (words.prepositions, .preposition), (words.conjunctions, .conjunction),
      (words.exclusions, .exclusion), (words.nothing, .nothing),
    ]
    for (list, meaning) in lists {
      for phrase in list { add(phrase, meaning) }
    }
    for (phrase, scope) in words.countries { add(phrase, .country(scope)) }
    for (phrase, scope) in words.scopes { add(phrase, .scope(scope)) }
    for (code, scope) in RemitScope.codes { add(code, .scope(scope)) }
    for (code, scope) in words.codes {
      add(code.description, scope == .studyWide ? .everywhere : .scope(scope))
    }
    for code in words.outsideCodes { add(code.description, .outside) }
  }
}
