/// Finds the name that a misspelt one may have meant.
///
/// A suggestion to a person, never a match.
struct NearestName: Sendable {
  /// Names longer than this are not compared.
  static let lengthLimit = 60
  /// The most letters that may differ.
  static let editLimit = 2

  private struct Candidate {
    let name: String
    let letters: [UInt8]
    /// One bit for each letter that occurs.
    let alphabet: UInt32
  }

  /// By the number of letters of the folded name, in the order of the names.
  private let candidates: [Int: [Candidate]]

  init(_ names: [String]) {
    var seen: Set<String> = []
    var candidates: [Int: [Candidate]] = [:]
    for name in names.sorted() {
      let folded = RemitText.folded(name)
      let letters = Array(folded.utf8)
      guard letters.count <= Self.lengthLimit, seen.insert(folded).inserted else { continue }
      candidates[letters.count, default: []].append(
        Candidate(name: name, letters: letters, alphabet: Self.alphabet(letters)))
    }
    self.candidates = candidates
  }

  /// The name that differs from a text by the fewest letters: two at most, and at most one in
  /// four, so that short words do not all resemble each other.
  ///
  /// - Returns: The first in alphabetical order among equals; `nil` where none is near.
  func name(for text: String) -> String? {
    let letters = Array(RemitText.folded(text).utf8)
    guard (4...Self.lengthLimit).contains(letters.count) else { return nil }
    let limit = min(Self.editLimit, letters.count / 4)
    let alphabet = Self.alphabet(letters)
    var best: (edits: Int, name: String)?
    for length in (letters.count - limit)...(letters.count + limit) {
      for candidate in candidates[length] ?? []
      // An edit takes one letter away and brings one in at most: most names are out at a glance.
      where (candidate.alphabet ^ alphabet).nonzeroBitCount <= 2 * limit {
        let edits = Self.edits(letters, candidate.letters)
        guard edits <= limit else { continue }
        if best.map({ (edits, candidate.name) < $0 }) ?? true { best = (edits, candidate.name) }
      }
    }
    return best?.name
  }

  private static func alphabet(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(0) { $0 | 1 << UInt32($1 % 32) }
  }

  /// The number of letters to change, add, remove or swap with their neighbour.
  ///
  /// - SeeAlso: F. J. Damerau, "A technique for computer detection and correction of spelling
  ///   errors", *Communications of the ACM* 7(3), 1964.
  private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var old = Array(0...b.count)
    for i in a.indices {
      var new = [i + 1]
      for j in b.indices {
        var edits = min(old[j + 1] + 1, new[j] + 1, old[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, older[j - 1] + 1)
        }
        new.append(edits)
      }
      (older, old) = (old, new)
    }
    return old[b.count]
  }
}
