internal import FileFormats

extension TableReader {
  /// The fitting sheet of a workbook: the one asked for, else of the visible ones the first that
  /// fits best; hidden ones only where all are hidden.
  func workbook(_ bytes: [UInt8], file: String) throws(IntakeError) -> Source {
    do throws(FormatError) {
      let workbook = try Workbook(bytes)
      let names = workbook.tabs.map(\.name)
      if let sheet {
        guard let index = names.firstIndex(of: sheet) else {
          throw Self.missing(sheet, among: names)
        }
        return source(try workbook.sheet(at: index), index, of: workbook, file: file)
      }
      let visible = workbook.tabs.indices.filter { workbook.tabs[$0].visibility == .visible }
      var best: (fitness: (Int, Int), sheet: Workbook.Sheet, index: Int)?
      for index in visible.isEmpty ? Array(workbook.tabs.indices) : visible {
        let sheet = try workbook.sheet(at: index)
        let fitness = fitness(of: sheet.grid)
        if best == nil || fitness > best?.fitness ?? (-1, -1) { best = (fitness, sheet, index) }
      }
      guard let best else {
        throw .unsupported(what: "a workbook without sheets", remedy: "Fill one, and save again.")
      }
      return source(best.sheet, best.index, of: workbook, file: file)
    } catch {
      throw IntakeError(error, file: file)
    }
  }

  /// The attributes of a GeoPackage: the layer asked for, else the first without shapes.
  func geoPackage(_ bytes: [UInt8], file: String) throws(IntakeError) -> Source {
    do throws(FormatError) {
      let package = try GeoPackage(bytes)
      let tables = package.layers.filter { $0.kind == .attributes }
      if let sheet, package.layer(named: sheet) == nil {
        throw Self.missing(sheet, among: package.layers.map(\.name))
      }
      guard let layer = sheet.flatMap({ package.layer(named: $0) }) ?? tables.first else {
        throw .unsupported(
          what: "a GeoPackage without a table of attributes", remedy: "Name one of its layers.")
      }
      return Source(grid: try package.records(of: layer), sheet: layer.name)
    } catch {
      throw IntakeError(error, file: file)
    }
  }

  private static func missing(_ name: String, among present: [String]) -> FormatError {
    .unsupported(
      what: "the sheet or layer \"\(name)\", which is not there,",
      remedy: "It has \(present.map { "\"\($0)\"" }.joined(separator: ", ")).")
  }

  /// The cells of a sheet, and what a reader of them should know.
  private func source(
    _ sheet: Workbook.Sheet, _ index: Int, of workbook: Workbook, file: String
  ) -> Source {
    let name = workbook.tabs[index].name
    var findings: [Finding] = []
    func add(_ code: String, _ severity: Finding.Severity, _ count: Int, _ message: String) {
      guard count > 0 else { return }
      findings.append(
        Finding(code, severity, file: file, count: count, message: "\(file) \(message)"))
    }
    let others = workbook.tabs.enumerated().filter { $0.offset != index }.map(\.element)
    if !others.isEmpty {
      let hidden = others.count { $0.visibility != .visible }
      add(
        "N142", .note, 1,
        "has \(counted(workbook.tabs.count, "sheet")); \"\(name)\" was read"
          + (hidden > 0 ? ", and \(counted(hidden, "hidden one")) passed over." : "."))
    }
    add(
      "W148", .warning, sheet.mergedRangeCount,
      "[\(name)]: merged cells (first \(sheet.mergedRanges.first?.description ?? "")); only the "
        + "first cell of each has a value.")
    add(
      "W149", .warning, sheet.formulasWithoutResult.count,
      "[\(name)]: formulas whose result was not saved (first "
        + "\(sheet.formulasWithoutResult.first ?? "")); their cells are empty.")
    add(
      "W147", .warning, sheet.errors.count,
      "[\(name)]: cells that show an error (first \(sheet.errors.first ?? "")), read as they stand."
    )
    add(
      "N143", .note, sheet.hiddenRowCount,
      "[\(name)]: hidden rows, which were read like the others.")
    return Source(grid: sheet.grid, sheet: name, findings: findings)
  }
}
