/// Something that support organisations do for local charities and community groups.
public struct SupportFunction: Hashable, Sendable {
  /// Its key in files and options, such as `organisational_development`.
  public let key: String
  /// Its column in the layers, at most ten characters: `s_orgd`.
  public let column: String
  /// Its name for people.
  public let name: String
  /// Its weight in the lack of support, relative to the other functions.
  public let weight: Double
  /// The specialisms, in the organisations' own words, that provide it.
  public let specialisms: [String]

  /// A function from its parts.
  public init(
    key: String, column: String, name: String, weight: Double = 1, specialisms: [String]
  ) {
    precondition(weight >= 0 && weight.isFinite, "a weight is 0 or more")
    self.key = key
    self.column = column
    self.name = name
    self.weight = weight
    self.specialisms = specialisms
  }
}

/// The functions of a study, and which specialisms provide them.
public struct FunctionTable: Hashable, Sendable {
  /// The functions, in the order of their table.
  public let functions: [SupportFunction]

  private let functionsBySpecialism: [String: [Int]]

  /// A table of functions; a specialism may provide several.
  public init(_ functions: [SupportFunction]) {
    precondition(functions.contains { $0.weight > 0 }, "one function at least must weigh something")
    self.functions = functions
    var bySpecialism: [String: [Int]] = [:]
    for (index, function) in functions.enumerated() {
      // A set, because two spellings of one specialism must not provide the function twice.
      for specialism in Set(function.specialisms.map(Self.folded)) {
        bySpecialism[specialism, default: []].append(index)
      }
    }
    functionsBySpecialism = bySpecialism
  }

  /// The indices in ``functions`` of those that a specialism provides; empty for one not listed.
  public func functions(providedBy specialism: String) -> [Int] {
    functionsBySpecialism[Self.folded(specialism)] ?? []
  }

  /// The shares of the functions in the lack of support: non-negative, summing to 1.
  public var shares: [Double] {
    let total = functions.reduce(0) { $0 + $1.weight }
    return functions.map { $0.weight / total }
  }

  /// Spelling differences that are not differences: case, and white space around or doubled.
  private static func folded(_ specialism: String) -> String {
    specialism.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
