public import GeometryEngine
internal import GeoJSON

/// Rows with columns, from a table or from the properties of GeoJSON features.
public struct AttributeFile: Sendable {
  /// The rows and columns; rows of GeoJSON are its features, counted from 1.
  public let table: Table
  /// The shapes, one per row, where the file is GeoJSON.
  public let areas: AreaFile?

  /// Reads a file; what it is is decided by its first character, not by its name.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - declared: The reference system of the shapes; `nil` to go by the file.
  /// - Throws: ``IntakeError``.
  public init(_ input: InputFile, system declared: ReferenceSystem? = nil) throws(IntakeError) {
    let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
    guard input.bytes.drop(while: marks.contains).first == UInt8(ascii: "{") else {
      table = try CSVReader().read(input)
      areas = nil
      return
    }
    let areas = try AreaFile(input, declared: declared)
    table = Table(propertiesOf: areas)
    self.areas = areas
  }
}

extension Table {
  /// The properties of features, with a column for each name that occurs; missing ones are empty.
  fileprivate init(propertiesOf areas: AreaFile) {
    var header: [String] = []
    var seen: Set<String> = []
    for feature in areas.collection.features {
      header += feature.properties.keys.filter { seen.insert($0).inserted }
    }
    var content: [UInt8] = []
    var ends: [Int] = []
    for name in header {
      content += name.utf8
      ends.append(content.count)
    }
    for feature in areas.collection.features {
      for name in header {
        content += (feature.properties[name]?.text ?? "").utf8
        ends.append(content.count)
      }
    }
    self.init(
      file: "\(areas.file) feature", header: header, content: content, ends: ends,
      lines: Array(1...areas.collection.features.count))
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
    let index = try requiredColumn(named: column)
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
