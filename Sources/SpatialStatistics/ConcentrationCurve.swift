/// How much of an amount the first people of a ranking have together.
///
/// Ranked by another variable it is the concentration curve, ranked by the amount itself the
/// Lorenz curve. It joins its points by straight lines, so that people of the same rank share
/// evenly what they have: this is the tie rule of every measure read from it.
///
/// - SeeAlso: N. C. Kakwani, "Applications of Lorenz curves in economic analysis",
///   *Econometrica* 45(3), 1977.
public struct ConcentrationCurve: Hashable, Sendable {
  /// A point of the curve.
  public struct Point: Hashable, Sendable {
    /// The share of the people up to here, 0…1.
    public let people: Double
    /// Their share of the amount, 0…1.
    public let amount: Double
  }

  /// The points from (0, 0) to (1, 1), one after each rank.
  public let points: [Point]

  /// A curve from those of each rank, in the order of the ranking.
  init(_ portions: [Portion]) {
    var (people, amount) = (0.0, 0.0)
    let sums = portions.map { portion in
      people += portion.people
      amount += portion.amount
      return (people: people, amount: amount)
    }
    points =
      [Point(people: 0, amount: 0)]
      + sums.map { Point(people: $0.people / people, amount: $0.amount / amount) }
  }

  /// Twice the area between the diagonal and the curve: `1 − Σ (P_k − P_{k−1}) (L_k + L_{k−1})`.
  ///
  /// −1…1; below the diagonal counts as positive.
  ///
  /// - Complexity: O(*n*) in the number of points.
  public var index: Double {
    1
      - zip(points, points.dropFirst()).reduce(0) { sum, step in
        sum + (step.1.people - step.0.people) * (step.1.amount + step.0.amount)
      }
  }

  /// The share of the amount that the first people of the ranking have.
  ///
  /// - Parameter people: A share of the people, 0…1.
  /// - Returns: 0…1.
  /// - Complexity: O(log *n*) in the number of points.
  public func amount(ofFirst people: Double) -> Double {
    precondition((0...1).contains(people), "a share of the people")
    // A sum of shares may end a digit beside the share it should be. Reading on from there would
    // give a trace of what the next people have to those who have nothing.
    let slack = 1e-12
    var (last, beyond) = (0, points.count)
    while beyond - last > 1 {
      let middle = (last + beyond) / 2
      if points[middle].people <= people + slack { last = middle } else { beyond = middle }
    }
    let start = points[last]
    guard beyond < points.count, people - start.people > slack else { return start.amount }
    let end = points[beyond]
    let part = (people - start.people) / (end.people - start.people)
    return start.amount + (end.amount - start.amount) * part
  }
}
