/// A variable less its mean, with the moments that the variances of Moran, Geary and G need.
struct Deviations: Sendable {
  /// x_i − x̄, one per area.
  let values: [Double]
  /// m₂ = Σ (x − x̄)² ∕ n.
  let secondMoment: Double
  /// s = √m₂.
  let standardDeviation: Double
  /// m₃ = Σ (x − x̄)³ ∕ n.
  let thirdMoment: Double
  /// b₂ = m₄ ∕ m₂².
  let kurtosis: Double
  private let negligible: Double

  /// The deviations of a variable; `nil` where all its values are alike.
  init?(_ variable: Variable) {
    guard !variable.whole.areAlike else { return nil }
    let count = variable.whole.count
    let values = variable.values.map { $0 - variable.whole.mean }
    let secondMoment = values.reduce(0) { $0 + $1 * $1 } / count
    self.values = values
    self.secondMoment = secondMoment
    standardDeviation = secondMoment.squareRoot()
    thirdMoment = values.reduce(0) { $0 + $1 * $1 * $1 } / count
    let fourthMoment = values.reduce(0) { $0 + ($1 * $1) * ($1 * $1) } / count
    kurtosis = fourthMoment / (secondMoment * secondMoment)
    negligible = variable.whole.negligible
  }

  /// 1 for a deviation above the mean, −1 for one below it, 0 at the mean but for rounding.
  func side(of deviation: Double) -> Int {
    deviation > negligible ? 1 : deviation < -negligible ? -1 : 0
  }
}
