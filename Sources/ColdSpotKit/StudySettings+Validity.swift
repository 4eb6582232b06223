internal import Catchments
internal import ColdSpots
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
    case .disc(let radius, _):
      try require(
        (1...1e6).contains(radius.metres), "catchment.radius_m", "metres, from 1 to 1000000")
    case .nearest(let count):
      try require(count >= 1, "catchment.nearest", "1 or more")
    case .remitOnly: break
    }
    try require(
      catchment.remitWeight == 0 || (1e-9...1).contains(catchment.remitWeight),
      "catchment.remit_weight", "a weight from 0 to 1, and not next to 0")
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
