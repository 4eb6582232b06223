internal import GeoJSON
public import SpatialStatistics

/// The classes in which maps show the cold-spot score, at most five.
///
/// They are found once, from the scores of the wards, and colour everything else: the same score has
/// the same colour on every level, for every function and in every scenario.
///
/// The scale from 0 to 100 cut at 20, 40, 60 and 80 is what to use unless there is a reason: it
/// depends on no data, so that maps of two runs can be laid side by side. Quantiles fill every
/// class with as many wards whatever their scores, and so turn small gaps into bold edges; the
/// classes of Fisher and Jenks fit one set of scores best, and no other. They help where the scores
/// crowd into a class or two; see ``largestShare(of:)``.
///
/// - SeeAlso: T. A. Slocum, R. B. McMaster, F. C. Kessler, H. H. Howard, *Thematic Cartography and
///   Geovisualization*, 3rd edition, Pearson 2009, chapter 4.
public struct ScoreClasses: Hashable, Sendable {
  /// How the bounds between classes are found.
  public enum Method: String, CaseIterable, Hashable, Sendable {
    /// At 20, 40, 60 and 80, whatever the scores.
    case fixed
    /// Classes of the same width between the lowest and the highest score.
    case equal
    /// As many wards in each class as ties allow.
    case quantiles
    /// The classes with the least variance within them.
    case fisherJenks = "fisher-jenks"
  }

  /// The classes as bounds; the last one is 100.
  public let breaks: ClassBreaks

  /// The most classes there are.
  public static let limit = 5

  /// The classes that no data has a say in: 0, 20, 40, 60, 80, 100.
  public static let fixed = ScoreClasses(at: [20, 40, 60, 80])

  /// Classes with declared bounds between them.
  ///
  /// - Parameter bounds: Strictly ascending, from 0 to below 100, at most four; a score on a bound
  ///   belongs to the class below it.
  public init(at bounds: [Double]) {
    precondition(bounds.count < Self.limit, "there are at most five classes")
    precondition(bounds.allSatisfy { (0..<100).contains($0) }, "bounds lie on the scale")
    breaks = ClassBreaks(upperBounds: bounds + [100])
  }

  /// The classes of some scores, those of the wards; the fixed ones where there is no score.
  ///
  /// - Parameters:
  ///   - scores: 0 to 100 each.
  ///   - method: How to find the bounds.
  /// - Throws: `SampleError` for a score that is not on the scale.
  /// - Complexity: O(*n* log *n*) in the number of scores.
  public init(of scores: [Double], by method: Method) throws(SampleError) {
    if let index = scores.firstIndex(where: { !(0...100).contains($0) }) {
      throw scores[index].isFinite
        ? .outsideBounds(scores[index], index: index) : .notFinite(scores[index], index: index)
    }
    let rule: ClassBreaks.Method
    switch method {
    case .fixed:
      self = .fixed
      return
    case .equal: rule = .equalIntervals(Self.limit)
    case .quantiles: rule = .quantiles(Self.limit)
    case .fisherJenks: rule = .fisherJenks(Self.limit)
    }
    guard let found = try ClassBreaks(of: scores, by: rule) else {
      self = .fixed
      return
    }
    self.init(at: found.upperBounds.dropLast())
  }

  /// The number of classes.
  public var count: Int { breaks.count }

  /// The bounds of a class, both on the scale from 0 to 100; the lower one belongs to the class
  /// before.
  public func bounds(ofClass index: Int) -> (lower: Double, upper: Double) {
    (index == 0 ? 0 : breaks.upperBounds[index - 1], breaks.upperBounds[index])
  }

  /// The class in words for a legend: "20 to 40", to one decimal.
  public func label(ofClass index: Int) -> String {
    let (lower, upper) = bounds(ofClass: index)
    let texts = [lower, upper].map { PropertyValue.decimal($0, places: 1).plainText }
    return texts[0] == texts[1] ? texts[0] : "\(texts[0]) to \(texts[1])"
  }

  /// The colour of a class; the darker the colder.
  public func colour(ofClass index: Int) -> Colour {
    ColourRamp.coldness.colour(ofClass: index, of: count)
  }

  /// The colour of a score; grey for none.
  public func colour(of score: Double?) -> Colour {
    guard let score else { return ColourRamp.noData }
    return colour(ofClass: breaks.classIndex(of: score))
  }

  /// The share of some scores that lies in the fullest class, 0 to 1; `nil` for no scores.
  ///
  /// Near 1 the map has one colour and says little.
  public func largestShare(of scores: [Double]) -> Double? {
    guard !scores.isEmpty else { return nil }
    var counts = Array(repeating: 0, count: count)
    for score in scores { counts[breaks.classIndex(of: score)] += 1 }
    return counts.max().map { Double($0) / Double(scores.count) }
  }
}

extension Layer {
  /// The cold-spot scores of the layer as its files state them, those of features that have one.
  public var scores: [Double] {
    guard let column = columns.firstIndex(where: { $0.name == "score" }) else { return [] }
    return features.compactMap { Double($0.values[column].plainText) }
  }
}
