/// Positions along a Hilbert curve: places close on the curve are close on the ground.
///
/// - SeeAlso: D. Hilbert, "Über die stetige Abbildung einer Linie auf ein Flächenstück",
///   *Mathematische Annalen* 38, 1891, 459–460.
public enum HilbertCurve {
  /// The number of cells along each side of the square that the curve fills.
  public static let side: UInt32 = 1 << 16

  /// The place of a cell along the curve.
  ///
  /// - Parameters:
  ///   - column: 0 to `side` − 1.
  ///   - row: 0 to `side` − 1.
  /// - Returns: 0 to `side`² − 1, a different one for each cell.
  /// - Complexity: O(1), sixteen steps.
  public static func position(column: UInt32, row: UInt32) -> UInt32 {
    var x = column
    var y = row
    var position: UInt32 = 0
    var half = side / 2
    while half > 0 {
      let right: UInt32 = x & half != 0 ? 1 : 0
      let upper: UInt32 = y & half != 0 ? 1 : 0
      // The position may use all 32 bits: half² · 3 < 2³².
      position &+= half &* half &* ((3 &* right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = (side - 1) &- x
          y = (side - 1) &- y
        }
        swap(&x, &y)
      }
      half /= 2
    }
    return position
  }
}
