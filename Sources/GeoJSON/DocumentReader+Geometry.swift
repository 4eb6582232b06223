/// The names of the geometry types in a document.
enum GeometryType: String, CaseIterable {
  case point = "Point"
  case multiPoint = "MultiPoint"
  case lineString = "LineString"
  case multiLineString = "MultiLineString"
  case polygon = "Polygon"
  case multiPolygon = "MultiPolygon"
  case geometryCollection = "GeometryCollection"
}

extension DocumentReader {
  /// The geometry under the cursor; `nil` for a Point without ordinates.
  ///
  /// The type is looked up first, so that coordinates which come before it are read knowing their
  /// shape.
  mutating func geometry(
    expecting expected: GeoJSONError.Expected = .object
  ) throws(GeoJSONError) -> Geometry? {
    scanner.skipWhiteSpace()
    guard scanner.current == UInt8(ascii: "{") else { throw scanner.unexpectedValue(expected) }
    let start = scanner.offset
    guard let name = try scanner.typeAhead() else {
      throw .missingMember(at: scanner.position(at: start), feature: feature, name: "type")
    }
    guard let type = GeometryType(rawValue: name) else {
      throw .unknownType(at: scanner.position(at: start), feature: feature ?? 0, type: name)
    }
    let content = type == .geometryCollection ? "geometries" : "coordinates"
    var result: Geometry?
    var hasContent = false
    var names = MemberNames()
    var isFirst = true
    try scanner.enterObject()
    while let name = try scanner.nextMember(isFirst: &isFirst) {
      if names.earlierPlace(of: name) != nil { scanner.repeatedNames.append(name) }
      switch name {
      case content:
        result = try coordinates(of: type)
        hasContent = true
      case "crs": try readCRS()
      default: try scanner.skipValue()
      }
    }
    guard hasContent else {
      throw .missingMember(at: scanner.position(at: start), feature: feature, name: content)
    }
    return result
  }

  private mutating func coordinates(of type: GeometryType) throws(GeoJSONError) -> Geometry? {
    var ring = 0
    switch type {
    case .point: return try point()
    case .multiPoint: return .multiPoint(try positions())
    case .lineString: return .lineString(try line(&ring))
    case .multiLineString:
      var lines: [[Position]] = []
      try eachElement { reader throws(GeoJSONError) in lines.append(try reader.line(&ring)) }
      return .multiLineString(lines)
    case .polygon: return .polygon(try polygon(&ring))
    case .multiPolygon:
      var polygons: [[[Position]]] = []
      try eachElement { reader throws(GeoJSONError) in
        polygons.append(try reader.polygon(&ring))
      }
      return .multiPolygon(polygons)
    case .geometryCollection:
      var geometries: [Geometry] = []
      var isFirst = true
      try scanner.enterArray()
      while try scanner.nextElement(isFirst: &isFirst) {
        if let member = try geometry() { geometries.append(member) }
      }
      return .geometryCollection(geometries)
    }
  }

  private mutating func polygon(_ ring: inout Int) throws(GeoJSONError) -> [[Position]] {
    var rings: [[Position]] = []
    try eachElement { reader throws(GeoJSONError) in rings.append(try reader.ring(&ring)) }
    return rings
  }

  private mutating func ring(_ number: inout Int) throws(GeoJSONError) -> [Position] {
    let start = scanner.offset
    let ring = try positions()
    let feature = feature ?? 0
    guard ring.count >= 4 else {
      throw .tooFewPositions(
        at: scanner.position(at: start), feature: feature, ring: number, count: ring.count)
    }
    guard ring.first == ring.last else {
      throw .unclosedRing(at: scanner.position(at: start), feature: feature, ring: number)
    }
    number += 1
    return ring
  }

  /// A line of at least two positions, or none.
  private mutating func line(_ number: inout Int) throws(GeoJSONError) -> [Position] {
    let start = scanner.offset
    let line = try positions()
    guard line.count != 1 else {
      throw .tooFewPositions(
        at: scanner.position(at: start), feature: feature ?? 0, ring: number, count: 1)
    }
    number += 1
    return line
  }
}

// MARK: - Positions

extension DocumentReader {
  private mutating func point() throws(GeoJSONError) -> Geometry? {
    try enterCoordinates()
    scanner.skipWhiteSpace()
    var isFirst = true
    if scanner.current == UInt8(ascii: "]"), try !scanner.nextElement(isFirst: &isFirst) {
      return nil
    }
    return .point(try ordinates())
  }

  private mutating func positions() throws(GeoJSONError) -> [Position] {
    buffer.removeAll()
    var isFirst = true
    try enterCoordinates()
    let canNest = scanner.depth < scanner.limits.depth
    while try scanner.nextElement(isFirst: &isFirst) {
      if canNest, passPlainPositions() { continue }
      try enterCoordinates()
      buffer.append(try ordinates())
    }
    return buffer.positions
  }

  /// Whether positions of plain form were under the cursor, and have been read.
  private mutating func passPlainPositions() -> Bool {
    let bytes = scanner.bytes
    var offset = scanner.offset
    let passed = buffer.appendPlain(
      in: bytes.span, at: &offset, limit: scanner.limits.vertices - vertices)
    scanner.offset = offset
    vertices += passed
    return passed > 0
  }

  /// The rest of a position whose bracket has been entered, up to and with the closing bracket.
  private mutating func ordinates() throws(GeoJSONError) -> Position {
    var isFirst = true
    let start = scanner.offset
    guard try scanner.nextElement(isFirst: &isFirst) else { throw wrongShape(at: start) }
    let x = try ordinate()
    guard try scanner.nextElement(isFirst: &isFirst) else { throw wrongShape(at: start) }
    let y = try ordinate()
    if try scanner.nextElement(isFirst: &isFirst) {
      droppedOrdinates += 1
      repeat { _ = try ordinate() } while try scanner.nextElement(isFirst: &isFirst)
    }
    vertices += 1
    guard vertices <= scanner.limits.vertices else {
      throw .limitExceeded(
        at: scanner.position(at: start), kind: .vertices, value: scanner.limits.vertices)
    }
    return Position(x: x, y: y)
  }

  private mutating func ordinate() throws(GeoJSONError) -> Double {
    switch scanner.current {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try scanner.number().value
    default: throw shapeOrSyntax(.value)
    }
  }

  private mutating func enterCoordinates() throws(GeoJSONError) {
    scanner.skipWhiteSpace()
    guard scanner.current == UInt8(ascii: "[") else { throw shapeOrSyntax(.array) }
    try scanner.enterArray()
  }

  private mutating func eachElement(
    _ body: (inout DocumentReader) throws(GeoJSONError) -> Void
  ) throws(GeoJSONError) {
    var isFirst = true
    try enterCoordinates()
    while try scanner.nextElement(isFirst: &isFirst) { try body(&self) }
  }

  /// The error for a value of the wrong kind among coordinates: a matter of shape if it is a value
  /// at all.
  private mutating func shapeOrSyntax(_ expected: GeoJSONError.Expected) -> GeoJSONError {
    let start = scanner.offset
    do throws(GeoJSONError) {
      if scanner.current == UInt8(ascii: "[") || scanner.current == UInt8(ascii: "{") {
        return wrongShape(at: start)
      }
      try scanner.skipValue()
      return wrongShape(at: start)
    } catch {
      return error
    }
  }

  private func wrongShape(at offset: Int) -> GeoJSONError {
    .wrongCoordinateShape(at: scanner.position(at: offset), feature: feature ?? 0)
  }
}
