internal import Postcodes
internal import SimpleFeatures

/// The positions that two numbers can stand for.
struct PositionCandidates {
  /// The positions: first the one declared, or what units and letters say instead.
  let all: [ReadPosition]

  private enum Kind {
    case degrees, metres, kilometres
  }

  /// What two numbers can stand for.
  ///
  /// - Parameters:
  ///   - pair: The numbers, the longitude or easting first; in one cell, the latitude or easting.
  ///   - declared: What they should be.
  ///   - inOneCell: Whether they stand in one cell.
  /// - Throws: ``PositionRefusal`` for numbers that stand for no position or do not go together.
  init(
    _ pair: (first: NumberInCell, second: NumberInCell), declared: PositionReader.Columns,
    inOneCell: Bool
  ) throws(PositionRefusal) {
    let (first, second) = pair
    let numbers = [first, second].map { $0.values[0].number }
    if numbers == [0, 0] { throw .zeros }
    if numbers.contains(99.999999) { throw .unknownToSource }
    if first.isNorthing != nil, first.isNorthing == second.isNorthing {
      throw .contradiction(first.text, second.text)
    }
    let secondIsEasting = first.isNorthing ?? second.isNorthing.map { !$0 }
    var all: [ReadPosition] = []
    for a in first.values {
      for b in second.values {
        let commas: [PositionChange] =
          a.hasDecimalComma || b.hasDecimalComma ? [.decimalComma] : []
        for kind in Self.kinds(first.unit, second.unit, declared) {
          for isSwapped in [false, true] {
            let isReversed = isSwapped != (inOneCell && kind == .degrees)
            if let secondIsEasting, secondIsEasting != isReversed { continue }
            let (x, y) = isReversed ? (b.number, a.number) : (a.number, b.number)
            // With letters in one cell, either order is as good as the other.
            let swaps: [PositionChange] =
              isSwapped && !(inOneCell && secondIsEasting != nil) ? [.swapped] : []
            all.append(
              ReadPosition(
                position: Self.position(kind, x, y),
                changes: commas + Self.changes(kind, declared) + swaps))
          }
        }
      }
    }
    guard !all.isEmpty else { throw .contradiction(first.text, second.text) }
    self.all = all
  }

  /// What the numbers may measure, the declared kind first; a unit leaves no choice.
  private static func kinds(
    _ first: NumberInCell.Unit, _ second: NumberInCell.Unit, _ declared: PositionReader.Columns
  ) -> [Kind] {
    let kinds: [Kind] =
      declared == .degrees
      ? [.degrees, .metres, .kilometres] : [.metres, .kilometres, .degrees]
    return kinds.filter { kind in
      [first, second].allSatisfy { unit in
        switch unit {
        case .unsaid: true
        case .degrees: kind == .degrees
        case .metres: kind == .metres
        case .kilometres: kind == .kilometres
        }
      }
    }
  }

  private static func position(_ kind: Kind, _ x: Double, _ y: Double) -> BritishPosition {
    // To the millimetre, so that 530.047 km is 530,047 m and no fraction beside it.
    func metres(_ kilometres: Double) -> Double { (kilometres * 1_000_000).rounded() / 1000 }
    return switch kind {
    case .degrees: .degrees(LonLat(longitude: x, latitude: y))
    case .metres: .nationalGrid(Coordinate(x: x, y: y))
    case .kilometres: .nationalGrid(Coordinate(x: metres(x), y: metres(y)))
    }
  }

  private static func changes(
    _ kind: Kind, _ declared: PositionReader.Columns
  ) -> [PositionChange] {
    switch (kind, declared) {
    case (.degrees, .degrees), (.metres, .nationalGrid): []
    case (.degrees, .nationalGrid): [.takenAsDegrees]
    case (.metres, .degrees): [.takenAsNationalGrid]
    case (.kilometres, .degrees): [.takenAsNationalGrid, .takenAsKilometres]
    case (.kilometres, .nationalGrid): [.takenAsKilometres]
    }
  }
}
