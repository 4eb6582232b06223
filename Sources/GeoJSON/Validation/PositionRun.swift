/// The positions of one line or ring, or of one MultiPoint, and what was noticed about them.
struct PositionRun {
  /// A position with its height, if it has one.
  struct Ordinates: Hashable, CustomStringConvertible {
    var position = Position(x: 0, y: 0)
    var height: Double?

    var description: String {
      let ordinates = [position.x, position.y] + [height].compactMap(\.self)
      let texts = ordinates.map { PlainNumber.text($0, keepingFraction: false) }
      return "(\(texts.joined(separator: ", ")))"
    }
  }

  /// Whether there is an edge from each position to the next.
  var isConnected = false
  /// Whether every position could be read.
  var isWhole = true
  /// The first position.
  private(set) var first: Ordinates?
  /// The last position so far.
  private(set) var last: Ordinates?
  /// All positions so far, if they are connected.
  private(set) var positions: [Position] = []
  /// The first position that is not longitude and latitude, where it is and how many there are.
  private(set) var outOfRange: (position: Ordinates, offset: Int, count: Int)?
  /// The first position more than half the Earth away from the one before it.
  private(set) var jump: Int?

  /// Whether it ends where it begins, in all ordinates.
  var isClosed: Bool { first == last }

  /// Takes the next position.
  ///
  /// - Returns: Whether it is the same as the one before it.
  mutating func add(_ next: Ordinates, at offset: Int) -> Bool {
    let (x, y) = (next.position.x, next.position.y)
    if abs(x) > 180 || abs(y) > 90 {
      outOfRange =
        outOfRange.map { ($0.position, $0.offset, $0.count + 1) } ?? (next, offset, 1)
    }
    defer { last = next }
    guard isConnected else { return false }
    positions.append(next.position)
    guard let last else {
      first = next
      return false
    }
    if abs(x - last.position.x) > 180, abs(x) <= 180, abs(last.position.x) <= 180, jump == nil {
      jump = offset
    }
    return next == last
  }
}
