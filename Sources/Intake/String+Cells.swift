extension String {
  /// The text without white space around it, no-break spaces included.
  var trimmed: String {
    // Nearly every cell begins and ends with a visible character of ASCII. To ask that of any two
    // characters was a third of the time of reading a table of places.
    let visible: ClosedRange<UInt8> = 0x21...0x7e
    if let head = utf8.first, let tail = utf8.last, visible ~= head, visible ~= tail { return self }
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The parts of a list written with semicolons, without white space or empty parts.
  var semicolonSeparated: [String] {
    split(separator: ";")
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}
