/// The parameters of a query, each known and each given once.
struct QueryParameters: Sendable {
  private let values: [String: String]

  /// Takes the parameters of a query.
  ///
  /// - Parameters:
  ///   - query: As the request has them.
  ///   - known: The names defined for the resource.
  /// - Throws: A problem for the first that is unknown or repeated.
  init(_ query: [Request.Parameter], known: [String]) throws(Problem) {
    let names = Set(known)
    var values: [String: String] = [:]
    for parameter in query {
      guard names.contains(parameter.name) else {
        throw .unknownParameter(parameter.name, known: known)
      }
      guard values.updateValue(parameter.value, forKey: parameter.name) == nil else {
        throw .repeatedParameter(parameter.name)
      }
    }
    self.values = values
  }

  /// The value of a parameter; `nil` if it is not given.
  subscript(name: String) -> String? { values[name] }

  /// The form that the parameter `f` asks for; `nil` without it.
  func representation(of offered: [Representation]) throws(Problem) -> Representation? {
    guard let value = values["f"] else { return nil }
    guard let representation = Representation(rawValue: value), offered.contains(representation)
    else {
      let names = offered.map { "‘\($0.rawValue)’" }.joined(separator: " or ")
      throw .badValue(parameter: "f", value: value, expected: names)
    }
    return representation
  }
}
