public import Foundation
public import SpatialStatistics

extension RunComparison {
  /// Compares two runs in their folders.
  ///
  /// If the records differ in one kind of cause, every move is due to it. If they differ in several,
  /// and the inputs of both runs are found as ``RunVerification`` finds them, the steps between the
  /// runs are computed, boundaries first, then data, then parameters, and each move is split into
  /// the parts that are due to them.
  ///
  /// - Parameters:
  ///   - first: The folder of the run to compare with.
  ///   - second: The folder of the other.
  ///   - level: Which areas to compare.
  ///   - configs: The study files beside which the inputs of the first and the second run lie; those
  ///     not given are looked for.
  ///   - threads: How much to compute at the same time; no result depends on it.
  /// - Throws: ``StudyError/published(_:)`` for a folder that is none of a run, or not as the run
  ///   left it; ``StudyError/notFound(_:)`` for a run without areas of the level.
  /// - Complexity: O(*n*) in the bytes of the runs, and a run for each step that is computed.
  public init(
    _ first: URL, _ second: URL, level: Level = .ward, configs: (URL?, URL?) = (nil, nil),
    threads: Threads = .all
  ) throws(StudyError) {
    do {
      let runs = (
        try ComparedRun(PublishedRun(contentsOf: first), level: level),
        try ComparedRun(PublishedRun(contentsOf: second), level: level)
      )
      let differences = Self.differences(runs.0.record, runs.1.record)
      let causes = Cause.allCases.filter { cause in differences.contains { $0.cause == cause } }
      var explanation = causes.first.map(Explanation.one) ?? .none
      var steps: ComparisonSteps?
      if causes.count > 1 {
        do {
          let inputs = (
            try Self.inputs(of: runs.0, in: first, configs.0),
            try Self.inputs(of: runs.1, in: second, configs.1)
          )
          steps = try ComparisonSteps(
            from: (runs.0, inputs.0), to: (runs.1, inputs.1), causes: causes, level: level,
            threads: threads)
          explanation = .split(causes)
        } catch let error as PublishedRunError {
          explanation = .unknown(causes, reason: "\(error) \(error.suggestion)")
        } catch let failure as ComparisonSteps.Failure {
          explanation = .unknown(
            causes,
            reason: "the step to the other \(failure.cause.words) cannot be computed: "
              + failure.reason)
        }
      }
      self.init(
        runs.0, runs.1, level: level, explanation: explanation, differences: differences,
        steps: steps)
    } catch {
      throw StudyError(error)
    }
  }

  private static func inputs(
    of run: ComparedRun, in folder: URL, _ config: URL?
  ) throws(PublishedRunError) -> RunInputs {
    try RunInputs(of: run.record, run: folder, config: config)
  }
}

extension RunComparison.Cause {
  /// The cause in a sentence: "the other boundaries".
  var words: String {
    switch self {
    case .boundary: "boundaries"
    case .data: "data"
    case .parameter: "parameters"
    case .program: "version of the program"
    }
  }
}
