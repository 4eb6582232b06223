/// Bytes under construction, with room behind what has been written.
///
/// Writers store eight bytes at a time and keep as many of them as belong to the text, so they need
/// room beyond its end. They ask for it once a feature or a run of positions, not once a byte.
/// The words are stored with a check of their place each; without the checks, the positions of
/// benchmark T6 took 0.9 times as long, which is not worth doing without them.
struct OutputBytes: Sendable {
  /// Room that is always there beyond what a writer asks for, so that it may store whole words.
  static let overhang = 32

  private var storage: [UInt8] = []
  /// The number of bytes written.
  private(set) var count = 0

  /// The bytes written.
  var bytes: [UInt8] { Array(storage[..<count]) }

  /// Hands the bytes over, without a copy of them, and forgets them.
  mutating func take() -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &storage)
    bytes.removeLast(bytes.count - count)
    count = 0
    return bytes
  }

  /// Lets the bytes be read where they are.
  func withSpan<Failure: Error>(
    _ read: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try read(storage.span.extracting(first: count))
  }

  /// Forgets the bytes and keeps the room.
  mutating func removeAll() {
    count = 0
  }

  /// Takes the last bytes back.
  mutating func removeLast(_ bytes: Int) {
    count -= bytes
  }

  /// Makes room for this many further bytes.
  mutating func reserve(_ room: Int) {
    let missing = count + room + Self.overhang - storage.count
    guard missing > 0 else { return }
    // At least doubled, so that a document of n bytes is moved O(log n) times.
    storage.append(contentsOf: repeatElement(0, count: max(missing, storage.count)))
  }

  /// Appends what a writer writes.
  ///
  /// - Parameters:
  ///   - room: The bytes that it may need.
  ///   - write: Writes from an offset on and returns the offset behind what it wrote; `nil` if it
  ///     needs more room, whereupon it is asked again, with twice as much.
  @inline(__always)
  mutating func append(room: Int, _ write: (inout MutableRawSpan, Int) -> Int?) {
    var room = room
    while true {
      reserve(room)
      let start = count
      var elements = storage.mutableSpan
      // Any bytes make valid `UInt8`s; the span itself checks every access against its length.
      var output = unsafe elements.mutableBytes
      if let end = write(&output, start) {
        count = end
        return
      }
      room *= 2
    }
  }

  /// Appends one byte.
  mutating func append(_ byte: UInt8) {
    append(room: 1) { output, start in
      output.storeBytes(of: byte, toByteOffset: start, as: UInt8.self)
      return start + 1
    }
  }

  /// Appends bytes as they are.
  mutating func append(contentsOf bytes: Span<UInt8>) {
    reserve(bytes.count)
    let start = count
    var elements = storage.mutableSpan
    for index in bytes.indices { elements[start + index] = bytes[index] }
    count += bytes.count
  }

  /// Appends words of the format, for instance `null`.
  mutating func append(_ text: StaticString) {
    append(Phrase(text.description))
  }

  /// Appends a phrase.
  mutating func append(_ phrase: Phrase) {
    append(room: phrase.count) { phrase.write(into: &$0, at: $1) }
  }

  /// Appends a string in quotes, as ``JSONText`` says.
  mutating func append(string text: String) {
    append(room: 64) { JSONText.write(text, into: &$0, at: $1, leaving: 0) }
  }

  /// Appends a number in decimal digits.
  mutating func append(integer number: Int) {
    let quads = DecimalDigits.quads
    append(room: DecimalDigits.room + 1) {
      DecimalDigits.write(number, quads.span, into: &$0, at: $1)
    }
  }

  /// Appends a finite number with every digit that it has, as ``PlainNumber`` says.
  mutating func append(number: Double, keepingFraction: Bool) {
    let quads = DecimalDigits.quads
    append(room: PlainNumber.room) {
      PlainNumber.write(
        number, keepingFraction: keepingFraction, quads.span, into: &$0, at: $1)
    }
  }

  /// Appends a finite number rounded to some decimals, as ``FixedDecimal`` says.
  mutating func append(decimal number: Double, _ places: DecimalPlaces) {
    let quads = DecimalDigits.quads
    append(room: FixedDecimal.room) {
      FixedDecimal.write(number, places, quads.span, into: &$0, at: $1)
    }
  }
}
