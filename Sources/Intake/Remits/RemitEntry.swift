internal import Places

/// One entry of a list, with the names that only say where others lie set apart.
struct RemitEntry {
  let fragments: [RemitFragment]
  /// For each fragment that is a ward, the borough named beside it.
  private(set) var boroughs: [Int?]
  /// Whether each fragment only says where another lies.
  private(set) var isContext: [Bool]

  private let gazetteer: Gazetteer

  init(_ fragments: [RemitFragment], in gazetteer: Gazetteer) {
    self.fragments = fragments
    self.gazetteer = gazetteer
    boroughs = [Int?](repeating: nil, count: fragments.count)
    isContext = [Bool](repeating: false, count: fragments.count)
    for (index, fragment) in fragments.enumerated() {
      if let borough = fragment.borough {
        qualifyBefore(index, borough)
        qualifyAfter(index, borough)
      } else if case .name(.region(let region)) = fragment.content {
        isContext[index] = isSpeltOut(index, region)
      }
    }
    setWiderNamesApart()
  }

  /// Takes a ward for the one of a borough, if it has one of the name.
  private mutating func qualify(_ ward: Int, by borough: Int) -> Bool {
    guard boroughs[ward] == nil, let wards = fragments[ward].wards,
      wards.contains(where: { gazetteer.lies($0, in: borough) })
    else { return false }
    boroughs[ward] = borough
    return true
  }

  /// "Abbey, Merton", "Abbey and Village wards, Merton", "Town (Enfield)", "Abbey in Merton".
  private mutating func qualifyBefore(_ index: Int, _ borough: Int) {
    switch fragments[index].link {
    case .comma, .open, .dash, .preposition, .adjacent: break
    case .close, .colon, .conjunction, .start: return
    }
    var ward = index - 1
    while ward >= 0, qualify(ward, by: borough) {
      isContext[index] = true
      guard [.comma, .conjunction].contains(fragments[ward].link) else { break }
      ward -= 1
    }
  }

  /// "Merton: Abbey, Village", "Merton (Abbey)", "Merton - Abbey".
  private mutating func qualifyAfter(_ index: Int, _ borough: Int) {
    for ward in listBehind(index) where qualify(ward, by: borough) {
      isContext[index] = true
    }
  }

  /// "South East London (Lewisham, Bexley)": only these, if all are parts of it.
  private func isSpeltOut(_ index: Int, _ region: Int) -> Bool {
    let named = listBehind(index).compactMap { fragments[$0].borough }
    let codes = gazetteer.regions[region].codes
    return !named.isEmpty && named.allSatisfy { codes.contains(gazetteer.boroughs[$0].code) }
  }

  /// The list that a bracket, a colon or a dash behind a name begins.
  private func listBehind(_ index: Int) -> Range<Int> {
    let start = index + 1
    guard start < fragments.count, [.open, .colon, .dash].contains(fragments[start].link) else {
      return start..<start
    }
    var end = start + 1
    while end < fragments.count, [.comma, .conjunction].contains(fragments[end].link) { end += 1 }
    return start..<end
  }

  /// "London" in "Lambeth, London" and "UK" in "London, UK": of names joined by commas, only the
  /// narrowest kind counts.
  private mutating func setWiderNamesApart() {
    var start = 0
    for end in fragments.indices.map({ $0 + 1 })
    where end == fragments.count || beginsPiece(end) {
      let widths = fragments[start..<end].map(Self.width)
      if let narrowest = widths.compactMap(\.self).min() {
        for (offset, width) in widths.enumerated() where width ?? 0 > narrowest {
          isContext[start + offset] = true
        }
      }
      start = end
    }
  }

  /// "Lambeth and London" are two thoughts, and so are "older people in London".
  private func beginsPiece(_ index: Int) -> Bool {
    switch fragments[index].link {
    case .conjunction: true
    case .preposition: fragments[index - 1].name == nil
    default: false
    }
  }

  /// How wide a name is: 0 for areas and for what is not understood; `nil` for what no other name
  /// can narrow.
  private static func width(_ fragment: RemitFragment) -> Int? {
    switch fragment.name {
    case .place: 1
    case .country: 2
    case .everywhere, .scope, .outside, .ownBorough: nil
    default: 0
    }
  }
}
