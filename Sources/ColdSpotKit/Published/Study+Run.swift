public import Foundation
internal import GeoJSON
internal import Intake

extension Study {
  /// The study that a run was made from, with the choices that its record names.
  ///
  /// The inputs are looked for as ``RunVerification`` does.
  ///
  /// - Parameters:
  ///   - run: The folder of the run.
  ///   - config: A study file, beside which alone to look for the inputs.
  /// - Throws: ``StudyError/published(_:)`` where they are not to be found as they were.
  public init(ofRun run: URL, config: URL? = nil) throws(StudyError) {
    let published = try PublishedRun(contentsOf: run)
    do {
      let record = try RunRecord(published.manifest)
      self = try RunInputs(of: record, run: run, config: config).study(of: record)
    } catch {
      throw StudyError(error)
    }
  }
}
