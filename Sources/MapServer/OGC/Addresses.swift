/// The absolute addresses of the service's pages, as whoever asks sees them.
struct Addresses: Sendable {
  /// What stands before every page: the origin and the service's base path, without a slash at
  /// the end.
  let root: String

  init(origin: String, basePath: [String]) {
    root = ([origin] + basePath.map(\.percentEncoded)).joined(separator: "/")
  }

  /// The address of a page.
  func address(_ steps: [String], query: [Request.Parameter] = []) -> String {
    let path = steps.map(\.percentEncoded).joined(separator: "/")
    return "\(root)/\(path)" + Self.text(of: query)
  }

  /// The steps to a feature.
  ///
  /// A slash in an identifier parts two steps, for a step cannot hold one. No address that the
  /// server takes leads to an identifier with a backslash, a control character, or an empty step,
  /// `.` or `..`; such a feature is found on the pages of its collection only.
  static func steps(to id: String, of collection: String) -> [String] {
    ["collections", collection, "items"]
      + id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  private static func text(of query: [Request.Parameter]) -> String {
    guard !query.isEmpty else { return "" }
    return "?"
      + query.map { "\($0.name.percentEncodedInQuery)=\($0.value.percentEncodedInQuery)" }
      .joined(separator: "&")
  }
}
