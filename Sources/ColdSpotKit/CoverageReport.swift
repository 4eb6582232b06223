public import AccessMeasures
internal import GeometryEngine
internal import Places
internal import SimpleFeatures

/// How many people and how much ground organisations cover, once and several times, and what hangs
/// on each of them.
public struct CoverageReport: Sendable {
  /// The study's result.
  public let result: StudyResult
  /// The ground under the organisations that count.
  public let ground: AreaCoverage
  /// The organisations whose ground that is, in the order of ``ground``'s catchments.
  public let counted: [Int]
  /// The area of each of them, in square metres.
  public let areas: [Double]
  /// The area that each of them alone covers, in square metres.
  public let soleAreas: [Double]
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
  /// - Parameters:
  ///   - quadrantSegments: The chords to a quarter of a disc, for shares of area.
  ///   - survival: The chance that an organisation, with its group, survives, 0…1.
  /// - Returns: Coverage of people by exact distance, and of ground by overlay.
  /// - Throws: ``StudyError``.
  public func coverage(
    quadrantSegments: Int = 16, survival: Double = 0.9
  ) throws(StudyError) -> CoverageReport {
    let result = try run(stability: false)
    do {
      return try CoverageReport(result, quadrantSegments, survival)
    } catch {
      throw StudyError(error)
    }
  }
}

extension CoverageReport {
  fileprivate init(_ result: StudyResult, _ quadrantSegments: Int, _ survival: Double) throws {
    let analysis = result.analysis
    let organisations = analysis.data.organisations
    let shapes = CatchmentShapes(
      of: analysis.data, rules: analysis.catchments.rules, quadrantSegments: quadrantSegments)
    counted = organisations.indices.filter {
      analysis.catchments.participation[$0] == .counted
    }
    let catchments = try counted.map { try shapes.whole(of: organisations[$0]) }
    ground = try AreaCoverage(of: catchments, depth: Self.depth)
    areas = catchments.map(\.area)
    soleAreas = try ground.soleAreas()
    let wards = analysis.data.wards.areas.map(\.shape)
    var shares: [[Double]] = []
    for level in ground.levels {
      var covered = Array(repeating: 0.0, count: wards.count)
      for pair in try AreaOverlaps(of: [level], with: wards).pairs {
        covered[pair.target] = pair.area
      }
      shares.append(zip(covered, wards).map { $1.area > 0 ? $0 / $1.area : 0 })
    }
    self.shares = shares
    let groups = Set(organisations.map(\.group))
    expectation = try analysis.coverage.expectation(
      groupSurvival: Dictionary(uniqueKeysWithValues: groups.map { ($0, survival) }))
    self.survival = survival
    self.result = result
  }
}
