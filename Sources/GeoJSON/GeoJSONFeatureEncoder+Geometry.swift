extension GeoJSONFeatureEncoder {
  /// The positions for which room is made at a time.
  private static let run = 256
  /// The bytes that a position may need: two ordinates, brackets and commas.
  private static let positionRoom = 2 * FixedDecimal.room + 4

  private static let point = Phrase(#"{"type":"Point","coordinates":["#)
  private static let multiPolygon = Phrase(#"{"type":"MultiPolygon","coordinates":"#)

  /// Writes a geometry as an object.
  mutating func append(_ geometry: Geometry) {
    if case .point(let position) = geometry {
      appendPoint(position)
      return
    }
    switch geometry {
    case .point: break
    case .multiPolygon(let polygons):
      output.append(Self.multiPolygon)
      appendList(polygons) { $0.appendList($1) { $0.append($1) } }
    case .geometryCollection(let members):
      output.append(#"{"type":"GeometryCollection","geometries":"#)
      appendList(members) { $0.append($1) }
    case .multiPoint(let positions), .lineString(let positions):
      output.append(Phrase(#"{"type":"\#(geometry.typeName)","coordinates":"#))
      append(positions)
    case .multiLineString(let lines), .polygon(let lines):
      output.append(Phrase(#"{"type":"\#(geometry.typeName)","coordinates":"#))
      appendList(lines) { $0.append($1) }
    }
    output.append(UInt8(ascii: "}"))
  }

  private mutating func appendList<Element>(
    _ elements: [Element], _ appendElement: (inout GeoJSONFeatureEncoder, Element) -> Void
  ) {
    output.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      appendElement(&self, element)
    }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func appendPoint(_ position: Position) {
    let quads = DecimalDigits.quads
    output.append(room: Self.point.count + Self.positionRoom) { [places] output, start in
      var end = Self.point.write(into: &output, at: start)
      end = Self.write(position, places, quads.span, into: &output, at: end)
      output.storeBytes(of: UInt16(0x7D5D).littleEndian, toByteOffset: end, as: UInt16.self)
      return end &+ 2
    }
    if tracksBounds { bounds.include(position) }
  }

  private mutating func append(_ positions: [Position]) {
    output.append(positions.isEmpty ? "[" : "[[")
    for start in stride(from: 0, to: positions.count, by: Self.run) {
      append(positions.span.extracting(start..<min(start + Self.run, positions.count)))
    }
    // What stands there for a further position gives way to the end of the list.
    if !positions.isEmpty { output.removeLast(2) }
    output.append("]")
    if tracksBounds { bounds.include(positions) }
  }

  /// Writes `x,y],[` for each position.
  private mutating func append(_ positions: Span<Position>) {
    let quads = DecimalDigits.quads
    output.append(room: positions.count * Self.positionRoom) { [places] output, start in
      let quads = quads.span
      var end = start
      for index in positions.indices {
        end = Self.write(positions[index], places, quads, into: &output, at: end)
        output.storeBytes(
          of: UInt32(0x5B2C5D).littleEndian, toByteOffset: end, as: UInt32.self)
        end &+= 3
      }
      return end
    }
  }

  /// Writes `x,y`.
  @inline(__always)
  private static func write(
    _ position: Position, _ places: DecimalPlaces, _ quads: Span<UInt32>,
    into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    let x = FixedDecimal.write(position.x, places, quads, into: &output, at: start)
    output.storeBytes(of: UInt8(ascii: ","), toByteOffset: x, as: UInt8.self)
    return FixedDecimal.write(position.y, places, quads, into: &output, at: x &+ 1)
  }
}
