internal import ColdSpots
public import Foundation
internal import GeometryEngine
internal import Intake
internal import Places
public import SpatialStatistics

/// A study: a set of files and choices that lead to a map of cold spots.
///
/// ```swift
/// let result = try Study.london().run()
/// for ward in result.coldestWards.prefix(10) { print(ward.rank, ward.name, ward.reason) }
/// try result.write(to: URL(filePath: "cold-spots"), overwriting: true)
/// ```
///
/// What the command computes, it computes through this type.
public struct Study: Sendable {
  /// The files and the choices; change them before running.
  public var settings: StudySettings
  /// The folder that the files' paths start from.
  public let folder: URL
  /// The study file as it was read, if there is one; ``settings`` may have been changed since.
  let source: InputFile?

  /// The study file's name, for messages.
  public var file: String { source?.name ?? settings.name }

  /// A study made in code.
  ///
  /// - Parameters:
  ///   - settings: The files and the choices.
  ///   - folder: The folder that the files' paths start from.
  public init(settings: StudySettings, folder: URL) {
    self.settings = settings
    self.folder = folder
    source = nil
  }

  /// The study in a file.
  ///
  /// - Parameter url: A TOML file; its paths are relative to its folder.
  /// - Throws: ``StudyError``.
  public init(contentsOf url: URL) throws(StudyError) {
    do {
      let source = try InputFile(url)
      settings = try StudySettings(try source.text(), file: source.name)
      self.source = source
    } catch {
      throw StudyError(error)
    }
    folder = url.deletingLastPathComponent()
  }

  /// The embedded study of London.
  ///
  /// - Throws: ``StudyError/dataNotFound(searched:)`` when the program was moved without its data.
  public static func london() throws(StudyError) -> Study {
    try Study(contentsOf: EmbeddedData.folder().appending(path: EmbeddedData.studyFile))
  }

  /// Reads every file of the study and brings it together.
  ///
  /// - Throws: ``StudyError`` with the first problem that makes a result impossible; lesser ones
  ///   are findings.
  public func load() throws(StudyError) -> LoadedStudy {
    var loader = StudyLoader(self)
    do {
      return try loader.load()
    } catch {
      throw StudyError(error)
    }
  }

  /// The scenarios of method around the study's choices.
  private func grid(for loaded: LoadedStudy) throws(StudyError) -> MethodGrid {
    let declared = settings.score.declaredStandards
    let hasFreeStandards = loaded.data.functions.functions.contains { declared[$0.key] == nil }
    do {
      return try settings.grid(hasFreeStandards: hasFreeStandards, file: file)
    } catch {
      throw .settings(error)
    }
  }

  /// A part of a run.
  public enum Stage: String, Sendable, CustomStringConvertible {
    /// Reading the files.
    case reading
    /// Working out reach, scores and ranks.
    case computing
    /// Ranking again in every scenario of method.
    case ranking

    /// The stage in a word.
    public var description: String { rawValue }
  }

  /// Reads, computes and checks everything.
  ///
  /// - Parameters:
  ///   - stability: Whether to say how firm the ranks are, by ranking in every scenario of method,
  ///     and which wards are part of a cluster.
  ///   - threads: How much to compute at the same time; no result depends on it.
  ///   - onStage: Called when a stage begins, on the caller's thread.
  /// - Returns: What was found.
  /// - Throws: ``StudyError``; ``StudyError/invariantBroken(_:)`` when the result contradicts
  ///   itself.
  public func run(
    stability: Bool = true, threads: Threads = .all, onStage: (Stage) -> Void = { _ in }
  ) throws(StudyError) -> StudyResult {
    do {
      try settings.requireValid(file: file)
    } catch {
      throw .settings(error)
    }
    onStage(.reading)
    let loaded = try load()
    onStage(.computing)
    let analysis = ColdSpotAnalysis(
      of: loaded.data, catchmentRules: settings.catchment, scoreRules: settings.score,
      threads: threads)
    for invariant in analysis.invariants where !invariant.holds {
      throw .invariantBroken(invariant.name)
    }
    guard stability else {
      return StudyResult(
        study: self, loaded: loaded, analysis: analysis, stability: nil, clusters: nil)
    }
    onStage(.ranking)
    let grid = try grid(for: loaded)
    return StudyResult(
      study: self, loaded: loaded, analysis: analysis,
      stability: MethodGridRun(of: analysis, over: grid, threads: threads),
      clusters: ColdClusters(of: analysis, threads: threads))
  }
}
