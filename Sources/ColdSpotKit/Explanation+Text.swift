internal import Catchments
internal import ColdSpots
internal import GeoJSON
internal import Intake
internal import Places
internal import SimpleFeatures

extension Explanation: CustomStringConvertible {
  /// The sum, line by line.
  public var description: String {
    var lines = [heading, ""]
    if let measures = found.summary.measures {
      lines += figures(measures) + [""] + lackLines(measures) + [""] + scoreLines(measures) + [""]
    }
    lines += supporterLines + ["", "Why    \(reason)"]
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    let place = borough.isEmpty ? found.area.name : "\(found.area.name), \(borough)"
    let rank = found.summary.rank.map {
      "rank \($0) of \(found.rankedCount) (1 = coldest)"
    }
    return "\(place)  \(found.area.code)  \(found.level)  \(rank ?? "not ranked")"
  }

  private func figures(_ measures: AreaSummary.Measures) -> [String] {
    [
      "People  \(NumberText.text(found.summary.people))",
      "Need    N = \(four(measures.need))   percentile, 1 = most need: \(needName)",
    ]
  }

  private func lackLines(_ measures: AreaSummary.Measures) -> [String] {
    let width = parts.map(\.function.count).max() ?? 0
    let rows = parts.map { part in
      "        \(four(part.shortfall)) × \(four(part.weight))  \(NumberText.padded(part.function, width))"
        + (part.hasProvider ? "" : "  nobody provides it here")
    }
    return ["Lack    L = \(four(measures.lack))   sum of shortfall × share of each function:"]
      + rows
      + [
        "        lowest and highest among its places: \(four(measures.lackRange.lowerBound)) and "
          + four(measures.lackRange.upperBound)
      ]
  }

  private func scoreLines(_ measures: AreaSummary.Measures) -> [String] {
    [
      "Score   \(scoreSum(measures)) = \(NumberText.text(measures.score, decimals: 2))",
      "Burden  B = \(NumberText.text(measures.burden))   people × need × lack, summed over "
        + "\(found.summary.places.count) places",
    ] + firmnessLines + [
      "Edge    \(NumberText.percent(measures.edgeExposure)) of the surroundings lie outside "
        + "the data"
    ]
  }

  /// The mean of need and lack, first in letters and then in numbers.
  private func scoreSum(_ measures: AreaSummary.Measures) -> String {
    let beta = PropertyValue.decimal(needExponent, places: 12).plainText
    let rest = PropertyValue.decimal(1 - needExponent, places: 12).plainText
    let (need, lack) = (four(measures.need), four(measures.lack))
    return switch aggregation {
    case .geometric:
      "C = 100 × N^\(beta) × L^\(rest) = 100 × \(need)^\(beta) × \(lack)^\(rest)"
    case .arithmetic:
      "C = 100 × (\(beta) × N + \(rest) × L) = 100 × (\(beta) × \(need) + \(rest) × \(lack))"
    }
  }

  private var firmnessLines: [String] {
    guard let interval = found.interval else { return [] }
    let share = NumberText.percent(interval.topDecileShare)
    return [
      "Firm    rank \(interval.low) to \(interval.high) in 90 % of \(scenarioCount) scenarios of "
        + "method, in the coldest tenth in \(share) of them: "
        + interval.coldSpotClass.rawValue.replacing("_", with: " ")
    ] + clusterLines
  }

  private var clusterLines: [String] {
    guard let found = found.cluster, let z = found.z, let p = found.p else { return [] }
    let finding =
      switch found.cluster {
      case .cold: "part of a cluster that lacks support"
      case .warm: "part of a cluster with support"
      case .none: "no part of a cluster"
      }
    let figures =
      "G* of lack: z = \(NumberText.text(z, decimals: 2)), p = \(NumberText.text(p, decimals: 3))"
    return ["Cluster \(finding) (\(figures), 5 % false discoveries)"]
  }

  private var supporterLines: [String] {
    let near = nearest.map {
      "Nearest located: \($0.name), \(NumberText.kilometres($0.distance))"
    }
    guard !supporters.isEmpty else {
      return ["Reached by no organisation"] + (near.map { [$0] } ?? [])
    }
    let width = supporters.map(\.name.count).max() ?? 0
    let rows = supporters.flatMap { supporter in
      let told = ToldBy(supporter.provenance, site: supporter.site)
      let line =
        "        \(NumberText.padded(supporter.name, width))  "
        + "\(NumberText.leading(NumberText.percent(supporter.shareOfResidents), 6)) of residents, "
        + "mean weight \(NumberText.text(supporter.meanWeight, decimals: 2)), by \(supporter.route)"
        + (supporter.distance.map { ", " + told.place(at: $0) } ?? "")
        + ": " + supporter.functions.joined(separator: ", ").lowercased()
      return [line] + told.lines.map { "          " + $0 }
    }
    let count = counted(supporters.count, "organisation")
    let independent = found.summary.independentCount
    let note = independent < supporters.count ? ", \(independent) of them independent" : ""
    return ["Reached by \(count)\(note):"]
      + rows + (near.map { [$0] } ?? [])
  }

  private func four(_ number: Double) -> String { NumberText.text(number, decimals: 4) }
}
