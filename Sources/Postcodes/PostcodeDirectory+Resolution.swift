extension PostcodeDirectory {
  /// What a cell means, given the postcodes that there are.
  ///
  /// For each piece of the cell, in this order:
  /// 1. A postcode of the directory is that postcode, and never repaired.
  /// 2. Text that is no postcode, and a postcode that cannot exist, stands for the one postcode of the
  ///    directory that it looks like; see ``Postcode/candidates(for:)``. If it looks like several,
  ///    none is chosen.
  /// 3. Any other postcode is unknown. Others that it looks like are named but not taken.
  ///
  /// A postcode cannot exist if its area is not in use, as in "EL1 1AA" for E11 1AA, or if the
  /// directory knows that area and not that district, as in "W15 1AA" for W1S 1AA. Any other may be
  /// newer than the directory or lie outside it: S11 8TZ in Sheffield is not SL1 8TZ in Slough because
  /// the directory happens to have only the latter.
  ///
  /// Where only sectors are known, a postcode counts as one of the directory if its sector does.
  ///
  /// - Complexity: O(*n* + *m* log *k*) in the length of the cell, the postcodes in it and those of
  ///   the directory.
  public func resolve(_ cell: String) -> PostcodeResolution {
    switch PostcodeText(cell) {
    case .empty: .empty
    case .single(let piece): resolve(piece, passedOver: [])
    case .several(let pieces): .several(pieces.map { resolve($0, passedOver: []) })
    case .address(let piece, let passedOver): resolve(piece, passedOver: passedOver)
    }
  }

  /// What the bytes of a cell mean, in UTF-8.
  ///
  /// The same answer as for the text, sooner where the cell is one postcode and nothing else.
  public func resolve(utf8 bytes: ArraySlice<UInt8>) -> PostcodeResolution {
    if bytes.count <= 12, bytes.allSatisfy({ (0x20...0x7E).contains($0) }),
      let postcode = Postcode(utf8: bytes), let entry = entry(for: postcode)
    {
      let original = String(decoding: DecimalText.trimmed(bytes), as: UTF8.self)
      return Self.outcome(
        PostcodeMatch(entry: entry, original: original, isRepaired: false, passedOver: []))
    }
    return resolve(String(decoding: bytes, as: UTF8.self))
  }

  private func resolve(_ piece: PostcodePiece, passedOver: [Postcode]) -> PostcodeResolution {
    func outcome(_ entry: PostcodeEntry, isRepaired: Bool) -> PostcodeResolution {
      Self.outcome(
        PostcodeMatch(
          entry: entry, original: piece.original, isRepaired: isRepaired, passedOver: passedOver))
    }
    switch piece.form {
    case .sector(let sector): return .sector(sector, summary(of: sector))
    case .district(let district): return .district(district, summary(of: district))
    case .other: return .notAPostcode(original: piece.original, candidates: [])
    case .lookAlike(let candidates):
      let known = candidates.compactMap(entry)
      if known.count == 1 { return outcome(known[0], isRepaired: true) }
      return known.isEmpty
        ? .notAPostcode(original: piece.original, candidates: candidates)
        : .ambiguous(original: piece.original, known.map(\.postcode))
    case .postcode(let postcode):
      if let entry = entry(for: postcode) { return outcome(entry, isRepaired: false) }
      let known = Postcode.candidates(for: piece.original).compactMap(entry)
      if known.isEmpty || mayExist(postcode) {
        return .unknown(
          postcode, sector: summary(of: postcode.sector), possible: known.map(\.postcode))
      }
      return known.count == 1
        ? outcome(known[0], isRepaired: true)
        : .ambiguous(original: piece.original, known.map(\.postcode))
    }
  }

  /// Whether a postcode that the directory does not have can be one all the same.
  private func mayExist(_ postcode: Postcode) -> Bool {
    let district = postcode.district
    guard district.isOfAreaInUse else { return false }
    return summary(of: district) != nil || !covers(area: district.area)
  }

  private static func outcome(_ match: PostcodeMatch) -> PostcodeResolution {
    if match.entry.position == nil { return .noGridReference(match) }
    return match.entry.terminated == nil ? .found(match) : .terminated(match)
  }
}
