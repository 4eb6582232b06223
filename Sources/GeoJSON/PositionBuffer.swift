/// The positions of the line or ring being read; its room is used again for the next.
///
/// An array that grows with every ring is copied several times over, and its memory comes from the
/// system page by page; this one stays in the processor's cache.
struct PositionBuffer {
  private var room = [Position](repeating: Position(x: 0, y: 0), count: 1024)
  private(set) var count = 0

  /// The positions so far, in an array that is no larger than they are.
  var positions: [Position] { Array(room[..<count]) }

  mutating func removeAll() { count = 0 }

  mutating func append(_ position: Position) {
    makeRoom()
    room[count] = position
    count += 1
  }

  private mutating func makeRoom() {
    guard count == room.count else { return }
    room += [Position](repeating: Position(x: 0, y: 0), count: count)
  }

  /// Appends positions of plain form, as far as they follow each other and there is room.
  ///
  /// Plain is a position of two numbers without exponent that round without looking twice, with
  /// white space or without it: nearly every position there is. Whatever else stands there is left
  /// to the reader that knows what may and what is wrong. Asking that reader for every token of
  /// every position, with each array growing as it is read and each digit by itself, took three times
  /// as long in the benchmark `T1` (41 MB, 1.7 million positions), and more than four times where
  /// numbers have 15 to 17 digits.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - offset: Where the bracket of a position may be; moved behind the last bracket passed.
  ///   - limit: How many to append at most.
  /// - Returns: How many were appended.
  mutating func appendPlain(in text: Span<UInt8>, at offset: inout Int, limit: Int) -> Int {
    makeRoom()
    let start = count
    let most = min(room.count - start, limit)
    var places = room.mutableSpan
    var index = offset
    var passed = 0
    while passed < most {
      guard text.byte(at: index) == UInt8(ascii: "[") else { break }
      index &+= 1
      guard let x = text.plainOrdinate(at: &index),
        text.byte(at: index) == UInt8(ascii: ",")
      else { break }
      index &+= 1
      guard let y = text.plainOrdinate(at: &index),
        text.byte(at: index) == UInt8(ascii: "]")
      else { break }
      index &+= 1
      places[start &+ passed] = Position(x: x, y: y)
      passed &+= 1
      offset = index
      text.skipBlanks(&index)
      guard text.byte(at: index) == UInt8(ascii: ",") else { break }
      index &+= 1
      text.skipBlanks(&index)
    }
    count = start + passed
    return passed
  }
}

extension Span<UInt8> {
  /// The number at an index, which is moved behind it and the white space around it; `nil` if it
  /// is not plain.
  @inline(__always)
  fileprivate func plainOrdinate(at index: inout Int) -> Double? {
    skipBlanks(&index)
    let decimal = WrittenDecimal(self, at: &index)
    guard decimal.isWellFormed, let value = decimal.value() else { return nil }
    skipBlanks(&index)
    return value
  }

  /// Moves an index past white space.
  @inline(__always)
  fileprivate func skipBlanks(_ index: inout Int) {
    while true {
      switch byte(at: index) {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        index &+= 1
      default: return
      }
    }
  }
}
