internal import Foundation

/// A word as names are compared: in small letters, without accents.
enum FoldedWord {
  /// Longer words are no part of any name, and are compared as they are.
  private static let byteLimit = 200

  static func of(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
    // The time of Foundation's folding grows with the square of the number of accents.
    guard word.utf8.count <= byteLimit else { return word.lowercased() }
    return word.folding(
      options: [.diacriticInsensitive, .widthInsensitive, .caseInsensitive], locale: nil)
  }
}
