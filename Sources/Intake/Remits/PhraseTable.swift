/// What phrases mean, found at any place of a text without trying each.
///
/// A tree of words: a phrase is a path from its root, so that all phrases that begin at one word
/// are met by walking on while the words agree.
struct PhraseTable {
  /// What a phrase can be.
  enum Meaning: Hashable {
    case borough(Int)
    case ward(Int)
    /// An area by its code, of either level.
    case code(AreaLevelIndex)
    case region(Int)
    case everywhere
    case place
    case country(RemitScope)
    case scope(RemitScope)
    case outside
    case ownBorough
    case boroughPrefix
    case boroughSuffix
    case wardPrefix
    case wardSuffix
    case filler
    case preposition
    case conjunction
    case exclusion
    case nothing
  }

  /// An area by its level and index.
  enum AreaLevelIndex: Hashable {
    case borough(Int)
    case ward(Int)
  }

  private struct Node {
    var next: [String: Int] = [:]
    var meanings: [Meaning] = []
  }

  private var nodes = [Node()]

  /// Adds a phrase; one that is empty once folded is left out.
  mutating func add(_ phrase: String, _ meaning: Meaning) {
    insert(RemitText(phrase).tokens.map(\.key), meaning)
  }

  /// Adds a name of an area, which may be written without the commas in it too.
  mutating func addName(_ name: String, _ meaning: Meaning) {
    let keys = RemitText(name).tokens.map(\.key)
    insert(keys, meaning)
    insert(keys.filter { $0 != "," }, meaning)
  }

  private mutating func insert(_ keys: [String], _ meaning: Meaning) {
    guard !keys.isEmpty else { return }
    var node = 0
    for key in keys {
      if let known = nodes[node].next[key] {
        node = known
      } else {
        nodes.append(Node())
        nodes[node].next[key] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if !nodes[node].meanings.contains(meaning) { nodes[node].meanings.append(meaning) }
  }

  /// The phrases that begin at a token, from the shortest to the longest.
  ///
  /// - Complexity: O(*k*) in the words of the longest phrase of the table.
  func phrases(
    in tokens: ArraySlice<RemitText.Token>, at start: Int
  ) -> [(length: Int, meanings: [Meaning])] {
    var found: [(length: Int, meanings: [Meaning])] = []
    var node = 0
    for index in start..<tokens.endIndex {
      guard let next = nodes[node].next[tokens[index].key] else { break }
      node = next
      if !nodes[node].meanings.isEmpty {
        found.append((index - start + 1, nodes[node].meanings))
      }
    }
    return found
  }
}
