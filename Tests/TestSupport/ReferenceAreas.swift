import Foundation
public import SimpleFeatures

/// The areas of a reference case: polygons in metres, with properties.
///
/// Read without the package's own reader, so that tests of the foundations need no module above
/// them.
public struct ReferenceAreas: Sendable {
  /// One area.
  public struct Area: Sendable {
    /// Its shape.
    public let shape: MultiPolygon
    private let texts: [String: String]
    private let numbers: [String: Double]

    fileprivate init(_ feature: Document.Feature) throws {
      let rings = try feature.geometry.coordinates.map { ring in
        try LinearRing(ring.map { Coordinate(x: $0[0], y: $0[1]) })
      }
      shape = MultiPolygon([Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))])
      texts = feature.properties.compactMapValues(\.text)
      numbers = feature.properties.compactMapValues(\.number)
    }

    /// A property that is a text.
    public func text(_ property: String) throws -> String {
      guard let text = texts[property] else { throw PlainTableError.noColumn(property) }
      return text
    }

    /// A property that is a number.
    public func number(_ property: String) throws -> Double {
      guard let number = numbers[property] else { throw PlainTableError.noColumn(property) }
      return number
    }
  }

  /// In the order of the file.
  public let areas: [Area]

  /// Reads the polygons of a GeoJSON file.
  public init(path: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let document = try JSONDecoder().decode(Document.self, from: bytes)
    areas = try document.features.map(Area.init)
  }

  /// Their shapes.
  public var shapes: [MultiPolygon] { areas.map(\.shape) }
}

private struct Document: Decodable {
  struct Feature: Decodable {
    let properties: [String: Value]
    let geometry: Polygon
  }

  struct Polygon: Decodable {
    let coordinates: [[[Double]]]
  }

  struct Value: Decodable {
    let text: String?
    let number: Double?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text = try? container.decode(String.self)
      number = try? container.decode(Double.self)
    }
  }

  let features: [Feature]
}
