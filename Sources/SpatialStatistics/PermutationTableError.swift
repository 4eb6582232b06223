/// What is wrong with a table of draws; draws are counted from 0.
public enum PermutationTableError: Error, Hashable, Sendable {
  /// The table is empty.
  case noDraws
  /// The draw is not as long as the first.
  case unevenDraw(Int, length: Int, first: Int)
  /// The list of all areas but one has no such index.
  case indexOutOfRange(Int, draw: Int)
  /// Draws are without replacement, and this one has an index twice.
  case repeatedIndex(draw: Int)
}

extension PermutationTableError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .noDraws:
      "a permutation table needs at least one draw"
    case .unevenDraw(let draw, let length, let first):
      "draw \(draw) has \(length) indices, the first has \(first)"
    case .indexOutOfRange(let index, let draw):
      "draw \(draw) has the index \(index), which is no area besides the one at hand"
    case .repeatedIndex(let draw):
      "draw \(draw) has an index twice"
    }
  }
}
