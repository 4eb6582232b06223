extension Reading {
  /// Readings divided by their mean over residents: 1 is what the average resident has.
  ///
  /// Only places with a number take part in the mean, `Σ P_i A_i / Σ P_i`; a 0 for want of
  /// support is a number. Where that mean is 0, or nobody lives in those places, nothing can be
  /// divided: every number becomes missing with `noDemand`. The input is left as it is. Peer: the
  /// `normalize` argument of `access`.
  ///
  /// - Parameters:
  ///   - readings: One per place.
  ///   - people: Residents, one value per place.
  /// - Returns: One reading per place, without a unit.
  /// - Complexity: O(places).
  public static func normalised(_ readings: [Reading], people: [Double]) -> [Reading] {
    precondition(readings.count == people.count, "one number of people per place")
    var (sum, total) = (0.0, 0.0)
    for (reading, people) in zip(readings, people) {
      guard let number = reading.number else { continue }
      sum += number * people
      total += people
    }
    let mean = total > 0 ? sum / total : 0
    return readings.map { reading in
      guard let number = reading.number else { return reading }
      let share = number / mean
      guard share.isFinite else { return Reading(missing: .noDemand) }
      return Reading(number: share, reason: reading.reason)
    }
  }

  /// A weighted sum of several measures: `Σ_k v_k A_k`, place by place.
  ///
  /// Measures in different units are normalised first. A place without one of the numbers has none
  /// in the sum, for the first of their reasons; a weight of 0 leaves its measure out. Where all
  /// that take part are 0 for a reason, so is the sum, for the first. Peer: `access.score`.
  ///
  /// - Parameter parts: The readings of each measure, one per place, and its weight v ≥ 0.
  /// - Returns: One reading per place; none where no measure takes part.
  /// - Complexity: O(places · measures).
  public static func mixed(_ parts: [(readings: [Reading], weight: Double)]) -> [Reading] {
    precondition(
      parts.allSatisfy { $0.weight >= 0 && $0.weight.isFinite }, "a weight is 0 or more")
    let parts = parts.filter { $0.weight > 0 }
    guard let places = parts.first?.readings.indices else { return [] }
    precondition(parts.allSatisfy { $0.readings.indices == places }, "the same places in all")
    return places.map { place in
      var sum = 0.0
      for part in parts {
        guard let number = part.readings[place].number else { return part.readings[place] }
        sum += part.weight * number
      }
      let reasons = parts.compactMap { $0.readings[place].reason }
      return Reading(number: sum, reason: reasons.count == parts.count ? reasons[0] : nil)
    }
  }
}
