internal import GeoJSON
internal import Intake
internal import MapLayers

/// Two runs, area by area: what moved, by how much, and because of what.
///
/// Areas are matched by code. Figures are those that the runs published, so what is compared is what
/// people were shown.
public struct RunComparison: Sendable {
  /// Which areas are compared.
  public enum Level: String, Sendable, CaseIterable {
    /// The smaller ones.
    case ward
    /// The larger ones.
    case borough
  }

  /// What a move may be due to, in the order in which the parts of a move are told apart.
  public enum Cause: String, Sendable, CaseIterable {
    /// The areas: their files, and how these are read.
    case boundary
    /// People, need, organisations and functions: their files, how these are read, and a scenario,
    /// which changes what they say.
    case data
    /// The choices of method.
    case parameter
    /// Another version of the program or of its libraries.
    case program
  }

  /// The figures of an area in one run; `nil` where it has none, as without residents.
  public struct Figures: Hashable, Sendable {
    /// 1 is the coldest.
    public let rank: Int?
    /// The cold-spot score, 0 to 100.
    public let score: Double?
    /// The need percentile, 0 to 1.
    public let need: Double?
    /// The lack of support, 0 to 1.
    public let lack: Double?
    /// How firm its place among the coldest is; `nil` too where a run did not try that.
    public let coldSpotClass: String?
  }

  /// The part of a move that is due to one cause.
  public struct Part: Hashable, Sendable {
    /// The cause.
    public let cause: Cause
    /// Its part in the change of the score.
    public let score: Double
    /// Its part in the change of the rank; above 0 towards the warm end.
    public let rank: Int
  }

  /// An area of both runs.
  public struct Area: Hashable, Sendable {
    /// Its code.
    public let code: String
    /// Its name in the second run.
    public let name: String
    /// The name of the borough it belongs to; its own for a borough.
    public let borough: String
    /// Its figures in the first run.
    public let first: Figures
    /// Its figures in the second run.
    public let second: Figures
    /// What the move is due to most; `nil` for none, and where causes cannot be told apart.
    public let cause: Cause?
    /// The parts of the move, which add up to it; empty where they were not computed, because there
    /// is one cause only or because causes cannot be told apart, and for an area without a score in
    /// any of the steps.
    public let parts: [Part]

    /// The second rank less the first; `nil` where either is missing.
    public var rankChange: Int? { first.rank.flatMap { rank in second.rank.map { $0 - rank } } }
    /// The second score less the first; `nil` where either is missing.
    public var scoreChange: Double? {
      first.score.flatMap { score in second.score.map { $0 - score } }
    }
  }

  /// An area that only one of the runs has.
  public struct LoneArea: Hashable, Sendable {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// Its figures there.
    public let figures: Figures
  }

  /// Something in which the records differ.
  public struct Difference: Hashable, Sendable {
    /// What it is: a key of study files, such as `catchment.radius_m` or `places.file`, or the
    /// program or a library.
    public let name: String
    /// The value in the first run; a file's name and the start of its checksum for a file.
    public let first: String
    /// The value in the second run.
    public let second: String
    /// What moves due to it are due to; `nil` for what moves nothing, such as a title.
    public let cause: Cause?
  }

  /// What is known of the causes.
  public enum Explanation: Hashable, Sendable {
    /// The records do not differ in anything that moves an area.
    case none
    /// They differ in one kind of cause, which every move is due to.
    case one(Cause)
    /// They differ in several, and the parts of each were computed, one cause after another.
    case split([Cause])
    /// They differ in several that cannot be told apart, for a reason.
    case unknown([Cause], reason: String)
  }

  /// The names of the studies.
  public let studies: (first: String, second: String)
  /// Which areas are compared.
  public let level: Level
  /// The areas of both runs: the largest moves first, by rank, then by score.
  public let areas: [Area]
  /// The areas of the first run alone, by code.
  public let onlyInFirst: [LoneArea]
  /// The areas of the second run alone, by code.
  public let onlyInSecond: [LoneArea]
  /// What differs between the runs.
  public let differences: [Difference]
  /// What is known of the causes of the moves.
  public let explanation: Explanation
  /// Whether both runs tried ranks in scenarios of method, so that classes can be compared.
  public let comparesClasses: Bool

  /// Whether the area's figures differ.
  public func isMoved(_ area: Area) -> Bool {
    let (one, other) = (area.first, area.second)
    return one.rank != other.rank || one.score != other.score || one.need != other.need
      || one.lack != other.lack || (comparesClasses && one.coldSpotClass != other.coldSpotClass)
  }

  /// Whether the runs agree: in every figure, in what they were made from, and by which choices.
  public var isSame: Bool {
    differences.isEmpty && onlyInFirst.isEmpty && onlyInSecond.isEmpty
      && !areas.contains(where: isMoved)
  }

  init(
    _ first: ComparedRun, _ second: ComparedRun, level: Level, explanation: Explanation,
    differences: [Difference], steps: ComparisonSteps?
  ) {
    studies = (first.run.study, second.run.study)
    self.level = level
    self.differences = differences
    self.explanation = explanation
    comparesClasses = first.record.hasMethodGrid && second.record.hasMethodGrid
    let before = first.figures
    var matched: [Area] = []
    var added: [LoneArea] = []
    for (code, found) in second.figures {
      guard let earlier = before[code] else {
        added.append(LoneArea(code: code, name: found.name, figures: found.figures))
        continue
      }
      let parts = steps?.parts(of: code) ?? []
      let isAlike = earlier.figures == found.figures
      var cause = Self.mainCause(parts)
      if case .one(let only) = explanation { cause = isAlike ? nil : only }
      matched.append(
        Area(
          code: code, name: found.name, borough: found.borough, first: earlier.figures,
          second: found.figures, cause: cause, parts: parts))
    }
    areas = matched.sorted(by: Self.isLarger)
    onlyInSecond = added.sorted { $0.code < $1.code }
    onlyInFirst = before.filter { second.figures[$0.key] == nil }
      .map { LoneArea(code: $0.key, name: $0.value.name, figures: $0.value.figures) }
      .sorted { $0.code < $1.code }
  }

  /// The cause with the largest part in the score or, where that did not change, in the rank.
  private static func mainCause(_ parts: [Part]) -> Cause? {
    func largest(_ size: (Part) -> Double) -> Part? {
      // The first of equals, in the order of the causes.
      parts.reduce(nil) { best, part in
        size(part) > (best.map(size) ?? 0) ? part : best
      }
    }
    return (largest { abs($0.score) } ?? largest { Double(abs($0.rank)) })?.cause
  }

  private static func isLarger(_ one: Area, _ other: Area) -> Bool {
    func size(_ area: Area) -> (Int, Double) {
      (abs(area.rankChange ?? 0), abs(area.scoreChange ?? 0))
    }
    let (a, b) = (size(one), size(other))
    return a != b ? a > b : one.code < other.code
  }
}
