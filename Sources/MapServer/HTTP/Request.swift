/// A request as the routes see it: parsed, decoded and within every limit.
public struct Request: Sendable {
  /// What is asked for.
  public enum Method: Hashable, Sendable {
    /// Send the resource.
    case get
    /// Send the head of the answer alone.
    case head
    /// Anything else, by its name; this service only reads.
    case other(String)
  }

  /// A parameter of the query.
  public struct Parameter: Hashable, Sendable {
    /// Its name, decoded.
    public let name: String
    /// Its value, decoded; empty where none is given.
    public let value: String

    /// A parameter from its parts.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What is asked for.
  public let method: Method
  /// The steps of the path, decoded; none is empty, `.` or `..`, and none holds a slash.
  public let path: [String]
  /// The parameters of the query, in their order; a name may occur more than once.
  public let query: [Parameter]
  /// The headers by their names in lower case; several of one name are joined by commas.
  public let headers: [String: String]
  /// What stands before every path of this service for whoever asks: `http://127.0.0.1:8080`.
  public let origin: String

  /// A request from its parts.
  public init(
    _ method: Method = .get, path: [String] = [], query: [Parameter] = [],
    headers: [String: String] = [:], origin: String = "http://127.0.0.1"
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.origin = origin
  }
}
