import GeoJSON
import MapLayers
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Score classes` {
  @Test func `are fifths of the scale, whatever the scores`() throws {
    #expect(ScoreClasses.fixed.breaks.upperBounds == [20, 40, 60, 80, 100])
    #expect(try ScoreClasses(of: [1, 2, 3], by: .fixed) == .fixed)
    #expect(
      (0..<5).map(ScoreClasses.fixed.label(ofClass:))
        == ["0 to 20", "20 to 40", "40 to 60", "60 to 80", "80 to 100"])
  }

  @Test func `have the lower bound in the class before`() {
    let classes = ScoreClasses.fixed
    #expect(
      [0, 20, 20.0001, 40, 80, 80.0001, 100].map(classes.breaks.classIndex(of:))
        == [0, 0, 1, 1, 3, 4, 4])
    #expect(classes.bounds(ofClass: 1) == (20, 40))
    #expect(classes.bounds(ofClass: 0).lower == 0)
  }

  /// Ten scores: two to a class by quantiles; equal steps of 18 between 10 and 100; and three
  /// groups that Fisher and Jenks find at once when there are no more than three values.
  @Test func `are found from scores where that is asked for`() throws {
    let scores = (1...10).map { Double($0 * 10) }
    #expect(
      try ScoreClasses(of: scores, by: .quantiles).breaks.upperBounds == [20, 40, 60, 80, 100])
    #expect(
      try ScoreClasses(of: scores, by: .equal).breaks.upperBounds == [28, 46, 64, 82, 100])
    #expect(
      try ScoreClasses(of: [5, 5, 30, 90], by: .fisherJenks).breaks.upperBounds == [5, 30, 100])
  }

  @Test(arguments: ScoreClasses.Method.allCases, UInt64(0)..<10)
  func `cover the scale, in ascending bounds, with at most five classes`(
    method: ScoreClasses.Method, seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let scores = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Double.random(in: 0...100, using: &random)
    }
    let classes = try ScoreClasses(of: scores, by: method)
    #expect((1...5).contains(classes.count))
    #expect(classes.breaks.upperBounds.last == 100)
    #expect(
      zip(classes.breaks.upperBounds, classes.breaks.upperBounds.dropFirst())
        .allSatisfy { $0 < $1 })
    let share = try #require(classes.largestShare(of: scores))
    #expect(share >= 1 / Double(classes.count) && share <= 1)
    #expect(try ScoreClasses(of: scores.reversed(), by: method) == classes)
  }

  @Test(arguments: ScoreClasses.Method.allCases)
  func `are the fixed ones without scores, and one where all are equal`(
    method: ScoreClasses.Method
  ) throws {
    #expect(try ScoreClasses(of: [], by: method) == .fixed)
    let count = try ScoreClasses(of: [7, 7, 7], by: method).count
    #expect(count == (method == .fixed ? 5 : 1))
    #expect(ScoreClasses.fixed.largestShare(of: []) == nil)
  }

  @Test(arguments: [-0.1, 100.1, Double.nan, .infinity])
  func `refuse a score that is not on the scale`(score: Double) {
    #expect(throws: SampleError.self) { try ScoreClasses(of: [50, score], by: .quantiles) }
  }

  @Test func `tell when all scores lie in one of them`() {
    #expect(ScoreClasses.fixed.largestShare(of: [1, 2, 3, 90]) == 0.75)
  }

  @Test func `write a bound of many digits to one decimal`() {
    let classes = ScoreClasses(at: [17.2345, 17.2412])
    #expect((0..<3).map(classes.label(ofClass:)) == ["0 to 17.2", "17.2", "17.2 to 100"])
  }

  @Test func `colour a score, and grey its absence`() {
    #expect(ScoreClasses.fixed.colour(of: 100).hex == "#253494")
    #expect(ScoreClasses.fixed.colour(of: 0).hex == "#ffffcc")
    #expect(ScoreClasses.fixed.colour(of: nil) == ColourRamp.noData)
  }

  @Test func `take the scores of a layer as its files state them`() {
    let layer = Layer(
      name: "l", title: "", columns: [Column("score", .decimal(places: 4), "")],
      features: [PropertyValue.decimal(12.34567, places: 4), .null, .integer(3)].enumerated().map {
        LayerFeature(id: "\($0)", geometry: nil, values: [$1])
      })
    #expect(layer.scores == [12.3457, 3])
    #expect(Layer(name: "l", title: "", columns: [], features: []).scores.isEmpty)
  }
}

@Suite struct `Colour ramp` {
  /// - SeeAlso: ColorBrewer 2.0, YlGnBu and PuOr with five classes.
  @Test func `has the colours of ColorBrewer`() {
    #expect(
      ColourRamp.coldness.colours.map(\.hex)
        == ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"])
    #expect(
      ColourRamp.change.colours.map(\.hex).reversed()
        == ["#e66101", "#fdb863", "#f7f7f7", "#b2abd2", "#5e3c99"])
  }

  /// - SeeAlso: W3C, *Web Content Accessibility Guidelines 2.2*, "relative luminance".
  @Test func `grows darker from class to class`() {
    func luminance(_ colour: Colour) -> Double {
      let linear = [colour.red, colour.green, colour.blue].map { channel -> Double in
        let share = Double(channel) / 255
        return share * share
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let ramp = ColourRamp.coldness.colours.map(luminance)
    #expect(zip(ramp, ramp.dropFirst()).allSatisfy { $0 > 1.2 * $1 })
  }

  @Test func `spreads over fewer classes from end to end`() {
    let ramp = ColourRamp.coldness
    func indices(_ count: Int) -> [Int?] {
      (0..<count).map { ramp.colours.firstIndex(of: ramp.colour(ofClass: $0, of: count)) }
    }
    #expect(indices(5) == [0, 1, 2, 3, 4])
    #expect(indices(4) == [0, 1, 3, 4])
    #expect(indices(3) == [0, 2, 4])
    #expect(indices(2) == [0, 4])
    #expect(indices(1) == [2])
  }
}
