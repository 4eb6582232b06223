internal import GeoJSON

/// Reads well-known binary, the form in which databases hold geometries.
///
/// Read are the seven types of simple features, with any further ordinates in the numbering of
/// ISO (1000, 2000, 3000) or with the flags of EWKB; heights and measures are dropped and counted.
/// No count is believed before the bytes for it are seen to be there.
///
/// - SeeAlso: OGC 06-103r4, *Simple Feature Access – Part 1*, section 8, 2011.
struct WKBGeometry {
  private let bytes: [UInt8]
  private var offset: Int
  /// Positions so far that had more than two ordinates.
  private(set) var droppedOrdinates = 0

  /// The deepest nesting of geometries.
  static let depthLimit = 8

  init(_ bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The geometry; `nil` for a Point without position.
  ///
  /// What stands behind it is not looked at.
  mutating func read() throws(GeometryFault) -> Geometry? {
    try geometry(depth: 1)
  }

  /// What stands before the content of each geometry.
  private struct Header {
    let type: UInt32
    let isLittleEndian: Bool
    /// The bytes of one position.
    let stride: Int
  }

  private mutating func header(only type: UInt32? = nil) throws(GeometryFault) -> Header {
    guard remaining >= 5 else { throw .truncated }
    guard bytes[offset] <= 1 else { throw .unknownByteOrder }
    let isLittleEndian = bytes[offset] == 1
    offset += 1
    let code = try integer(isLittleEndian)
    let flags = code >> 29
    let (dimensions, base) = (code & 0x1FFF_FFFF).quotientAndRemainder(dividingBy: 1000)
    guard dimensions <= 3 else { throw .unknownType(code) }
    let hasHeight = flags & 4 != 0 || dimensions == 1 || dimensions == 3
    let hasMeasure = flags & 2 != 0 || dimensions == 2 || dimensions == 3
    // EWKB may name the reference system, which the file has already told.
    if flags & 1 != 0 { _ = try integer(isLittleEndian) }
    if let type, base != type { throw .wrongMember }
    return Header(
      type: base, isLittleEndian: isLittleEndian,
      stride: 16 + (hasHeight ? 8 : 0) + (hasMeasure ? 8 : 0))
  }

  private mutating func geometry(depth: Int) throws(GeometryFault) -> Geometry? {
    guard depth <= Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
    let header = try header()
    switch header.type {
    case 1: return try point(header).map(Geometry.point)
    case 2: return .lineString(try line(header))
    case 3: return .polygon(try polygon(header))
    case 4:
      return .multiPoint(
        try members(header) { (reader) throws(GeometryFault) in
          try reader.point(reader.header(only: 1))
        })
    case 5:
      return .multiLineString(
        try members(header) { (reader) throws(GeometryFault) in
          try reader.line(reader.header(only: 2))
        })
    case 6:
      return .multiPolygon(
        try members(header) { (reader) throws(GeometryFault) in
          try reader.polygon(reader.header(only: 3))
        })
    case 7:
      return .geometryCollection(
        try members(header) { (reader) throws(GeometryFault) in
          try reader.geometry(depth: depth + 1)
        })
    default: throw Self.curves[header.type].map(GeometryFault.curve) ?? .unknownType(header.type)
    }
  }

  /// The types of ISO that are not simple features.
  private static let curves: [UInt32: String] = [
    8: "CircularString", 9: "CompoundCurve", 10: "CurvePolygon", 11: "MultiCurve",
    12: "MultiSurface", 13: "Curve", 14: "Surface", 15: "PolyhedralSurface", 16: "TIN",
    17: "Triangle",
  ]

  /// The members of a collection, without those that are empty Points.
  private mutating func members<Member>(
    _ header: Header, _ member: (inout WKBGeometry) throws(GeometryFault) -> Member?
  ) throws(GeometryFault) -> [Member] {
    // The least member is a collection or line without content.
    let count = try count(header, of: 9)
    var result: [Member] = []
    for _ in 0..<count {
      if let member = try member(&self) { result.append(member) }
    }
    return result
  }

  private mutating func point(_ header: Header) throws(GeometryFault) -> Position? {
    guard remaining >= header.stride else { throw .truncated }
    // The standard has no empty Point; by convention both ordinates are then NaN.
    if double(at: offset, header.isLittleEndian).isNaN,
      double(at: offset + 8, header.isLittleEndian).isNaN
    {
      offset += header.stride
      return nil
    }
    return try positions(1, header)[0]
  }

  private mutating func line(_ header: Header) throws(GeometryFault) -> [Position] {
    let count = try count(header, of: header.stride)
    guard count != 1 else { throw .tooFewPositions(1) }
    return try positions(count, header)
  }

  /// The rings of a polygon, without those that have no position at all.
  private mutating func polygon(_ header: Header) throws(GeometryFault) -> [[Position]] {
    let count = try count(header, of: 4)
    var rings: [[Position]] = []
    for _ in 0..<count {
      let ring = try positions(self.count(header, of: header.stride), header)
      guard !ring.isEmpty else { continue }
      guard ring.count >= 4 else { throw .tooFewPositions(ring.count) }
      guard ring.first == ring.last else { throw .unclosedRing }
      rings.append(ring)
    }
    return rings
  }
}

// MARK: - Numbers

extension WKBGeometry {
  private var remaining: Int { bytes.count - offset }

  /// A count of things of which each needs at least so many bytes.
  private mutating func count(_ header: Header, of size: Int) throws(GeometryFault) -> Int {
    let count = Int(try integer(header.isLittleEndian))
    guard count <= remaining / size else { throw .truncated }
    return count
  }

  private mutating func integer(_ isLittleEndian: Bool) throws(GeometryFault) -> UInt32 {
    guard remaining >= 4 else { throw .truncated }
    defer { offset += 4 }
    let four = bytes[offset..<offset + 4]
    let value = four.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return isLittleEndian ? value.byteSwapped : value
  }

  /// Positions whose bytes are known to be there.
  private mutating func positions(
    _ count: Int, _ header: Header
  ) throws(GeometryFault) -> [Position] {
    var positions: [Position] = []
    positions.reserveCapacity(count)
    for _ in 0..<count {
      let x = double(at: offset, header.isLittleEndian)
      let y = double(at: offset + 8, header.isLittleEndian)
      guard x.isFinite, y.isFinite else { throw .notFinite }
      positions.append(Position(x: x, y: y))
      offset += header.stride
    }
    if header.stride > 16 { droppedOrdinates += count }
    return positions
  }

  private func double(at offset: Int, _ isLittleEndian: Bool) -> Double {
    var pattern: UInt64 = 0
    for byte in bytes[offset..<offset + 8] { pattern = pattern << 8 | UInt64(byte) }
    return Double(bitPattern: isLittleEndian ? pattern.byteSwapped : pattern)
  }
}
