public import ColdSpots
internal import Places
public import SpatialStatistics

/// How firm the ranks of a study are, tried in four ways: by other methods, without single
/// organisations, with organisations moved within the error of their locations, and with the map
/// cut in other ways.
public struct Sensitivity: Sendable {
  /// The study's result.
  public let result: StudyResult
  /// The ranks in every scenario of method.
  public let methods: MethodGridRun
  /// The ranks without single organisations.
  public let jackKnife: JackKnife
  /// The ranks with organisations moved about.
  public let jitter: LocationJitter
  /// The cold wards by neighbourhood, ward and hexagon.
  public let zonings: ZoningComparison

  /// The choices of method, the one that moves the ranks of wards most first.
  public var choices: [AxisEffect] {
    methods.wards.effects.sorted {
      ($1.total ?? 0, $0.axis.rawValue) < ($0.total ?? 0, $1.axis.rawValue)
    }
  }
}

extension Study {
  /// Runs the study and tries how firm its ranks are.
  ///
  /// - Parameters:
  ///   - draws: How often organisations are moved about.
  ///   - seed: The seed of the moves.
  ///   - threads: How much to compute at the same time; no result depends on it.
  ///   - onStage: Called when a stage begins, on the caller's thread.
  /// - Returns: What was found in each of the four ways.
  /// - Throws: ``StudyError``.
  public func sensitivity(
    draws: Int = 99, seed: UInt64 = 1, threads: Threads = .all,
    onStage: (Stage) -> Void = { _ in }
  ) throws(StudyError) -> Sensitivity {
    let result = try run(threads: threads, onStage: onStage)
    guard let methods = result.stability else {
      throw .invariantBroken("a run that was asked for the scenarios of method has them")
    }
    return Sensitivity(
      result: result, methods: methods, jackKnife: JackKnife(of: result.analysis, threads: threads),
      jitter: LocationJitter(of: result.analysis, draws: draws, seed: seed, threads: threads),
      zonings: ZoningComparison(of: result.analysis))
  }
}
