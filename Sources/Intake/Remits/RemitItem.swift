internal import Places

/// A phrase of a text about areas, and what it is.
struct RemitItem {
  enum Sense: Hashable {
    /// Boroughs of one name: one, in most cities.
    case boroughs([Int])
    /// Wards of one name.
    case wards([Int])
    case region(Int)
    /// The code of an area that is held.
    case code(AreaCode)
    /// The code of another area, and the areas of the study that stand for it.
    case foreignCode(AreaCode, [AreaCode])
    /// Areas of another kind than the record says.
    case otherType([AreaCode])
    case everywhere
    case place
    case country(RemitScope)
    case scope(RemitScope)
    case outside
    case ownBorough
    case filler
    case preposition
    case conjunction
    case exclusion
    case sign(RemitText.Token.Kind)
    case unknown
  }

  let sense: Sense
  /// The tokens it is made of.
  let tokens: Range<Int>

  /// Whether it names something, rather than standing around names.
  var isName: Bool {
    switch sense {
    case .filler, .preposition, .conjunction, .exclusion, .sign, .unknown: false
    default: true
    }
  }

  var isCode: Bool {
    switch sense {
    case .code, .foreignCode: true
    default: false
    }
  }
}
