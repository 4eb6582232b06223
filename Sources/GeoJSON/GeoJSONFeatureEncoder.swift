/// Encodes features one after the other, and keeps the bounds of what it wrote.
///
/// A run of features may be cut into chunks, each encoded by its own encoder in its own task;
/// ``GeoJSONWriter/append(_:)`` joins them, in the order given, into the same bytes as one encoder
/// would have made.
public struct GeoJSONFeatureEncoder: Sendable {
  /// The decimals of every ordinate.
  public let decimals: Int
  /// The features so far, one a line, with a comma and a line feed between them.
  public private(set) var bytes: [UInt8] = []
  /// The number of features so far.
  public private(set) var count = 0
  /// The bounds of all positions so far.
  private(set) var bounds: Bounds?

  /// Makes an encoder without features.
  ///
  /// - Parameter decimals: Of every ordinate, 0 to 15; 7 is about a centimetre in degrees.
  public init(decimals: Int = 7) {
    precondition((0...15).contains(decimals), "decimals must be 0 to 15")
    self.decimals = decimals
  }

  /// Encodes one feature.
  ///
  /// Positions are written as given, rounded to the decimals; make a ``RoundedGeometry`` first, so
  /// that rings which the rounding collapses are dropped and all are wound as RFC 7946 asks.
  ///
  /// - Parameters:
  ///   - id: Unique in the document and stable from run to run.
  ///   - geometry: `nil` for a feature that has not been located.
  ///   - properties: In the order they are to be written.
  /// - Precondition: Ordinates and decimals are finite; no property occurs twice.
  public mutating func append(
    id: String, geometry: Geometry?, properties: [(String, PropertyValue)]
  ) {
    assert(
      Set(properties.map(\.0)).count == properties.count, "two properties have the same name")
    separate()
    count += 1
    write(#"{"type":"Feature","id":"#)
    JSONText.append(id, to: &bytes)
    write(#","properties":{"#)
    for (index, property) in properties.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(property.0, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(property.1)
    }
    write(#"},"geometry":"#)
    if let geometry { append(geometry) } else { write("null") }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends the features of another encoder.
  ///
  /// - Precondition: Both write the same decimals.
  public mutating func append(_ chunk: GeoJSONFeatureEncoder) {
    precondition(chunk.decimals == decimals, "chunks differ in their decimals")
    guard chunk.count > 0 else { return }
    separate()
    count += chunk.count
    bytes += chunk.bytes
    if let other = chunk.bounds { bounds = bounds?.union(other) ?? other }
  }

  private mutating func separate() {
    if count > 0 { write(",\n") }
  }

  private mutating func write(_ text: StaticString) {
    bytes += text.description.utf8
  }

  private mutating func append(_ value: PropertyValue) {
    switch value {
    case .text(let text): JSONText.append(text, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): bytes += PlainNumber.text(number + 0, keepingFraction: false).utf8
    case .decimal(let number, let places):
      FixedDecimal(number, places: places).append(to: &bytes)
    case .null: write("null")
    }
  }
}

// MARK: - Geometry

extension GeoJSONFeatureEncoder {
  private mutating func append(_ geometry: Geometry) {
    write(#"{"type":""#)
    bytes += geometry.typeName.utf8
    if case .geometryCollection(let members) = geometry {
      write(#"","geometries":"#)
      appendList(members) { $0.append($1) }
    } else {
      write(#"","coordinates":"#)
      appendCoordinates(geometry)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func appendCoordinates(_ geometry: Geometry) {
    switch geometry {
    case .point(let position): append(position)
    case .multiPoint(let positions), .lineString(let positions): append(positions)
    case .multiLineString(let lines), .polygon(let lines):
      appendList(lines) { $0.append($1) }
    case .multiPolygon(let polygons):
      appendList(polygons) { $0.appendList($1) { $0.append($1) } }
    case .geometryCollection: break
    }
  }

  private mutating func appendList<Element>(
    _ elements: [Element], _ appendElement: (inout GeoJSONFeatureEncoder, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendElement(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ positions: [Position]) {
    appendList(positions) { $0.append($1) }
  }

  private mutating func append(_ position: Position) {
    bytes.append(UInt8(ascii: "["))
    FixedDecimal(position.x, places: decimals).append(to: &bytes)
    bytes.append(UInt8(ascii: ","))
    FixedDecimal(position.y, places: decimals).append(to: &bytes)
    bytes.append(UInt8(ascii: "]"))
    let place = Bounds(position)
    bounds = bounds?.union(place) ?? place
  }
}
