/// A first line that names the delimiter, as in `sep=;`.
struct SeparatorLine {
  let delimiter: Delimiter
  /// The length of the line with its end.
  let byteCount: Int

  /// The line, if the text begins with one.
  init?(in bytes: [UInt8]) {
    let line = bytes.prefix(8).prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let byte = line.last, byte < 0x80, byte != RowSplitter.quote
    else { return nil }
    delimiter = Delimiter(byte: byte)
    let end = bytes.dropFirst(5).prefix(2)
    byteCount = 5 + (end.starts(with: [0x0D, 0x0A]) ? 2 : min(end.count, 1))
  }
}
