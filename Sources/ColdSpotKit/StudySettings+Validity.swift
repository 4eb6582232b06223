internal import Catchments
internal import ColdSpots
internal import Places
internal import SimpleFeatures

extension StudySettings {
  /// Refuses choices that cannot be, wherever they come from: a file, options, or code.
  ///
  /// - Parameter file: The study's file, for messages.
  /// - Throws: ``SettingsError/invalidValue(file:line:key:expected:)``.
  func requireValid(file: String) throws(SettingsError) {
    func require(
      _ isValid: Bool, _ key: String, _ expected: String
    ) throws(SettingsError) {
      if !isValid { throw .invalidValue(file: file, line: nil, key: key, expected: expected) }
    }
    switch catchment.reach {
    case .disc(let decay):
      try require(
        (1...1e6).contains(catchment.reach.typicalRadius.metres), "catchment.radius_m",
        "metres, from 1 to 1000000")
      try require(
        decay.limit != nil && decay.weightAtZero <= 1, "catchment.decay",
        "a decay with a limit and a weight of at most 1 at distance 0")
    case .nearest(let count):
      try require(count >= 1, "catchment.nearest", "1 or more")
    case .remitOnly: break
    }
    _ = try grid(hasFreeStandards: true, file: file)
    try require(
      catchment.remitWeight == 0 || (1e-9...1).contains(catchment.remitWeight),
      "catchment.remit_weight", "a weight from 0 to 1, and not next to 0")
    try require(
      catchment.leastPrecision.isSite, "catchment.least_precision", LocationPrecision.siteNames)
    try require(
      (0...1).contains(score.needExponent), "score.need_exponent", "an exponent from 0 to 1")
    try require(
      (0...1).contains(score.standardQuantile), "score.standard_quantile", "a share from 0 to 1")
    for (key, standard) in score.declaredStandards {
      try require(
        (1e-30...1e12).contains(standard), "score.standards.\(key)",
        "a capacity per resident above 0")
    }
  }
}

extension StudySettings {
  /// The scenarios of method around these choices.
  ///
  /// - Parameters:
  ///   - hasFreeStandards: Whether any function's standard is a quantile.
  ///   - file: The study's file, for messages.
  /// - Returns: The grid.
  /// - Throws: ``SettingsError`` for a decay that is none, or more scenarios than can be ranked.
  func grid(hasFreeStandards: Bool, file: String) throws(SettingsError) -> MethodGrid {
    do {
      let grid = try MethodGrid(
        around: catchment, score: score, values: sensitivity, hasFreeStandards: hasFreeStandards)
      guard grid.count <= MethodGrid.countLimit else {
        throw SettingsError.invalidValue(
          file: file, line: nil, key: "sensitivity",
          expected: "at most \(MethodGrid.countLimit) scenarios, not \(grid.count)")
      }
      return grid
    } catch let error as SettingsError {
      throw error
    } catch {
      throw .invalidValue(
        file: file, line: nil, key: "sensitivity.decays", expected: "decays: \(error)")
    }
  }
}
