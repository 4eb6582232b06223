public import AccessMeasures
internal import Places

/// How many people and how much ground organisations cover, once and several times, and what hangs
/// on each of them.
public struct CoverageReport: Sendable {
  /// The study's result.
  public let result: StudyResult
  /// The ground under the organisations that count.
  public let ground: GroundCoverage
  /// The organisations whose ground that is, in the order of ``ground``'s catchments.
  public let counted: [Int]
  /// The share of each ward that at least *k* + 1 of them cover: `shares[k][ward]`, 0…1.
  public let shares: [[Double]]
  /// The chance that each organisation survives, 0…1, as the report was asked for.
  public let survival: Double
  /// What can be expected of coverage if organisations close by chance, groups as one.
  public let expectation: Coverage.Expectation

  /// The largest number of organisations over one ground that is told apart.
  public static let depth = 3
}

extension Study {
  /// Runs the study and works out coverage and redundancy.
  ///
  /// - Parameter survival: The chance that an organisation, with its group, survives, 0…1.
  /// - Returns: Coverage of people by exact distance, and of ground with true circles.
  /// - Throws: ``StudyError``.
  public func coverage(survival: Double = 0.9) throws(StudyError) -> CoverageReport {
    let result = try run(stability: false)
    do {
      return try CoverageReport(result, survival)
    } catch {
      throw StudyError(error)
    }
  }
}

extension CoverageReport {
  fileprivate init(_ result: StudyResult, _ survival: Double) throws {
    let analysis = result.analysis
    let organisations = analysis.data.organisations
    let shapes = CatchmentShapes(of: analysis.data, rules: analysis.catchments.rules)
    counted = organisations.indices.filter {
      analysis.catchments.participation[$0] == .counted
    }
    ground = try GroundCoverage(of: counted.map { try shapes.catchment(of: organisations[$0]) })
    shares = try ground.shares(of: analysis.data.wards.areas.map(\.shape), upTo: Self.depth)
    let groups = Set(organisations.map(\.group))
    expectation = try analysis.coverage.expectation(
      groupSurvival: Dictionary(uniqueKeysWithValues: groups.map { ($0, survival) }))
    self.survival = survival
    self.result = result
  }
}
