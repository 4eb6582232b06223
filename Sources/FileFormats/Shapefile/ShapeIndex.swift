/// Where the records of a `.shp` file are, each known to lie within the file and to hold as much
/// as it says.
///
/// Shapelib reads as many bytes as the two files tell it to. So everything that it will believe is
/// checked here first, and the index that it gets is written anew from what was found.
///
/// - SeeAlso: ESRI, *Shapefile Technical Description*, 1998.
struct ShapeIndex {
  /// The offset of each record, and the size of its content without the eight bytes before it.
  let records: [(offset: Int, size: Int)]
  /// Whether the index of the file was used.
  let isFromFile: Bool

  /// The index of a file.
  ///
  /// - Parameters:
  ///   - shp: The shapes.
  ///   - shx: The index of the file; without it, or where it does not fit, the shapes are taken
  ///     one after the other.
  /// - Throws: ``FormatError`` for a header or a record that is not as it should be.
  /// - Complexity: O(*n*) in the number of records.
  init(shp: [UInt8], shx: [UInt8]?) throws(FormatError) {
    guard shp.starts(with: [0, 0, 0x27, 0x0A]) else {
      if shp.count < 4 { throw .truncated(what: "the .shp file", line: nil) }
      throw .corrupt(what: "this is not a Shapefile", where: "the first bytes")
    }
    guard shp.count >= Self.headerSize else { throw .truncated(what: "the .shp file", line: nil) }
    if let shx, let records = Self.records(in: shx, of: shp) {
      self.records = records
      isFromFile = true
    } else {
      records = try Self.records(of: shp)
      isFromFile = false
    }
    for (number, record) in records.enumerated() {
      try Self.check(shp[record.offset + 8..<record.offset + 8 + record.size], number: number)
    }
  }

  static let headerSize = 100

  /// The records that an index names; `nil` unless every one is where it says, and they are no
  /// larger together than the file.
  private static func records(
    in shx: [UInt8], of shp: [UInt8]
  ) -> [(offset: Int, size: Int)]? {
    guard shx.starts(with: [0, 0, 0x27, 0x0A]), shx.count >= headerSize,
      (shx.count - headerSize).isMultiple(of: 8)
    else { return nil }
    var records: [(offset: Int, size: Int)] = []
    var total = headerSize
    for entry in stride(from: headerSize, to: shx.count, by: 8) {
      let offset = 2 * shx.bigEndian(at: entry)
      let size = 2 * shx.bigEndian(at: entry + 4)
      guard offset >= headerSize, offset + 8 + size <= shp.count,
        2 * shp.bigEndian(at: offset + 4) == size
      else { return nil }
      total += 8 + size
      guard total <= shp.count else { return nil }
      records.append((offset, size))
    }
    return records
  }

  /// The records of a file, one after the other.
  private static func records(of shp: [UInt8]) throws(FormatError) -> [(offset: Int, size: Int)] {
    // Some programs leave the length in the header as it was before the first shape.
    let stated = 2 * shp.bigEndian(at: 24)
    guard stated <= shp.count else { throw .truncated(what: "the .shp file", line: nil) }
    let end = stated > headerSize ? stated : shp.count
    var records: [(offset: Int, size: Int)] = []
    var offset = headerSize
    while offset < end {
      guard offset + 8 <= end else { throw .truncated(what: "the .shp file", line: nil) }
      let size = 2 * shp.bigEndian(at: offset + 4)
      guard offset + 8 + size <= end else { throw .truncated(what: "the .shp file", line: nil) }
      records.append((offset, size))
      offset += 8 + size
    }
    return records
  }

  /// Makes sure that a record holds all the positions and parts that it counts.
  private static func check(_ content: ArraySlice<UInt8>, number: Int) throws(FormatError) {
    let place = "shape \(number)"
    func fits(_ size: Int) throws(FormatError) {
      guard content.count >= size else { throw .truncated(what: place, line: nil) }
    }
    try fits(4)
    let start = content.startIndex
    let code = content.littleEndian(at: start)
    guard let type = ShapeType(rawValue: code) else {
      if code == 31 {
        throw .unsupported(
          what: "a MultiPatch (\(place))", remedy: "Export the layer as polygons.")
      }
      throw .corrupt(what: "the shape is of unknown type \(code)", where: place)
    }
    let positions: Int
    let fixed: Int
    switch type.form {
    case .null: return
    case .point:
      // A Z may come with an M or without.
      try fits(type.hasHeight ? 28 : type.hasMeasure ? 28 : 20)
      return
    case .multiPoint:
      try fits(40)
      positions = content.littleEndian(at: start + 36)
      fixed = 40
    case .lines, .polygon:
      try fits(44)
      positions = content.littleEndian(at: start + 40)
      fixed = 44 + 4 * content.littleEndian(at: start + 36)
    }
    try fits(fixed + (16 * positions) + (type.hasHeight ? 16 + 8 * positions : 0))
  }

  /// The index as a `.shx` file that Shapelib can read.
  var shx: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.headerSize)
    func words(_ count: Int) -> [UInt8] {
      // Offsets and sizes come from four bytes of 16-bit words each.
      (0..<4).map { UInt8(truncatingIfNeeded: (count / 2) >> (24 - 8 * $0)) }
    }
    bytes.replaceSubrange(0..<4, with: [0, 0, 0x27, 0x0A])
    bytes.replaceSubrange(24..<28, with: words(Self.headerSize + 8 * records.count))
    for record in records { bytes += words(record.offset) + words(record.size) }
    return bytes
  }
}

/// The types of shapes that are read.
enum ShapeType: Int {
  case null = 0
  case point = 1
  case lines = 3
  case polygon = 5
  case multiPoint = 8
  case pointZ = 11
  case linesZ = 13
  case polygonZ = 15
  case multiPointZ = 18
  case pointM = 21
  case linesM = 23
  case polygonM = 25
  case multiPointM = 28

  enum Form {
    case null, point, lines, polygon, multiPoint
  }

  var form: Form {
    switch self {
    case .null: .null
    case .point, .pointZ, .pointM: .point
    case .lines, .linesZ, .linesM: .lines
    case .polygon, .polygonZ, .polygonM: .polygon
    case .multiPoint, .multiPointZ, .multiPointM: .multiPoint
    }
  }

  var hasHeight: Bool { (11...18).contains(rawValue) }

  var hasMeasure: Bool { rawValue > 20 }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The number in the four bytes from an index on, the highest first.
  func bigEndian(at index: Int) -> Int {
    self[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The number in the four bytes from an index on, the lowest first.
  func littleEndian(at index: Int) -> Int {
    self[index..<index + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
