extension ClassBreaks {
  /// How the bounds of classes are found; numbers of classes are at least 1.
  ///
  /// - SeeAlso: T. A. Slocum, R. B. McMaster, F. C. Kessler, H. H. Howard, *Thematic Cartography
  ///   and Geovisualization*, 3rd edition, Pearson 2009, chapter 4.
  public enum Method: Hashable, Sendable {
    /// As many areas, or as much weight, in each class as ties allow: bound *k* of *n* is the first
    /// value to reach the share *k* ∕ *n*.
    case quantiles(Int)
    /// Classes of the same width between the smallest and the largest value; some may be empty.
    case equalIntervals(Int)
    /// The classes whose values differ least from the means of their classes, exactly: the least
    /// sum of squared distances, and so the best goodness of variance fit.
    ///
    /// - SeeAlso: W. D. Fisher, "On grouping for maximum homogeneity", *Journal of the American
    ///   Statistical Association* 53(284), 1958; G. F. Jenks, "Optimal data classification for
    ///   choropleth maps", *Occasional Paper* 2, University of Kansas 1977.
    case fisherJenks(Int)
    /// Bounds at the mean, and one and two standard deviations of the population on either side,
    /// as far as there are values; some classes may be empty.
    case standardDeviations
    /// For many small values and few large ones: a bound at the mean, and again at the mean of
    /// those above it, as long as these are at most 40 % of those they were part of.
    ///
    /// - SeeAlso: B. Jiang, "Head/tail breaks: a new classification scheme for data with a
    ///   heavy-tailed distribution", *The Professional Geographer* 65(3), 2013.
    case headTail
  }
}

extension ValueLevels {
  /// The bounds by a method, ascending; they need not be different, nor below the largest value.
  func bounds(by method: ClassBreaks.Method) -> [Double] {
    switch method {
    case .quantiles(let classes):
      precondition(classes >= 1, "there is a class")
      return quantiles(classes)
    case .equalIntervals(let classes):
      precondition(classes >= 1, "there is a class")
      return equalIntervals(min(classes, values.count))
    case .fisherJenks(let classes):
      precondition(classes >= 1, "there is a class")
      return FisherJenks.ends(of: self, classes: min(classes, values.count))
        .map { values[$0 - 1] }
    case .standardDeviations: return standardDeviations()
    case .headTail: return headTail()
    }
  }

  private func quantiles(_ classes: Int) -> [Double] {
    (1..<classes).compactMap { bound in
      WeightedPercentiles.quantile(
        Double(bound) / Double(classes), of: values, weights: weights)
    }
  }

  private func equalIntervals(_ classes: Int) -> [Double] {
    (1..<classes).map { bound in
      smallest + (largest - smallest) * Double(bound) / Double(classes)
    }
  }

  private func standardDeviations() -> [Double] {
    let all = values.indices
    let mean = mean(of: all)
    let deviation = (squares(of: all) / weight(of: all)).squareRoot() * (largest - smallest)
    return (-2...2).map { mean + Double($0) * deviation }.filter { $0 >= smallest }
  }

  private func headTail() -> [Double] {
    var bounds: [Double] = []
    var head = values.indices
    var share = 0.0
    while share <= 0.4 {
      let bound = mean(of: head)
      guard let start = head.first(where: { values[$0] > bound }) else { break }
      bounds.append(bound)
      share = weight(of: start..<head.upperBound) / weight(of: head)
      head = start..<head.upperBound
    }
    return bounds
  }
}
