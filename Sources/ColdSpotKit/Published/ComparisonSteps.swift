internal import Foundation
internal import SpatialStatistics

/// The way from one run to another, one cause after another.
///
/// The first run with the boundaries of the second; with its data too; with its parameters too. The
/// order is that in which one rests on the other: data are placed in areas, and parameters are
/// chosen for data. It matters, as causes do not simply add up: a part is what its cause changes
/// once those before it have changed. Whatever the order, the parts add up to the whole.
struct ComparisonSteps {
  /// The areas after each step, the first run to begin with and the second in the end.
  private let stages: [[String: ComparedRun.Area]]
  /// What each step changes.
  private let causes: [RunComparison.Cause]

  /// Computes the steps between the runs.
  ///
  /// - Parameters:
  ///   - first: The first run, and where its inputs lie.
  ///   - second: Likewise.
  ///   - causes: In what the runs differ; two at least.
  ///   - level: Which areas to follow.
  ///   - threads: How much to compute at the same time.
  /// - Throws: ``ComparisonSteps/Failure``.
  init(
    from first: (run: ComparedRun, inputs: RunInputs),
    to second: (run: ComparedRun, inputs: RunInputs), causes: [RunComparison.Cause],
    level: RunComparison.Level, threads: Threads
  ) throws(Failure) {
    var settings = first.run.record.settings.withPaths(from: first.inputs.folder)
    let goal = second.run.record.settings.withPaths(from: second.inputs.folder)
    let changes = causes.filter { $0 != .program }
    // Runs by this program are steps as they stand; others are computed again by it.
    let areOurs = [first, second].allSatisfy { $0.run.record.maker == .current }
    var stages = [first.run.figures]
    var done: [RunComparison.Cause] = []
    func compute(_ cause: RunComparison.Cause, _ settings: StudySettings) throws(Failure) {
      do {
        let study = Study(settings: settings, folder: first.inputs.folder)
        let run = try study.run(stability: false, threads: threads).published()
        stages.append(try ComparedRun.figures(of: run, level: level))
        done.append(cause)
      } catch {
        throw Failure(cause: cause, reason: "\(error)")
      }
    }
    if !areOurs { try compute(.program, settings) }
    for (number, cause) in changes.enumerated() {
      settings.take(cause, from: goal)
      guard areOurs, number == changes.count - 1 else {
        try compute(cause, settings)
        continue
      }
      stages.append(second.run.figures)
      done.append(cause)
    }
    if !areOurs {
      stages.append(second.run.figures)
      done.append(.program)
    }
    self.stages = stages
    self.causes = done
  }

  /// A step that cannot be computed.
  struct Failure: Error {
    let cause: RunComparison.Cause
    let reason: String
  }

  /// The parts of an area's move, in the order of the causes; empty for an area that lacks a score
  /// in any stage.
  func parts(of code: String) -> [RunComparison.Part] {
    var figures: [(score: Double, rank: Int)] = []
    for stage in stages {
      guard let found = stage[code]?.figures, let score = found.score, let rank = found.rank
      else { return [] }
      figures.append((score, rank))
    }
    return RunComparison.Cause.allCases.filter(causes.contains).map { cause in
      let steps = causes.indices.filter { causes[$0] == cause }
      return RunComparison.Part(
        cause: cause,
        score: steps.reduce(0) { $0 + (figures[$1 + 1].score - figures[$1].score) },
        rank: steps.reduce(0) { $0 + (figures[$1 + 1].rank - figures[$1].rank) })
    }
  }
}

extension StudySettings {
  /// Takes what makes up a cause from other settings.
  fileprivate mutating func take(_ cause: RunComparison.Cause, from other: StudySettings) {
    switch cause {
    case .boundary:
      wards = other.wards
      boroughs = other.boroughs
    case .data:
      places = other.places
      need = other.need
      organisations = other.organisations
      functions = other.functions
      // It names organisations and functions of these files.
      scenario = other.scenario
    case .parameter:
      system = other.system
      catchment = other.catchment
      score = other.score
      sensitivity = other.sensitivity
    case .program: break
    }
  }
}
