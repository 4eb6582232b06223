/// Why a request gets no document.
enum Problem: Error, Hashable {
  /// The query has a parameter that is not defined for the resource; these are.
  case unknownParameter(String, known: [String])
  /// The query gives a parameter more than once.
  case repeatedParameter(String)
  /// The value of a parameter is not what it must be.
  case badValue(parameter: String, value: String, expected: String)
  /// There is no collection of this name.
  case noSuchCollection(String)
  /// There is no feature with this identifier in the collection.
  case noSuchFeature(String, collection: String)
  /// There is no such page.
  case noSuchPage
  /// The client takes none of the media types that the resource has.
  case notAcceptable
  /// The service only reads.
  case methodNotAllowed
}

extension Problem {
  /// The status code of HTTP.
  var status: Int {
    switch self {
    case .unknownParameter, .repeatedParameter, .badValue: 400
    case .noSuchCollection, .noSuchFeature, .noSuchPage: 404
    case .methodNotAllowed: 405
    case .notAcceptable: 406
    }
  }

  /// A word for programs.
  var code: String {
    switch self {
    case .unknownParameter: "UnknownParameter"
    case .repeatedParameter: "RepeatedParameter"
    case .badValue: "InvalidParameterValue"
    case .noSuchCollection, .noSuchFeature, .noSuchPage: "NotFound"
    case .methodNotAllowed: "MethodNotAllowed"
    case .notAcceptable: "NotAcceptable"
    }
  }

  /// What is wrong, and what would be right.
  var description: String {
    switch self {
    case .unknownParameter(let name, let known):
      "There is no parameter ‘\(Self.excerpt(name))’ here. "
        + (known.isEmpty
          ? "This page takes none." : "There are: \(known.joined(separator: ", ")).")
    case .repeatedParameter(let name):
      "‘\(Self.excerpt(name))’ is given more than once."
    case .badValue(let parameter, let value, let expected):
      "‘\(Self.excerpt(parameter))’ must be \(expected); it is ‘\(Self.excerpt(value))’."
    case .noSuchCollection(let name):
      "There is no collection ‘\(Self.excerpt(name))’."
    case .noSuchFeature(let id, let collection):
      "There is no feature ‘\(Self.excerpt(id))’ in the collection ‘\(collection)’."
    case .noSuchPage:
      "There is no such page."
    case .notAcceptable:
      "The Accept header refuses every media type that this page has."
    case .methodNotAllowed:
      "This service only reads: it answers GET and HEAD."
    }
  }

  /// As much of what a client sent as a message can hold.
  private static func excerpt(_ text: String) -> String {
    text.unicodeScalars.count > 80 ? String(text.unicodeScalars.prefix(79)) + "…" : text
  }
}
