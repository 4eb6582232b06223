// Sequences of GeoJSON texts: one after the other in a file, without the brackets and commas of a
// FeatureCollection, so that programs can write and read them one at a time.
extension GeoJSONReader {
  /// The features of a sequence, as one collection.
  ///
  /// Two forms are read, as the first character decides. In the form of RFC 8142 each record
  /// stands between a record separator (U+001E) and a line feed, and may run over several lines;
  /// records that break off before the next separator are left out and reported in
  /// ``FeatureCollection/warnings``, because the standard asks readers to go on behind them. In
  /// the newline-delimited form each line is a record or blank, and one that breaks off is an
  /// error. A record is a Feature, or a bare geometry, which is read as a feature without
  /// properties.
  ///
  /// - Parameter bytes: The whole file, UTF-8.
  /// - Returns: The features in the order of the file, and what was noticed.
  /// - Throws: ``GeoJSONError``, for the first problem met, at its line in the file; features are
  ///   counted through the file from 0.
  /// - Complexity: O(*n*) in the number of bytes.
  /// - SeeAlso: S. Gillies, "GeoJSON Text Sequences", RFC 8142, 2017; N. Williams, "JavaScript
  ///   Object Notation (JSON) Text Sequences", RFC 7464, 2015.
  public func readSequence(_ bytes: [UInt8]) throws(GeoJSONError) -> FeatureCollection {
    var reader = DocumentReader(try JSONScanner(bytes, limits: limits))
    return try reader.sequence()
  }

  /// Whether a file is a sequence rather than a document, by its beginning.
  ///
  /// It is when it begins with a record separator, or when its first line is one whole object and
  /// another object follows on a later line. A single Feature on one line is both a document and a
  /// sequence; it counts as a document. Nothing is checked beyond that.
  ///
  /// - Complexity: O(*n*) in the bytes of the first line that is not blank.
  public static func isSequence(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].firstIndex(where: { !isWhiteSpace($0) }) else {
      return false
    }
    if bytes[first] == recordSeparator { return true }
    // What begins the second line rules nearly every document out, without reading the first.
    guard let lineEnd = bytes.span.firstOffset(of: UInt8(ascii: "\n"), from: first),
      let next = bytes[lineEnd...].firstIndex(where: { !isWhiteSpace($0) }),
      bytes[next] == UInt8(ascii: "{"), let end = endOfObject(in: bytes[first..<lineEnd])
    else { return false }
    return bytes[end..<lineEnd].allSatisfy(isWhiteSpace)
  }

  /// The offset behind the object that a line begins with; `nil` if it does not end there.
  private static func endOfObject(in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: "{") else { return nil }
    var depth = 0
    var isInString = false
    var isEscaped = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if isEscaped {
        isEscaped = false
      } else if isInString {
        isEscaped = byte == UInt8(ascii: "\\")
        isInString = byte != UInt8(ascii: "\"")
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }
}

/// The character before each record in the form of RFC 8142.
let recordSeparator: UInt8 = 0x1E

extension Span<UInt8> {
  /// The first offset of a byte at or behind another; eight bytes are looked at together.
  fileprivate func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    var offset = start
    let repeated = UInt64(byte) * 0x0101_0101_0101_0101
    while offset <= count - 8 {
      // A byte that is the same becomes 0, and only of a 0 does subtracting 1 set the high bit
      // that was not set.
      let difference = word(at: offset) ^ repeated
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return offset + zeros.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < count, self[offset] != byte { offset += 1 }
    return offset < count ? offset : nil
  }
}

private func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}
