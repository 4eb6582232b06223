internal import GeoJSON

/// A geometry in the bytes in which GeoPackage stores it, and its bounds for the index.
///
/// The header holds the bounds, except for a single position, which is no longer than they are.
/// Numbers begin with their lowest byte.
///
/// - SeeAlso: OGC 12-128r18, section 2.1.3.
struct StoredGeometry {
  /// The bytes; `nil` for none.
  let bytes: [UInt8]?
  /// The bounds of all positions; `nil` where there are none.
  let envelope: Envelope?

  init(
    _ geometry: Geometry?, in column: GeoPackageWriter.GeometryColumn, of table: String, row: Int
  ) throws(GeoPackageWriteError) {
    guard let geometry else {
      bytes = nil
      envelope = nil
      return
    }
    guard column.kind.includes(geometry) else { throw .wrongGeometry(table: table, row: row) }
    var encoder = WKBEncoder()
    encoder.append(geometry)
    guard encoder.isFinite else { throw .notFinite(table: table, row: row) }
    envelope = encoder.envelope
    var header = Array("GP".utf8)
    let bounds = if case .point = geometry { [Double]() } else { envelope?.ordinates ?? [] }
    // Version 0; then the flags: little endian, bounds of x and y or none, and whether empty.
    header += [0, 0x01 | (bounds.isEmpty ? 0 : 0x02) | (envelope == nil ? 0x10 : 0)]
    header.append(littleEndian: UInt32(truncatingIfNeeded: column.system))
    for ordinate in bounds { header.append(littleEndian: ordinate.bitPattern) }
    bytes = header + encoder.bytes
  }
}

/// The least and greatest ordinates of some positions.
struct Envelope: Hashable {
  var minX: Double
  var maxX: Double
  var minY: Double
  var maxY: Double

  /// In the order in which the header and the index hold them.
  var ordinates: [Double] { [minX, maxX, minY, maxY] }

  func union(_ other: Envelope) -> Envelope {
    Envelope(
      minX: min(minX, other.minX), maxX: max(maxX, other.maxX), minY: min(minY, other.minY),
      maxY: max(maxY, other.maxY))
  }
}

/// Writes well-known binary.
///
/// - SeeAlso: OGC 06-103r4, *Simple Feature Access – Part 1*, section 8, 2011.
private struct WKBEncoder {
  private(set) var bytes: [UInt8] = []
  private(set) var envelope: Envelope?
  private(set) var isFinite = true

  mutating func append(_ geometry: Geometry) {
    switch geometry {
    case .point(let position):
      begin(1)
      append(position)
    case .lineString(let line):
      begin(2)
      append(list: line) { $0.append($1) }
    case .polygon(let rings):
      begin(3)
      append(list: rings) { $0.append(list: $1) { $0.append($1) } }
    case .multiPoint(let points):
      begin(4)
      append(list: points) { $0.append(.point($1)) }
    case .multiLineString(let lines):
      begin(5)
      append(list: lines) { $0.append(.lineString($1)) }
    case .multiPolygon(let polygons):
      begin(6)
      append(list: polygons) { $0.append(.polygon($1)) }
    case .geometryCollection(let members):
      begin(7)
      append(list: members) { $0.append($1) }
    }
  }

  private mutating func begin(_ type: UInt32) {
    bytes.append(1)
    bytes.append(littleEndian: type)
  }

  private mutating func append<Element>(
    list: [Element], _ appendElement: (inout WKBEncoder, Element) -> Void
  ) {
    bytes.append(littleEndian: UInt32(list.count))
    for element in list { appendElement(&self, element) }
  }

  private mutating func append(_ position: Position) {
    bytes.append(littleEndian: position.x.bitPattern)
    bytes.append(littleEndian: position.y.bitPattern)
    isFinite = isFinite && position.x.isFinite && position.y.isFinite
    let place = Envelope(
      minX: position.x, maxX: position.x, minY: position.y, maxY: position.y)
    envelope = envelope?.union(place) ?? place
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    for byte in 0..<number.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
    }
  }
}
