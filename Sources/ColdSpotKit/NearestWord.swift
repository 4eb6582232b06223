/// Guesses which word was meant.
package enum NearestWord {
  /// The word that differs by the fewest edits; `nil` if even that differs by more
  /// than two letters and more than a third.
  static func to(_ word: String, among words: [String]) -> String? {
    let ranked = words.map { (word: $0, edits: edits(from: word, to: $0)) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }) else { return nil }
    return best.edits <= max(2, best.word.count / 3) ? best.word : nil
  }

  /// The number of letters to change, add or remove (Levenshtein distance).
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the words.
  package static func edits(from a: String, to b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let substituted = diagonal + (letter == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
