internal import ColdSpots
internal import Intake
internal import Places

extension Sensitivity: CustomStringConvertible {
  /// What moves the ranks, and which wards are cold in spite of it.
  public var description: String {
    (choiceLines + [""] + classLines + [""] + organisationLines + [""] + jitterLines + [""]
      + zoningLines).joined(separator: "\n")
  }

  private var level: String { result.analysis.data.wards.level.description }

  private func name(_ ward: Int) -> String {
    let data = result.analysis.data
    let area = data.wards.areas[ward]
    return data.borough(of: area).map { "\(area.name), \($0.name)" } ?? area.name
  }

  /// One line per choice, and one per value that is not the study's own.
  private var choiceLines: [String] {
    let width = choices.flatMap(\.shifts).map(\.value.count).max() ?? 0
    let label = max(width + 2, choices.map { "\($0.axis) (\($0.ownValue))".count }.max() ?? 0)
    func row(_ name: String, _ cells: [String]) -> String {
      NumberText.padded(name, label) + cells.map { NumberText.leading($0, 10) }.joined()
    }
    var lines = [
      "Which choice moves the ranks of \(level)s most, over \(methods.grid.count) scenarios:",
      row("Choice (the study's own)", ["alone", "in all", "shift", "Spearman", "tenth"]),
    ]
    for choice in choices {
      lines.append(
        row(
          "\(choice.axis) (\(choice.ownValue))",
          [choice.firstOrder, choice.total].map { $0.map(NumberText.percent) ?? "–" }))
      for shift in choice.shifts {
        lines.append(
          row(
            "  \(shift.value)",
            [
              "", "", NumberText.text(shift.meanShift, decimals: 1),
              shift.spearman.map { NumberText.text($0, decimals: 3) } ?? "–",
              NumberText.percent(shift.topDecileJaccard),
            ]))
      }
    }
    return lines + [
      "alone, in all: share of the variance of ranks, by itself and with what it does together "
        + "with others;",
      "shift: mean number of ranks moved; tenth: what the coldest tenths have in common.",
    ]
  }

  private var classLines: [String] {
    let classes = methods.wards.intervals.compactMap { $0?.coldSpotClass }
    let counts = ColdSpotClass.allCases.map { kind in
      "\(classes.count { $0 == kind }) \(kind.rawValue.replacing("_", with: " "))"
    }
    let confirmed = result.coldestWards.filter { $0.interval?.coldSpotClass == .confirmed }
    let width = confirmed.map { "\($0.name), \($0.borough)".count }.max() ?? 0
    return ["Of \(classes.count) \(level)s: " + counts.joined(separator: ", ")]
      + confirmed.prefix(20).map { ward in
        let interval = ward.interval
        return "  \(NumberText.leading(String(ward.rank), 4))  "
          + NumberText.padded("\(ward.name), \(ward.borough)", width)
          + "  rank \(interval?.low ?? 0) to \(interval?.high ?? 0), in the coldest tenth in "
          + NumberText.percent(interval?.topDecileShare ?? 0)
      }
      + (confirmed.count > 20 ? ["  and \(confirmed.count - 20) more confirmed"] : [])
  }

  private var organisationLines: [String] {
    let most = jackKnife.omissions.sorted {
      ($1.meanShift, $0.organisation) < ($0.meanShift, $1.organisation)
    }
    return ["Organisations whose record the ranks hang on most (each left out once):"]
      + most.prefix(10).map { omission in
        let move = omission.most.map {
          "; \(name($0.ward)) from rank \($0.from) to \($0.to)"
        }
        return
          "  \(NumberText.leading(NumberText.text(omission.meanShift, decimals: 1), 6)) ranks  "
          + result.analysis.data.organisations[omission.organisation].name + (move ?? "")
      }
  }

  private var jitterLines: [String] {
    let widths = jitter.intervals.compactMap { $0.map { Double($0.high - $0.low) } }
    let mean = widths.isEmpty ? 0 : widths.reduce(0, +) / Double(widths.count)
    return [
      "\(counted(jitter.movable, "organisation")) moved \(jitter.draws) times within the error of "
        + "their locations: 90 % of ranks lie within "
        + "\(NumberText.text(mean, decimals: 1)) on average."
    ]
  }

  private var zoningLines: [String] {
    let cold = zonings.wards.compactMap(\.self).filter(\.isCold)
    let area = NumberText.text(zonings.hexagonArea / 1e6, decimals: 2)
    return [
      "\(cold.count) cold \(level)s; \(cold.count(where: \.survives)) are cold too by "
        + "\(NumberText.text(Double(zonings.neighbourhoodCount))) neighbourhoods and by "
        + "\(NumberText.text(Double(zonings.hexagonCount))) hexagons of \(area) km²."
    ]
  }
}
