/// An answer as it came over the wire.
struct RawAnswer: Sendable {
  let status: Int
  /// The headers by their names in lower case.
  let headers: [String: String]
  let body: [UInt8]

  /// The first answer in bytes and its length, once it is whole.
  static func first(in bytes: [UInt8], _ leavesOutBody: Bool) -> (RawAnswer, length: Int)? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let sides = line.split(separator: ": ", maxSplits: 1)
      headers[sides[0].lowercased()] = sides.count > 1 ? String(sides[1]) : ""
    }
    let length = leavesOutBody ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
    guard bytes.count >= end.upperBound + length else { return nil }
    let answer = RawAnswer(
      status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: headers,
      body: Array(bytes[end.upperBound..<end.upperBound + length]))
    return (answer, end.upperBound + length)
  }

  var text: String { String(decoding: body, as: UTF8.self) }
}
