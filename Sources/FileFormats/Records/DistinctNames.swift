/// The names of columns, changed where two are equal.
///
/// Files compare names by their bytes, or not at all, and Swift by their characters: of two that
/// are then equal, such as "é" in two spellings, the second gets " (2)" behind it.
struct DistinctNames {
  /// As many names as were given, no two equal.
  let names: [String]

  /// - Complexity: O(*n*).
  init(_ found: [String]) {
    var seen: Set<String> = []
    var next: [String: Int] = [:]
    names = found.map { name in
      guard !seen.insert(name).inserted else { return name }
      var number = next[name] ?? 2
      while !seen.insert("\(name) (\(number))").inserted { number += 1 }
      next[name] = number + 1
      return "\(name) (\(number))"
    }
  }
}
