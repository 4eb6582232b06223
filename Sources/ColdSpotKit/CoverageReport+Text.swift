internal import AccessMeasures
internal import Places

extension CoverageReport: CustomStringConvertible {
  /// The shares of people and ground, and the organisations on which most people hang.
  public var description: String {
    (shareLines + [""] + redundancyLines + [""] + organisationLines).joined(separator: "\n")
  }

  private var shareLines: [String] {
    let all = result.analysis.data.wards.areas.reduce(0) { $0 + $1.shape.area }
    let coverage = result.analysis.coverage
    func row(_ cells: [String]) -> String {
      cells.map { NumberText.leading($0, 18) }.joined()
    }
    return [row(["organisations", "of people", "of ground"])]
      + (1...Self.depth).map { count in
        let covered = zip(shares[count - 1], result.analysis.data.wards.areas)
          .reduce(0) { $0 + $1.0 * $1.1.shape.area }
        return row([
          "\(count) or more",
          coverage.share(reachedByAtLeast: count).map(percent) ?? "–",
          all > 0 ? percent(covered / all) : "–",
        ])
      }
  }

  private var redundancyLines: [String] {
    let coverage = result.analysis.coverage
    var lines: [String] = []
    if let redundancy = coverage.meanRedundancy {
      lines.append(
        "A resident is reached by \(NumberText.text(redundancy, decimals: 2)) organisations on "
          + "average.")
    }
    if let ratio = ground.overlapRatio {
      lines.append(
        "Covered ground is covered \(NumberText.text(ratio, decimals: 2)) times on average.")
    }
    if case .nearest = result.analysis.catchments.rules.reach {
      lines.append(
        "Ground is that of remits and areas of benefit alone: being among the nearest has no shape."
      )
    }
    let people = result.analysis.data.places.totalPeople
    if people > 0 {
      lines.append(
        "If each group of organisations survives with a chance of \(percent(survival)), "
          + "\(percent(expectation.people / people)) of people can expect to be reached.")
    }
    return lines
  }

  private var organisationLines: [String] {
    let coverage = result.analysis.coverage
    let organisations = result.analysis.data.organisations
    let most = counted.indices.sorted {
      let (a, b) = (counted[$0], counted[$1])
      return (coverage.peopleLostIfClosed[b], a) < (coverage.peopleLostIfClosed[a], b)
    }.prefix(10).filter { coverage.peopleLostIfClosed[counted[$0]] > 0 }
    guard !most.isEmpty else {
      let isAnybodyReached = coverage.people(reachedByAtLeast: 1) > 0
      return [
        isAnybodyReached ? "Nobody hangs on one organisation alone." : "Nobody is reached at all."
      ]
    }
    return ["Organisations on which most people hang alone:"]
      + most.map { index in
        let organisation = counted[index]
        return
          "  \(NumberText.leading(NumberText.text(coverage.peopleLostIfClosed[organisation]), 9)) "
          + "people, \(NumberText.text(ground.soleAreas[index] / 1e6, decimals: 1)) km²  "
          + organisations[organisation].name
      }
  }

  private func percent(_ share: Double) -> String {
    NumberText.text(share * 100, decimals: 1) + " %"
  }
}
