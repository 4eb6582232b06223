public import GeoJSON

/// Writes geometries in well-known binary, in every variety there is.
public struct WKBWriter: Sendable {
  /// Whether numbers begin with their lowest byte.
  public var isLittleEndian: Bool
  /// Further ordinates of each position, all 99.
  public var hasHeight: Bool
  /// Likewise.
  public var hasMeasure: Bool
  /// Whether they are told by the flags of EWKB instead of the numbers of ISO.
  public var isExtended: Bool
  /// Whether a reference system is named, as EWKB can.
  public var namesSystem: Bool

  /// A writer of one variety.
  public init(
    isLittleEndian: Bool = true, hasHeight: Bool = false, hasMeasure: Bool = false,
    isExtended: Bool = false, namesSystem: Bool = false
  ) {
    self.isLittleEndian = isLittleEndian
    self.hasHeight = hasHeight
    self.hasMeasure = hasMeasure
    self.isExtended = isExtended
    self.namesSystem = namesSystem
  }

  /// Every variety.
  public static let all: [WKBWriter] = [true, false].flatMap { order in
    [(false, false), (true, false), (false, true), (true, true)].flatMap { height, measure in
      [(false, false), (true, false), (true, true)].map { extended, system in
        WKBWriter(
          isLittleEndian: order, hasHeight: height, hasMeasure: measure, isExtended: extended,
          namesSystem: system)
      }
    }
  }

  /// A geometry.
  public func bytes(_ geometry: Geometry) -> [UInt8] {
    switch geometry {
    case .point(let position): header(1) + ordinates(position)
    case .lineString(let line): header(2) + positions(line)
    case .polygon(let rings): header(3) + list(rings, positions)
    case .multiPoint(let points): header(4) + list(points) { bytes(.point($0)) }
    case .multiLineString(let lines): header(5) + list(lines) { bytes(.lineString($0)) }
    case .multiPolygon(let polygons): header(6) + list(polygons) { bytes(.polygon($0)) }
    case .geometryCollection(let members): header(7) + list(members, bytes)
    }
  }

  /// The head of a geometry of a type.
  public func header(_ type: UInt32) -> [UInt8] {
    let flags: UInt32 = (hasHeight ? 1 << 31 : 0) | (hasMeasure ? 1 << 30 : 0)
    let thousands: UInt32 = (hasHeight ? 1000 : 0) + (hasMeasure ? 2000 : 0)
    let code = isExtended ? type | flags | (namesSystem ? 1 << 29 : 0) : type + thousands
    return [isLittleEndian ? 1 : 0] + integer(code) + (namesSystem ? integer(27700) : [])
  }

  /// A count.
  public func integer(_ value: UInt32) -> [UInt8] {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return isLittleEndian ? bytes : bytes.reversed()
  }

  /// An ordinate.
  public func double(_ value: Double) -> [UInt8] {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    return isLittleEndian ? bytes : bytes.reversed()
  }

  private func ordinates(_ position: Position) -> [UInt8] {
    double(position.x) + double(position.y) + (hasHeight ? double(99) : [])
      + (hasMeasure ? double(99) : [])
  }

  private func positions(_ positions: [Position]) -> [UInt8] { list(positions, ordinates) }

  private func list<Element>(_ list: [Element], _ bytes: (Element) -> [UInt8]) -> [UInt8] {
    integer(UInt32(list.count)) + list.flatMap(bytes)
  }
}

/// The header of a GeoPackage geometry, with an envelope of any kind.
public func geoPackageHeader(envelope: Int = 0, flags: UInt8 = 0, version: UInt8 = 0) -> [UInt8] {
  let sizes = [0, 32, 48, 48, 64]
  let size = sizes.indices.contains(envelope) ? sizes[envelope] : 0
  return Array("GP".utf8) + [version, UInt8(envelope) << 1 | flags, 0, 0, 0, 0]
    + [UInt8](repeating: 0xEE, count: size)
}

/// Positions from pairs of numbers.
public func positions(_ ordinates: (Double, Double)...) -> [Position] {
  ordinates.map { Position(x: $0.0, y: $0.1) }
}
