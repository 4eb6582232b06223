/// Codes of areas, each stored once and known by a number from 1 on.
struct InternedCodes {
  private var codes: [String] = []
  private var numbers: [String: UInt32] = [:]

  /// The number of the code in a cell; 0 for an empty cell.
  mutating func number(of bytes: ArraySlice<UInt8>) -> UInt32 {
    let text = DecimalText.trimmed(bytes)
    guard !text.isEmpty else { return 0 }
    let code = String(decoding: text, as: UTF8.self)
    if let number = numbers[code] { return number }
    codes.append(code)
    numbers[code] = UInt32(codes.count)
    return UInt32(codes.count)
  }

  /// The code with a number.
  subscript(number: UInt32) -> String? { number == 0 ? nil : codes[Int(number) - 1] }

  /// Numbers the codes in their own order instead of that in which they came.
  ///
  /// - Returns: The new number of each old one, 0 included.
  mutating func sort() -> [UInt32] {
    let order = codes.indices.sorted { codes[$0] < codes[$1] }
    var renumbered = [UInt32](repeating: 0, count: codes.count + 1)
    for (place, old) in order.enumerated() { renumbered[old + 1] = UInt32(place + 1) }
    codes = order.map { codes[$0] }
    for (code, number) in numbers { numbers[code] = renumbered[Int(number)] }
    return renumbered
  }
}
