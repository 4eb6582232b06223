internal import ColdSpots
internal import GeoJSON
internal import Intake
internal import Places

extension StudyResult {
  /// The coldest wards and boroughs, as lines of text.
  ///
  /// - Parameter rows: How many of each.
  /// - Returns: A heading and one line per area.
  public func summary(rows: Int) -> String {
    let data = analysis.data
    let taking = analysis.catchments.participation.count { $0 == .counted }
    let people = NumberText.text(data.places.totalPeople)
    var lines = [
      "\(study.settings.name): \(NumberText.text(Double(data.places.count))) places with "
        + "\(people) residents, \(taking) of \(data.organisations.count) organisations counted, "
        + counted(data.functions.functions.count, "function")
    ]
    let apart = analysis.catchments.participation.count { $0 == .panLondonExcluded }
    if apart > 0 {
      lines.append(
        "Left out of local support, since they serve the whole area: "
          + "\(counted(apart, "provider")) (pan_london = \"exclude\")")
    }
    lines += table(coldestWards, rows: rows, title: "Coldest by \(data.wards.level)")
    if let boroughs = data.boroughs {
      lines += table(coldestBoroughs, rows: rows, title: "Coldest by \(boroughs.level)")
      let byLack = coldestBoroughs.sorted {
        ($1.measures.lack, $0.code) < ($0.measures.lack, $1.code)
      }
      lines += table(byLack, rows: 5, title: "Least support by \(boroughs.level)")
    }
    return lines.joined(separator: "\n")
  }

  /// The first rows of a list, and how many more share the rank of the last of them.
  private func table(_ all: [RankedArea], rows: Int, title: String) -> [String] {
    let areas = all.prefix(rows)
    let names = areas.map { $0.name == $0.borough ? $0.name : "\($0.name), \($0.borough)" }
    let width = max(names.map(\.count).max() ?? 0, title.count)
    func row(_ rank: String, _ name: String, _ cells: [String]) -> String {
      NumberText.leading(rank, 4) + "  " + NumberText.padded(name, width)
        + cells.map { NumberText.leading($0, 9) }.joined()
    }
    return ["", row("rank", title, ["score", "need", "lack", "people", "burden"])]
      + zip(areas, names).map { area, name in
        row(
          String(area.rank), name,
          [
            NumberText.text(area.measures.score, decimals: 1),
            NumberText.text(area.measures.need, decimals: 2),
            NumberText.text(area.measures.lack, decimals: 2), NumberText.text(area.people),
            NumberText.text(area.measures.burden),
          ])
      } + tied(all.dropFirst(rows), with: areas.last)
  }

  private func tied(_ rest: ArraySlice<RankedArea>, with last: RankedArea?) -> [String] {
    let count = rest.prefix { $0.rank == last?.rank }.count
    return count == 0 ? [] : ["      and \(count) more of rank \(last?.rank ?? 0)"]
  }

  /// The outcome of a run as one JSON document.
  ///
  /// - Parameters:
  ///   - folder: Where the files were written, as the user named it.
  ///   - written: What was written there.
  /// - Returns: The bytes of the document.
  public func json(folder: String, written: [WrittenFile]) -> [UInt8] {
    func areas(_ ranked: [RankedArea]) -> JSONValue {
      .array(
        ranked.prefix(10).map { area in
          .object([
            .init("rank", .integer(area.rank)), .init("code", .string(area.code.description)),
            .init("name", .string(area.name)), .init("borough", .string(area.borough)),
            .init("people", .number(area.people)), .init("score", .number(area.measures.score)),
            .init("need", .number(area.measures.need)),
            .init("lack", .number(area.measures.lack)),
            .init("burden", .number(area.measures.burden)), .init("why", .string(area.reason)),
          ])
        })
    }
    let hasWarnings = loaded.findings.contains { $0.severity == .warning }
    return JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/run/1")), .init("ok", .bool(!hasWarnings)),
        .init("study", .string(study.settings.name)), .init("folder", .string(folder)),
        .init(
          "files",
          .array(
            written.map { file in
              .object([.init("name", .string(file.name)), .init("bytes", .integer(file.bytes))])
            })),
        .init("findings", .array(loaded.findings.map(\.json))),
        .init("coldest_wards", areas(coldestWards)),
        .init("coldest_boroughs", areas(coldestBoroughs)),
      ]))
  }
}
