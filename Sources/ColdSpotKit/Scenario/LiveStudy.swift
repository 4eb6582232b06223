internal import Catchments
internal import ColdSpots
internal import GeometryEngine
internal import Places
public import SimpleFeatures
internal import Synchronization

/// A study whose files are read once, and which is then computed as often as wanted with other
/// choices: other radii and weights, organisations that close, move or open.
///
/// Every result is what running a study file with the same settings gives, but for the ranks in the
/// scenarios of method, which take longer than a hand on a slider should wait.
public final class LiveStudy: Sendable {
  /// The study, with the choices and the scenario of its file.
  public let study: Study
  /// What was read, before any scenario.
  private let loaded: LoadedStudy
  private let demand: DemandSide
  private let memory: Mutex<Memory>

  /// What need not be computed for every change.
  ///
  /// Not `Sendable`: it holds a PROJ handle.
  private struct Memory {
    let transform: CoordinateTransform
    /// The exposure of places to the edge, by the radius in metres.
    var edgeExposures: [Double: [Double]] = [:]
    /// Who could reach whom, from the last changes; where one organisation moves, only its own
    /// pairs are looked for.
    var pairs: [ReachRule: ReachPairs] = [:]
  }

  /// The most radii whose exposures are kept, and the most rules of reach whose pairs are.
  private static let memoryLimit = 16

  /// Reads a study.
  ///
  /// - Throws: ``StudyError``, as ``Study/load()``.
  public init(_ study: Study) throws(StudyError) {
    do {
      try study.settings.requireValid(file: study.file)
      var base = study
      base.settings.scenario = Scenario()
      let loaded = try base.load()
      self.study = study
      self.loaded = loaded
      demand = DemandSide(of: loaded.data)
      memory = Mutex(
        Memory(transform: try CoordinateTransform(from: .wgs84, to: loaded.system)))
    } catch {
      throw StudyError(error)
    }
  }

  /// Computes the study with other choices.
  ///
  /// - Parameter settings: The study's own, with other rules of catchment or score or another
  ///   scenario. The files are those that were read, whatever it names.
  /// - Returns: What was found, without the firmness of ranks.
  /// - Throws: ``StudyError``.
  /// - Complexity: As `ColdSpotAnalysis`.
  public func result(with settings: StudySettings) throws(StudyError) -> StudyResult {
    var study = study
    study.settings.catchment = settings.catchment
    study.settings.score = settings.score
    study.settings.scenario = settings.scenario
    do {
      try study.settings.requireValid(file: study.file)
      let data = try memory.withLock { memory in
        try study.settings.scenario.applied(
          to: loaded.data, rules: study.settings.catchment, file: study.file
        ) { position throws(GeometryEngineError) in
          try memory.transform.coordinate(of: position)
        }
      }
      let analysis = analysis(of: data, rules: study.settings.catchment, study.settings.score)
      for invariant in analysis.invariants where !invariant.holds {
        throw StudyError.invariantBroken(invariant.name)
      }
      return StudyResult(
        study: study, loaded: loaded.replacing(data), analysis: analysis, stability: nil,
        clusters: nil)
    } catch {
      throw StudyError(error)
    }
  }

  /// The longitudes and latitudes of positions in the study's plane, in order.
  ///
  /// - Throws: ``StudyError/geometry(_:)`` for a position that is nowhere on the Earth.
  public func lonLats(of positions: [Coordinate]) throws(StudyError) -> [LonLat] {
    do {
      return try memory.withLock { try $0.transform.lonLats(of: positions) }
    } catch {
      throw StudyError(error)
    }
  }

  private func analysis(
    of data: StudyData, rules: CatchmentRules, _ scoreRules: ScoreRules
  ) -> ColdSpotAnalysis {
    let radius = rules.reach.typicalRadius.metres
    let (knownExposure, knownPairs) = memory.withLock {
      ($0.edgeExposures[radius], $0.pairs[rules.reach])
    }
    let pairs = ReachPairs(
      of: data.organisations, over: demand.index, rules: rules, reusing: knownPairs)
    let analysis = ColdSpotAnalysis(
      of: data, demand: demand, pairs: pairs, catchmentRules: rules, scoreRules: scoreRules,
      edgeExposure: knownExposure)
    memory.withLock { memory in
      if memory.edgeExposures.count >= Self.memoryLimit { memory.edgeExposures = [:] }
      if memory.pairs.count >= Self.memoryLimit { memory.pairs = [:] }
      memory.edgeExposures[radius] = analysis.edgeExposure
      memory.pairs[rules.reach] = pairs
    }
    return analysis
  }
}

extension LoadedStudy {
  /// The same files with other data made from them.
  fileprivate func replacing(_ data: StudyData) -> LoadedStudy {
    LoadedStudy(
      data: data, system: system, operation: operation, needDirection: needDirection,
      inputs: inputs, findings: findings, attribution: attribution, postcodes: postcodes)
  }
}
