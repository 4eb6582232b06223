/// How many people have less than a line, how much less, and how unevenly.
///
/// The measures of Foster, Greer and Thorbecke, `F_α = Σ (P_i ∕ P) ((z − a_i) ∕ z)^α` over those with
/// `a_i < z`. Who is exactly on the line is not below it, and what the others have beyond the line
/// makes up for nobody's lack.
///
/// - SeeAlso: J. Foster, J. Greer, E. Thorbecke, "A class of decomposable poverty measures",
///   *Econometrica* 52(3), 1984.
public struct SupportPoverty: Hashable, Sendable {
  /// The line *z*, in the unit of the amount.
  public let line: Double
  /// α = 0: the share of people below the line, 0…1.
  public let headcount: Double
  /// α = 1: the mean lack, as a share of the line, over all people, 0…1.
  public let depth: Double
  /// α = 2: the mean square of the lack, which weighs the largest lacks most, 0…1.
  public let severity: Double
}

extension Distribution {
  /// The poverty below a line.
  ///
  /// - Parameter line: Finite and not negative, in the unit of the amount.
  /// - Returns: `nil` where there are no people, or the line is 0 and nobody can be below it.
  /// - Complexity: O(*n*).
  public func poverty(below line: Double) -> SupportPoverty? {
    precondition(line >= 0 && line.isFinite, "a line is a finite amount")
    guard people > 0, line > 0 else { return nil }
    var (headcount, depth, severity) = (0.0, 0.0, 0.0)
    for unit in units.prefix(while: { $0.value < line }) {
      let lack = (line - unit.value) / line
      headcount += unit.weight
      depth += unit.weight * lack
      severity += unit.weight * lack * lack
    }
    return SupportPoverty(
      line: line, headcount: headcount / people, depth: depth / people,
      severity: severity / people)
  }
}
