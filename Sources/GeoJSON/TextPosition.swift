/// A place in a file, for messages.
public struct TextPosition: Hashable, Sendable {
  /// Bytes before the place, a byte order mark included.
  public let offset: Int
  /// The line, counted from 1; lines end with a line feed.
  public let line: Int
  /// The character of the line, counted from 1; a byte order mark is not counted.
  public let column: Int

  /// Makes a position of its three counts.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Counts lines and characters up to an offset.
  ///
  /// - Complexity: O(*n*) in the offset; made once, for the error that ends the reading.
  init(offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < offset {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    self.init(offset: offset, line: line, column: column)
  }
}

extension TextPosition: CustomStringConvertible {
  /// The line and the column, for instance `"line 3, column 17"`.
  public var description: String { "line \(line), column \(column)" }
}
