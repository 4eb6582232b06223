/// Encodes features one after the other, and keeps the bounds of what it wrote.
///
/// A run of features may be cut into chunks, each encoded by its own encoder in its own task;
/// ``GeoJSONWriter/append(_:)`` joins them, in the order given, into the same bytes as one encoder
/// would have made. Or the bytes are taken away now and then with ``flush(to:)``, so that a layer of
/// any length needs no more memory than its largest feature.
public struct GeoJSONFeatureEncoder: Sendable {
  /// What stands between two features.
  public enum Separator: Hashable, Sendable {
    /// A comma and a line feed, as in an array.
    case array
    /// A line feed, as in newline-delimited GeoJSON.
    case line
  }

  /// The decimals of every ordinate.
  public let decimals: Int
  /// What stands between two features.
  public let separator: Separator
  /// The number of features so far.
  public private(set) var count = 0
  /// The bounds of all positions so far.
  public internal(set) var bounds = GeoJSONBounds()
  /// Whether the bounds are kept, which is for nothing where they are known beforehand.
  var tracksBounds = true
  let places: DecimalPlaces
  var output = OutputBytes()

  /// Makes an encoder without features.
  ///
  /// - Parameters:
  ///   - decimals: Of every ordinate, 0 to 15; 7 is about a centimetre in degrees.
  ///   - separator: What stands between two features.
  public init(decimals: Int = 7, separator: Separator = .array) {
    precondition((0...15).contains(decimals), "decimals must be 0 to 15")
    self.decimals = decimals
    self.separator = separator
    places = DecimalPlaces.all[decimals]
  }

  /// The features since the last flush, one a line.
  ///
  /// - Complexity: O(*n*) in their bytes.
  public var bytes: [UInt8] { output.bytes }

  /// The number of bytes since the last flush.
  public var byteCount: Int { output.count }

  /// The bytes that are gathered before they are handed over: enough for a call of the system to
  /// cost little, few enough to be still in the processor's cache by then.
  public static let pieceBytes = 1 << 19

  /// Hands over the bytes so far, and forgets them, once there are enough of them.
  ///
  /// All bytes handed over, one after the other, are the same whenever this is called.
  ///
  /// - Parameters:
  ///   - bytes: How many are enough; 0 hands over what there is.
  ///   - sink: Takes the bytes.
  /// - Throws: What the sink throws; nothing is forgotten then.
  public mutating func flush<Failure: Error>(
    atLeast bytes: Int = pieceBytes, to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    guard output.count >= max(bytes, 1) else { return }
    try output.withSpan(sink)
    output.removeAll()
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
    append(
      id: id, geometry: geometry, names: PropertyNames(properties.map(\.0)),
      values: properties.map(\.1))
  }

  /// Encodes one feature of a layer.
  ///
  /// The same as ``append(id:geometry:properties:)``, without encoding the names again.
  ///
  /// - Parameters:
  ///   - id: Unique in the document and stable from run to run.
  ///   - geometry: `nil` for a feature that has not been located.
  ///   - names: The names of the properties.
  ///   - values: Their values, one a name.
  /// - Precondition: Ordinates and decimals are finite; there are as many values as names.
  public mutating func append(
    id: String, geometry: Geometry?, names: PropertyNames, values: [PropertyValue]
  ) {
    precondition(values.count == names.names.count, "one value a property")
    appendHead(id: id, names, values)
    if let geometry { append(geometry) } else { output.append("null") }
    output.append(UInt8(ascii: "}"))
  }

  /// Appends the features of another encoder.
  ///
  /// - Precondition: Both write the same decimals and separators.
  public mutating func append(_ chunk: GeoJSONFeatureEncoder) {
    precondition(chunk.decimals == decimals, "chunks differ in their decimals")
    precondition(chunk.separator == separator, "chunks differ in their separators")
    guard chunk.count > 0 else { return }
    if count > 0 { output.append(separator == .array ? ",\n" : "\n") }
    count += chunk.count
    chunk.output.withSpan { output.append(contentsOf: $0) }
    bounds.include(chunk.bounds)
  }
}

// MARK: - Properties

extension GeoJSONFeatureEncoder {
  private static let head = Phrase(#"{"type":"Feature","id":"#)
  private static let noProperties = Phrase(#","properties":{"#)
  private static let geometryMember = Phrase(#"},"geometry":"#)

  /// Writes everything up to the geometry.
  private mutating func appendHead(
    id: String, _ names: PropertyNames, _ values: [PropertyValue]
  ) {
    let isFirst = count == 0
    count += 1
    let quads = DecimalDigits.quads
    let places = DecimalPlaces.all
    // What everything but the texts may need.
    let rest = names.room + values.count * PlainNumber.room + 64
    output.append(room: 2 * rest + 256) { [separator] output, start in
      var end = start
      if !isFirst {
        if separator == .array {
          output.storeBytes(of: UInt8(ascii: ","), toByteOffset: end, as: UInt8.self)
          end += 1
        }
        output.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: end, as: UInt8.self)
        end += 1
      }
      end = Self.head.write(into: &output, at: end)
      guard let afterID = JSONText.write(id, into: &output, at: end, leaving: rest) else {
        return nil
      }
      end = afterID
      let quads = quads.span
      let places = places.span
      let phrases = names.phrases.span
      let values = values.span
      for index in values.indices {
        end = phrases[index].write(into: &output, at: end)
        switch values[index] {
        case .text(let text):
          guard let after = JSONText.write(text, into: &output, at: end, leaving: rest) else {
            return nil
          }
          end = after
        case .integer(let number):
          end = DecimalDigits.write(number, quads, into: &output, at: end)
        case .decimal(let number, let count):
          end = FixedDecimal.write(number, places[count], quads, into: &output, at: end)
        case .number(let number):
          // Adding 0 makes −0 plain 0.
          end = PlainNumber.write(
            number + 0, keepingFraction: false, quads, into: &output, at: end)
        case .null:
          output.storeBytes(
            of: UInt32(0x6C6C_756E).littleEndian, toByteOffset: end, as: UInt32.self)
          end &+= 4
        }
      }
      if values.isEmpty { end = Self.noProperties.write(into: &output, at: end) }
      return Self.geometryMember.write(into: &output, at: end)
    }
  }
}
