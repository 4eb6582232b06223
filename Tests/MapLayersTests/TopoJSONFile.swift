import GeoJSON
import Testing

/// A TopoJSON file, decoded as its specification says and by no code of the module.
///
/// - SeeAlso: M. Bostock, C. Metcalf, *The TopoJSON Format Specification*, 2013, sections 2.1.2
///   to 2.1.4.
struct TopoJSONFile {
  let root: JSONValue
  /// The arcs in degrees.
  let arcs: [[Position]]
  /// The geometry objects of the only collection.
  let objects: [JSONValue]

  private let scale: Position
  private let translate: Position

  init(_ bytes: [UInt8]) throws {
    root = try JSONReader().read(bytes)
    #expect(root["type"] == .string("Topology"))
    let scale = try Self.position(
      root["transform"]?["scale"] ?? .array([.integer(1), .integer(1)]))
    let translate = try Self.position(
      root["transform"]?["translate"] ?? .array([.integer(0), .integer(0)]))
    self.scale = scale
    self.translate = translate
    arcs = try Self.elements(root["arcs"]).map { arc in
      var (x, y) = (0.0, 0.0)
      return try Self.elements(arc).map { delta in
        let delta = try Self.position(delta)
        (x, y) = (x + delta.x, y + delta.y)
        return Position(x: x * scale.x + translate.x, y: y * scale.y + translate.y)
      }
    }
    guard case .object(let named) = root["objects"] else { throw Malformed() }
    #expect(named.count == 1)
    #expect(named[0].value["type"] == .string("GeometryCollection"))
    objects = try Self.elements(named[0].value["geometries"])
  }

  /// The geometry of an object; `nil` for a null one.
  func geometry(_ index: Int) throws -> Geometry? {
    let object = objects[index]
    switch object["type"] {
    case .null: return nil
    case .string("Point"):
      let cell = try Self.position(object["coordinates"] ?? .null)
      return .point(
        Position(x: cell.x * scale.x + translate.x, y: cell.y * scale.y + translate.y))
    case .string("Polygon"):
      return .polygon(try Self.elements(object["arcs"]).map(ring))
    case .string("MultiPolygon"):
      return .multiPolygon(
        try Self.elements(object["arcs"]).map { try Self.elements($0).map(ring) })
    default: throw Malformed()
    }
  }

  /// A ring: of each arc but the first its first position is the last one of the arc before.
  private func ring(_ references: JSONValue) throws -> [Position] {
    var positions: [Position] = []
    for reference in try Self.elements(references) {
      guard case .integer(let number) = reference else { throw Malformed() }
      let arc = number < 0 ? Array(arcs[~number].reversed()) : arcs[number]
      if let last = positions.popLast() { #expect(last == arc.first) }
      positions += arc
    }
    #expect(positions.first == positions.last)
    return positions
  }

  private static func elements(_ value: JSONValue?) throws -> [JSONValue] {
    guard case .array(let elements) = value else { throw Malformed() }
    return elements
  }

  private static func position(_ value: JSONValue) throws -> Position {
    let numbers = try elements(value).compactMap(\.double)
    guard numbers.count == 2 else { throw Malformed() }
    return Position(x: numbers[0], y: numbers[1])
  }

  struct Malformed: Error {}
}
