/// Which codings a client takes, from the value of `Accept-Encoding`.
///
/// - SeeAlso: RFC 9110, section 12.5.3.
enum AcceptEncoding {
  /// Whether the client takes gzip, and likes it no less than a body as it is.
  static func prefersGzip(_ value: String?) -> Bool {
    guard let value else { return false }
    var gzip: Double?
    var identity: Double?
    var rest: Double?
    for item in value.split(separator: ",") {
      let parts = item.split(separator: ";", omittingEmptySubsequences: false)
      let weight = parts.count > 1 ? quality(parts[1].trimmingSpaces) : 1
      switch parts[0].trimmingSpaces.lowercased() {
      case "gzip", "x-gzip": gzip = gzip ?? weight
      case "identity": identity = identity ?? weight
      case "*": rest = rest ?? weight
      default: break
      }
    }
    let liking = gzip ?? rest ?? 0
    return liking > 0 && liking >= identity ?? 0
  }

  /// The weight of `q=0.5`; 0 for what is none.
  private static func quality(_ parameter: Substring) -> Double {
    guard parameter.lowercased().hasPrefix("q="),
      let value = Double(parameter.dropFirst(2)), (0...1).contains(value)
    else { return 0 }
    return value
  }
}
