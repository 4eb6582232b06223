import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

extension Coordinate {
  /// The corners of a star with an odd number of points, each joined to the one half-way round.
  static func star(_ points: Int) -> [Coordinate] {
    let t = 3 / Double(points)
    let (cosine, sine) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
    var around = [Coordinate(x: 1000, y: 0)]
    for _ in 1..<points {
      let last = around[around.count - 1]
      around.append(
        Coordinate(x: last.x * cosine - last.y * sine, y: last.x * sine + last.y * cosine))
    }
    return (0..<points).map { around[$0 * (points / 2) % points] }
  }
}

/// Shapes that no survey makes, and sets on which a check of every pair would not end.
@Suite struct `Hostile boundaries` {
  private func report(
    _ areas: [BoundaryCheck.Subject], limits: BoundaryCheck.Limits = .init()
  ) -> BoundaryCheck.Report {
    BoundaryCheck(limits: limits).report(on: areas)
  }

  @Test func `of nothing have no fault`() {
    #expect(report([]).faults == [])
    #expect(report([]).isValidCoverage == true)
    #expect(BoundaryCheck().report(on: [], within: []).faults == [])
  }

  @Test func `on a line have no area left`() {
    let line = (0..<100).map { Coordinate(x: Double($0), y: 2 * Double($0)) }
    let found = report([BoundaryCheck.Subject(code: "A", name: "", parts: [[line]])])
    #expect(found.kinds == [.invalidShape])
  }

  @Test func `too large for the Earth are left out`() {
    let huge: [BoundaryCheck.Subject] = [
      .rectangle("A", -1e308...1e308, -1e308...1e308), .rectangle("B", 0...10, 0...10),
      .rectangle("C", 0...1.1e8, 0...10),
    ]
    #expect(report(huge).kinds == [.tooFarOut, .tooFarOut])
  }

  @Test func `too small to have an area do not stop the check`() {
    let tiny: [BoundaryCheck.Subject] = [
      .rectangle("A", 0...(.leastNonzeroMagnitude), 0...(.leastNonzeroMagnitude)),
      .rectangle("B", 0...1e-160, 0...1e-160),
      .rectangle("C", 0...1e-100, 0...1),
    ]
    for fault in report(tiny).faults {
      #expect(fault.patch?.area.isFinite != false)
      #expect(fault.patch?.width.metres.isFinite != false)
      #expect(fault.position?.isFinite != false)
    }
  }

  @Test func `with a great many holes are found valid`() {
    let side = 100
    let holes = (0..<side * side).map { number in
      let (x, y) = (Double(number % side) * 3 + 1, Double(number / side) * 3 + 1)
      return [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)].map(Coordinate.init)
    }
    let border = [(0, 0), (300, 0), (300, 300), (0, 300)].map {
      Coordinate(x: Double($0.0), y: Double($0.1))
    }
    let found = report([
      BoundaryCheck.Subject(code: "A", name: "", parts: [[border] + holes])
    ])
    #expect(found.isValidCoverage == true)
    #expect(found.count(of: .hole) == side * side)
  }

  @Test func `that all meet at one corner are compared in order around it`() {
    // A fan of triangles, every other one there; with one more across them.
    let rim = Coordinate.star(601)
    let ordered = (0..<601).map { rim[$0 * 2 % 601] }
    let centre = Coordinate(x: 0, y: 0)
    let fan = stride(from: 0, to: 600, by: 2).map { number in
      BoundaryCheck.Subject(
        code: AreaCode("\(number)"), name: "",
        parts: [[[centre, ordered[number], ordered[number + 1]]]])
    }
    #expect(report(fan).isValidCoverage == true)
    let across = BoundaryCheck.Subject(
      code: "across", name: "", parts: [[[centre, ordered[10], ordered[13]]]])
    // From the eleventh place on the rim to the fourteenth lie two of the triangles.
    let overlaps = report(fan + [across]).faults.filter { $0.kind == .overlap }.map(\.codes)
    #expect(overlaps.sorted { $0[0] < $1[0] } == [["10", "across"], ["12", "across"]])
  }

  @Test func `that are all the same are given up after many pairs`() {
    let same = (0..<300).map {
      BoundaryCheck.Subject.rectangle(AreaCode("\($0)"), 0...10, 0...10)
    }
    let found = report(same, limits: .init(comparisons: 1_000_000, overlayCorners: 800))
    #expect(found.isValidCoverage == false)
    #expect(found.stepsCutShort == [.borders, .overlaps, .gaps])
    // A pair of squares has eight corners.
    #expect(found.count(of: .overlap) == 100)
  }

  @Test func `that nothing was found out about are not judged`() {
    let strips = (0..<100).map { number in
      let x = Double(number)
      return BoundaryCheck.Subject(
        AreaCode("\(number)"), (x, 0), (x + 0.5, 0), (x + 1000.5, 1000), (x + 1000, 1000))
    }
    let found = report(strips, limits: .init(comparisons: 10_000))
    #expect(found.isValidCoverage == nil)
    #expect(found.stepsCutShort == [.borders, .gaps])
    #expect(report(strips).isValidCoverage == true)
  }

  @Test func `that cross too often are given up`() {
    // Two combs of 60 teeth across each other.
    func comb(_ code: AreaCode, _ turn: (Double, Double) -> (Double, Double))
      -> BoundaryCheck.Subject
    {
      var corners = [turn(-1, -1), turn(61, -1)]
      for tooth in (0..<60).reversed() {
        let x = Double(tooth)
        corners += [turn(x + 0.5, 0), turn(x + 0.5, 60), turn(x, 60), turn(x, 0)]
      }
      return BoundaryCheck.Subject(code: code, name: "", parts: [[corners.map(Coordinate.init)]])
    }
    let combs = [comb("A") { ($0, $1) }, comb("B") { ($1, $0 + 0.25) }]
    let found = report(combs, limits: .init(crossings: 1000))
    #expect(found.isValidCoverage == false)
    #expect(found.stepsCutShort == [.borders, .overlaps, .gaps])
    // Each of 120 long edges of one crosses each of the other's.
    #expect(report(combs).stepsCutShort == [])
  }
}
