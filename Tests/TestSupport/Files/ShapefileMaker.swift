public import GeoJSON

/// Makes the files of a Shapefile in memory.
public struct ShapefileMaker: Sendable {
  /// A shape as the file stores it.
  public enum Shape: Sendable {
    /// A row without a shape.
    case null
    /// One position.
    case point(Position)
    /// Several positions.
    case multiPoint([Position])
    /// Lines.
    case lines([[Position]])
    /// Rings, outer ones clockwise.
    case polygon([[Position]])
  }

  /// A column of the attributes.
  public struct Column: Sendable {
    /// The name, of ten characters at most.
    public let name: String
    let type: Character
    let width: Int
    let decimals: Int

    /// A column by its name, the letter of its type, its width and its decimals.
    public init(name: String, type: Character, width: Int, decimals: Int = 0) {
      self.name = name
      self.type = type
      self.width = width
      self.decimals = decimals
    }
  }

  /// What is added to the number of a type: 10 for heights, 20 for measures.
  public var dimension: UInt32
  /// The shapes, one a row.
  public var shapes: [Shape]
  /// The columns of the attributes.
  public var columns: [Column]
  /// The cells of each row as bytes, not yet padded.
  public var rows: [[[UInt8]]]
  /// The rows that are marked as deleted.
  public var deleted: Set<Int>
  /// Byte 29 of the attributes.
  public var languageDriver: UInt8

  /// A Shapefile from its parts.
  public init(
    dimension: UInt32 = 0, shapes: [Shape] = [], columns: [Column] = [], rows: [[[UInt8]]] = [],
    deleted: Set<Int> = [], languageDriver: UInt8 = 0
  ) {
    self.dimension = dimension
    self.shapes = shapes
    self.columns = columns
    self.rows = rows
    self.deleted = deleted
    self.languageDriver = languageDriver
  }

  /// The main file.
  public var shp: [UInt8] {
    let content = shapes.enumerated().flatMap { number, shape in
      let record = self.record(shape)
      return big(number + 1) + big(record.count / 2) + record
    }
    return header(length: 100 + content.count) + content
  }

  /// The index.
  public var shx: [UInt8] {
    var offset = 100
    var entries: [UInt8] = []
    for shape in shapes {
      let size = record(shape).count
      entries += big(offset / 2) + big(size / 2)
      offset += 8 + size
    }
    return header(length: 100 + entries.count) + entries
  }

  /// The attributes.
  public var dbf: [UInt8] {
    let rowSize = 1 + columns.reduce(0) { $0 + $1.width }
    let headerSize = 32 + 32 * columns.count + 1
    var bytes: [UInt8] = [3, 124, 5, 2] + little(rows.count)
    bytes += [UInt8(headerSize % 256), UInt8(headerSize / 256)]
    bytes += [UInt8(rowSize % 256), UInt8(rowSize / 256)]
    bytes += [UInt8](repeating: 0, count: 17) + [languageDriver, 0, 0]
    for column in columns {
      bytes += padded(Array(column.name.utf8), to: 11, with: 0)
      bytes += [column.type.asciiValue ?? 0, 0, 0, 0, 0, UInt8(column.width)]
      bytes += [UInt8(column.decimals)] + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for (number, row) in rows.enumerated() {
      bytes.append(UInt8(ascii: deleted.contains(number) ? "*" : " "))
      for (column, cell) in zip(columns, row) {
        bytes += padded(cell, to: column.width, with: UInt8(ascii: " "))
      }
    }
    return bytes + [0x1A]
  }

  private func header(length: Int) -> [UInt8] {
    big(9994) + [UInt8](repeating: 0, count: 20) + big(length / 2) + little(1000)
      + record(shapes.first ?? .null).prefix(4) + [UInt8](repeating: 0, count: 64)
  }

  private func record(_ shape: Shape) -> [UInt8] {
    switch shape {
    case .null: little(0)
    case .point(let position):
      type(1) + ordinates([position]) + ordinates(further: 1, ranges: false)
    case .multiPoint(let positions):
      type(8) + box + little(positions.count) + ordinates(positions)
        + ordinates(further: positions.count)
    case .lines(let parts): record(3, parts)
    case .polygon(let rings): record(5, rings)
    }
  }

  private func record(_ number: UInt32, _ parts: [[Position]]) -> [UInt8] {
    var start = 0
    var starts: [UInt8] = []
    for part in parts {
      starts += little(start)
      start += part.count
    }
    return type(number) + box + little(parts.count) + little(start) + starts
      + ordinates(Array(parts.joined())) + ordinates(further: start)
  }

  private var box: [UInt8] { [UInt8](repeating: 0, count: 32) }

  private func type(_ number: UInt32) -> [UInt8] { little(Int(number + dimension)) }

  private func ordinates(_ positions: [Position]) -> [UInt8] {
    let writer = WKBWriter()
    return positions.flatMap { writer.double($0.x) + writer.double($0.y) }
  }

  /// Heights and measures, all 99, and their ranges before them.
  private func ordinates(further count: Int, ranges: Bool = true) -> [UInt8] {
    let one = (0..<count + (ranges ? 2 : 0)).flatMap { _ in WKBWriter().double(99) }
    // With heights there are measures too.
    return dimension == 10 ? one + one : dimension == 20 ? one : []
  }

  private func padded(_ bytes: [UInt8], to width: Int, with blank: UInt8) -> [UInt8] {
    Array(bytes.prefix(width)) + [UInt8](repeating: blank, count: max(0, width - bytes.count))
  }

  private func big(_ number: Int) -> [UInt8] { little(number).reversed() }

  private func little(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
