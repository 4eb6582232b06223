public import SimpleFeatures

/// A reference to a square of the British National Grid, such as TQ 300 804.
///
/// Two letters name a square of 100 km; half of the digits count eastwards in it and half northwards.
/// The more digits, the smaller the square: ten give one metre, two give 10 km. By convention a
/// reference names the south-west corner of its square; what it refers to is anywhere in the square,
/// so that the best single position is the middle.
///
/// - SeeAlso: Ordnance Survey, *A Guide to Coordinate Systems in Great Britain*, on the National Grid.
public struct GridReference: Hashable, Sendable, CustomStringConvertible {
  /// The corner that the digits name.
  public let southWest: Coordinate
  /// The length of a side of the square.
  public let side: Distance
  /// The two letters, a space, the digits eastwards, a space and the digits northwards.
  public let description: String

  /// The middle of the square.
  public var middle: Coordinate {
    Coordinate(x: southWest.x + side.metres / 2, y: southWest.y + side.metres / 2)
  }

  /// The most characters that a text may have.
  private static let lengthLimit = 40

  /// Reads a text such as "TQ 300 804", "tq3000080400" or "TQ38".
  ///
  /// - Returns: `nil` for a text with no even number of digits from 2 to 10, with two groups of
  ///   digits of different lengths, with more than two, or with letters of no square of the grid.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.lengthLimit * 4, text.count <= Self.lengthLimit else {
      return nil
    }
    let parts = text.split { $0.isWhitespace || $0 == "," }
    let characters = Array(parts.joined().utf8)
    guard let first = parts.first, (4...12).contains(characters.count),
      let letters = Self.square(characters[0], characters[1])
    else { return nil }
    let digits = characters.dropFirst(2)
    let groups = ([first.dropFirst(2)] + parts.dropFirst()).filter { !$0.isEmpty }
    guard first.utf8.count >= 2, digits.count % 2 == 0,
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      groups.count == 1 || groups.count == 2 && groups[0].count == groups[1].count
    else { return nil }
    let half = digits.count / 2
    let side = [10_000.0, 1000, 100, 10, 1][half - 1]
    func metres(_ digits: ArraySlice<UInt8>) -> Double {
      side * Double(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    self.side = Distance(metres: side)
    southWest = Coordinate(
      x: letters.x + metres(digits.prefix(half)), y: letters.y + metres(digits.suffix(half)))
    let groupTexts = [characters.prefix(2), digits.prefix(half), digits.suffix(half)]
    description = groupTexts.map { String(decoding: $0, as: UTF8.self).uppercased() }
      .joined(separator: " ")
  }

  /// The south-west corner of a square of 100 km; `nil` off the grid of 700 by 1,300 km.
  ///
  /// The first letter names a square of 500 km, five by five of them from north-west to south-east,
  /// the second one of 100 km in it in the same way; I is left out. SV has the origin.
  private static func square(_ first: UInt8, _ second: UInt8) -> Coordinate? {
    guard let large = place(of: first), let small = place(of: second) else { return nil }
    let column = (large.column - 2) * 5 + small.column
    let row = (3 - large.row) * 5 + (4 - small.row)
    guard (0..<7).contains(column), (0..<13).contains(row) else { return nil }
    return Coordinate(x: Double(column) * 100_000, y: Double(row) * 100_000)
  }

  private static func place(of letter: UInt8) -> (column: Int, row: Int)? {
    guard let index = Array("ABCDEFGHJKLMNOPQRSTUVWXYZ".utf8).firstIndex(of: letter & ~0x20) else {
      return nil
    }
    return (index % 5, index / 5)
  }
}
