public import GeometryEngine
internal import FileFormats
internal import GeoJSON

/// Rows with columns, from a table or from the properties of features.
public struct AttributeFile: Sendable {
  /// The rows and columns; rows of features are numbered from 1.
  public let table: Table
  /// The shapes, one per row, where the file has any.
  public let areas: AreaFile?

  /// Reads a file; what it is is decided by its content, not by its name.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - layer: The sheet or layer; the first that fits if not given.
  ///   - columns: Columns that it must have, by which sheets and header rows are told.
  ///   - declared: The reference system of the shapes; `nil` to go by the file.
  /// - Throws: ``IntakeError``.
  public init(
    _ input: InputFile, layer: String? = nil, columns: [String] = [],
    system declared: ReferenceSystem? = nil
  ) throws(IntakeError) {
    guard try FeatureFile.holdsFeatures(input, layer: layer) else {
      table = try TableReader(columns: columns, sheet: layer).read(input)
      areas = nil
      return
    }
    let areas = try AreaFile(input, layer: layer, declared: declared)
    table = try Table(propertiesOf: areas)
    self.areas = areas
  }
}

extension Table {
  /// The properties of features, with a column for each name that occurs; missing ones are empty.
  ///
  /// - Throws: ``IntakeError/format(file:_:)`` for more columns or cells than tables may have:
  ///   features that have no property in common make a table far larger than their file.
  init(propertiesOf areas: AreaFile) throws(IntakeError) {
    let header = areas.propertyNames
    let features = areas.collection.features
    guard header.count <= JSONRecords.columnLimit else {
      throw IntakeError(
        .limitExceeded(what: "names of properties", limit: JSONRecords.columnLimit),
        file: areas.file)
    }
    guard header.count * features.count <= JSONRecords.cellLimit else {
      throw IntakeError(
        .limitExceeded(what: "cells of properties", limit: JSONRecords.cellLimit),
        file: areas.file)
    }
    var grid = TextGrid.Builder()
    for (number, feature) in features.enumerated() {
      let members = feature.properties.members.map { ($0.name, $0.value) }
      let values = Dictionary(uniqueKeysWithValues: members)
      for name in header {
        grid.append(contentsOf: (values[name]?.text ?? "").utf8)
        grid.endCell()
      }
      grid.endRow(line: number + 1)
    }
    self.init(
      file: "\(areas.file) feature", sheet: areas.layer, grid: grid.finished(), header: header,
      rows: Array(areas.collection.features.indices))
  }
}

extension Table {
  /// The identifiers in a column, each there and each once, in the order of the rows.
  ///
  /// - Throws: ``IntakeError``.
  public func identifiers(_ column: String) throws(IntakeError) -> [String] {
    let ids = try texts(column)
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      throw .duplicate(file: file, column: column, value: id)
    }
    return ids
  }

  /// The texts in a column, none of them empty.
  ///
  /// - Throws: ``IntakeError``.
  public func texts(_ column: String) throws(IntakeError) -> [String] {
    try requiredTexts(try requiredColumn(named: column))
  }

  /// The texts in a column, none of them empty.
  func requiredTexts(_ index: Int) throws(IntakeError) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(rowCount)
    for row in 0..<rowCount { texts.append(try requiredText(row: row, column: index)) }
    return texts
  }

  /// The finite numbers in a column, none of them missing.
  ///
  /// - Throws: ``IntakeError``.
  public func numbers(
    _ column: String, in range: ClosedRange<Double>? = nil, expected: String = "a number"
  ) throws(IntakeError) -> [Double] {
    let index = try requiredColumn(named: column)
    var numbers: [Double] = []
    numbers.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      numbers.append(try number(row: row, column: index, in: range, expected: expected))
    }
    return numbers
  }

  /// The finite numbers in a column; `nil` where a cell is empty or says NA or NaN.
  ///
  /// - Throws: ``IntakeError``.
  public func optionalNumbers(_ column: String) throws(IntakeError) -> [Double?] {
    let index = try requiredColumn(named: column)
    var numbers: [Double?] = []
    numbers.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let isMissing = ["", "na", "nan"].contains(text(row: row, column: index).lowercased())
      numbers.append(isMissing ? nil : try number(row: row, column: index))
    }
    return numbers
  }
}
