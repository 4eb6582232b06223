/// The part that holds the cells of a sheet.
final class SheetPart: XMLVisitor {
  private let part: String
  private let strings: SharedStrings
  private let formats: [NumberFormat]
  private let dateSystem: DateSystem
  private let limits: Workbook.Limits

  private var grid = TextGrid.Builder()
  private var row = SheetRow()
  private var isInRows = false
  private var cell: SheetCell?
  private var inlineText = RichText()
  private var mergedRanges: [Workbook.CellRange] = []
  private var mergedRangeCount = 0
  private var formulasWithoutResult = Workbook.CellTally()
  private var errors = Workbook.CellTally()
  private var dates = Workbook.CellTally()
  private var hiddenRowCount = 0

  init(
    part: String, strings: SharedStrings, formats: [NumberFormat], dateSystem: DateSystem,
    limits: Workbook.Limits
  ) {
    self.part = part
    self.strings = strings
    self.formats = formats
    self.dateSystem = dateSystem
    self.limits = limits
  }

  /// The sheet, once all has been read.
  func finished() -> Workbook.Sheet {
    Workbook.Sheet(
      grid: grid.finished(), mergedRanges: mergedRanges, mergedRangeCount: mergedRangeCount,
      formulasWithoutResult: formulasWithoutResult, errors: errors, dates: dates,
      hiddenRowCount: hiddenRowCount)
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(FormatError) {
    switch name {
    case "sheetData": isInRows = true
    case "row" where isInRows: try startRow(attributes)
    case "c" where isInRows: try startCell(attributes)
    case "f": cell?.hasFormula = true
    case "is": inlineText = RichText()
    case "mergeCell": addMergedRange(attributes["ref"] ?? "")
    default: inlineText.start(name, attributes)
    }
  }

  func end(_ name: String, text: [UInt8]) throws(FormatError) {
    switch name {
    case "sheetData": isInRows = false
    case "row" where isInRows: try endRow()
    case "c" where isInRows: try endCell()
    case "v": cell?.value = text
    case "is": cell?.value = inlineText.utf8
    default: inlineText.end(name, text: text)
    }
  }

  private func addMergedRange(_ reference: String) {
    guard let range = Workbook.CellRange(reference), range.rows.count * range.columns.count > 1
    else { return }
    mergedRangeCount += 1
    if mergedRanges.count < Workbook.Sheet.maximumMergedRangeCount { mergedRanges.append(range) }
  }
}

// MARK: - Rows

/// The row that is being read; its cells with content.
private struct SheetRow {
  var number = 0
  var isHidden = false
  var content: [UInt8] = []
  var cells: [(column: Int, end: Int)] = []
  /// The column of a cell that does not say where it is.
  var nextColumn = 0
}

extension SheetPart {
  /// Rows that do not say their number follow one another.
  private func startRow(_ attributes: XMLAttributes) throws(FormatError) {
    let number = attributes["r"].map { Int($0) } ?? row.number + 1
    guard let number, number > row.number else {
      throw .corrupt(
        what: "row \"\(attributes["r"] ?? "")\" follows row \(row.number)", where: part)
    }
    guard number <= Workbook.Limits.rowsInSheet else {
      throw .limitExceeded(what: "rows in \(part)", limit: Workbook.Limits.rowsInSheet)
    }
    row.number = number
    row.isHidden = attributes.isTrue("hidden")
    row.content.removeAll(keepingCapacity: true)
    row.cells.removeAll(keepingCapacity: true)
    row.nextColumn = 0
  }

  /// Keeps a row if anything stands in it but blanks.
  private func endRow() throws(FormatError) {
    guard let last = row.cells.last,
      row.content.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) })
    else { return }
    guard grid.cellCount + last.column < limits.cells else {
      throw .limitExceeded(what: "cells in \(part)", limit: limits.cells)
    }
    var start = 0
    for cell in row.cells {
      while grid.openCellCount < cell.column { grid.endCell() }
      grid.append(contentsOf: row.content[start..<cell.end])
      grid.endCell()
      start = cell.end
    }
    grid.endRow(line: row.number)
    if row.isHidden { hiddenRowCount += 1 }
  }
}

// MARK: - Cells

/// The cell that is being read.
private struct SheetCell {
  let position: CellPosition
  let type: String
  let format: NumberFormat
  var hasFormula = false
  var value: [UInt8] = []
}

extension SheetPart {
  private func startCell(_ attributes: XMLAttributes) throws(FormatError) {
    let reference = attributes["r"]
    let column = reference.map { CellPosition($0.utf8)?.column } ?? row.nextColumn
    guard let column, column >= row.nextColumn, column < Workbook.Limits.columnsInSheet else {
      throw .corrupt(what: "cell \"\(reference ?? "")\" is out of place", where: part)
    }
    row.nextColumn = column + 1
    let style = attributes["s"].flatMap { Int($0) } ?? 0
    cell = SheetCell(
      position: CellPosition(row: row.number, column: column), type: attributes["t"] ?? "n",
      format: formats.indices.contains(style) ? formats[style] : .number)
  }

  private func endCell() throws(FormatError) {
    guard let cell else { return }
    self.cell = nil
    // The result of a formula may be the empty text.
    if cell.hasFormula, cell.value.isEmpty, cell.type != "str" {
      formulasWithoutResult.add(cell.position)
    }
    guard !cell.value.isEmpty else { return }
    let start = row.content.count
    try appendValue(of: cell)
    guard row.content.count > start else { return }
    guard grid.byteCount + row.content.count <= limits.expandedBytes else {
      throw .limitExceeded(what: "bytes of text in \(part)", limit: limits.expandedBytes)
    }
    row.cells.append((cell.position.column, row.content.count))
  }

  private func appendValue(of cell: SheetCell) throws(FormatError) {
    switch cell.type {
    case "s":
      let index = Int(String(decoding: cell.value, as: UTF8.self))
      guard let index, index >= 0, index < strings.count else {
        throw .corrupt(what: "cell \(cell.position) refers to no shared string", where: part)
      }
      row.content += strings[index]
    case "b":
      let isFalse = ["0", "false"].contains(String(decoding: cell.value, as: UTF8.self))
      row.content += (isFalse ? "FALSE" : "TRUE").utf8
    case "e":
      errors.add(cell.position)
      row.content += cell.value
    case "str": EscapedText.append(cell.value[...], to: &row.content)
    case "d":
      dates.add(cell.position)
      row.content += Self.withoutMidnight(cell.value)
    case "n": appendNumber(of: cell)
    default: row.content += cell.value
    }
  }

  /// What is no number after all stays as it is.
  private func appendNumber(of cell: SheetCell) {
    if cell.format == .number, CellNumber.isPlainWhole(cell.value) {
      row.content += cell.value
    } else if let value = CellNumber.value(cell.value) {
      if let date = SerialDate(value, system: dateSystem)?.text(cell.format) {
        dates.add(cell.position)
        row.content += date.utf8
      } else {
        row.content += CellNumber.text(value).utf8
      }
    } else {
      row.content += cell.value
    }
  }

  /// A date that a strict workbook stores as text, without a time that says nothing.
  private static func withoutMidnight(_ text: [UInt8]) -> ArraySlice<UInt8> {
    let midnight = text.dropFirst(10).allSatisfy { "T0:.Z".utf8.contains($0) }
    return midnight ? text.prefix(10) : text[...]
  }
}
