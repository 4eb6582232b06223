internal import GeoJSON
internal import MapLayers

/// Features as GeoJSON, one after the other, each of which can be cut out.
///
/// They differ from those of a file in one thing: a number of a column with decimals always shows
/// one, `0.0` for 0. Clients guess a column's type from the first features they see, and one that
/// met only `0` and `1` there would take the column for whole numbers and cut 0.7 down to 0.
struct EncodedFeatures: Sendable {
  /// The features with a comma and a line feed between them.
  private var bytes: [UInt8] = []
  /// Where each feature ends.
  private var ends: [Int] = []

  private static let separator: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\n")]

  /// Encodes features.
  ///
  /// - Complexity: O(*n*) in the number of values and positions.
  init(_ features: [LayerFeature], columns: [Column]) {
    let writer = JSONWriter(layout: .compact)
    let names = columns.map { writer.write(.string($0.name)) + [UInt8(ascii: ":")] }
    for feature in features {
      if !ends.isEmpty { bytes += Self.separator }
      bytes += "{\"type\":\"Feature\",\"id\":".utf8
      bytes += writer.write(.string(feature.id))
      bytes += ",\"properties\":{".utf8
      for (index, value) in feature.values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += names[index]
        append(value, in: columns[index], writer)
      }
      bytes += "},".utf8
      bytes += Self.geometryMember(feature.geometry)
      bytes.append(UInt8(ascii: "}"))
      ends.append(bytes.count)
    }
  }

  private mutating func append(_ value: PropertyValue, in column: Column, _ writer: JSONWriter) {
    switch value {
    case .null: bytes += "null".utf8
    case .text(let text): bytes += writer.write(.string(text))
    case .integer, .decimal, .number:
      let digits = value.plainText
      bytes += digits.utf8
      guard case .decimal = column.kind,
        !digits.utf8.contains(UInt8(ascii: ".")), !digits.utf8.contains(UInt8(ascii: "e"))
      else { return }
      bytes += ".0".utf8
    }
  }

  /// `"geometry":` and the geometry, as the encoder of whole features writes it.
  private static func geometryMember(_ geometry: Geometry?) -> ArraySlice<UInt8> {
    var encoder = GeoJSONFeatureEncoder()
    encoder.append(id: "", geometry: geometry, properties: [])
    return encoder.bytes.dropFirst(bytesBeforeGeometry).dropLast()
  }

  private static let bytesBeforeGeometry: Int = {
    var encoder = GeoJSONFeatureEncoder()
    encoder.append(id: "", geometry: nil, properties: [])
    return encoder.bytes.count - "\"geometry\":null}".utf8.count
  }()

  /// The GeoJSON of one feature.
  subscript(position: Int) -> ArraySlice<UInt8> {
    bytes[start(of: position)..<ends[position]]
  }

  /// The GeoJSON of features, with a comma and a line feed between them.
  subscript(page: PublishedLayer.Page) -> [UInt8] {
    switch page {
    case .run(let positions):
      guard let last = positions.last else { return [] }
      return Array(bytes[start(of: positions.lowerBound)..<ends[last]])
    case .chosen(let positions):
      var chosen: [UInt8] = []
      for position in positions {
        if !chosen.isEmpty { chosen += Self.separator }
        chosen += self[position]
      }
      return chosen
    }
  }

  private func start(of position: Int) -> Int {
    position == 0 ? 0 : ends[position - 1] + Self.separator.count
  }
}
