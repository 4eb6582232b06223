/// How many neighbours are both marked, both unmarked, or one of each: "black" and "white" areas.
///
/// A join of two areas that are neighbours of each other counts once. With x_i = 1 for a black area
/// and 0 for a white one, `BB = ½ Σ_ij w_ij x_i x_j`, `WW = ½ Σ_ij w_ij (1 − x_i)(1 − x_j)` and
/// `BW = ½ Σ_ij w_ij (x_i − x_j)²`; together they are all joins, `½ Σ_ij w_ij`.
///
/// - SeeAlso: A. D. Cliff, J. K. Ord, *Spatial Processes: Models and Applications*, Pion, 1981.
public struct JoinCounts: Hashable, Sendable {
  /// BB, between two black areas.
  public let bothBlack: Double
  /// WW, between two white areas.
  public let bothWhite: Double
  /// BW, between a black and a white area.
  public let unlike: Double
  /// All of them.
  public let total: Double

  /// The joins of a map.
  ///
  /// - Parameters:
  ///   - isBlack: One mark per area.
  ///   - neighbours: The weights, binary as a rule.
  /// - Complexity: O(areas + pairs).
  public init(of isBlack: [Bool], neighbours: Neighbours) {
    precondition(isBlack.count == neighbours.count, "one mark per area")
    func joins(_ counts: (Bool, Bool) -> Bool) -> Double {
      neighbours.sum { counts(isBlack[$0], isBlack[$1]) ? 1 : 0 } / 2
    }
    bothBlack = joins { $0 && $1 }
    bothWhite = joins { !$0 && !$1 }
    unlike = joins { $0 != $1 }
    total = joins { _, _ in true }
  }
}
