public import GeoJSON
public import GeometryEngine
public import SimpleFeatures

/// A boundary file as read: shapes in the file's own reference system.
public struct AreaFile: Sendable {
  /// Which properties hold what.
  public struct Columns: Sendable {
    /// The property with the area's code.
    public var code: String
    /// The property with its name.
    public var name: String
    /// The property with the code of the area of the next level up, if there is one.
    public var parent: String?

    /// A mapping from property names.
    public init(code: String = "gss_code", name: String = "name", parent: String? = nil) {
      self.code = code
      self.name = name
      self.parent = parent
    }
  }

  /// The file's name, for messages.
  public let file: String
  /// The features.
  public let collection: FeatureCollection
  /// The reference system of the coordinates: as declared, else the old `crs` member's, else
  /// WGS 84 as RFC 7946 says.
  public let system: ReferenceSystem
  /// The smallest rectangle around all shapes, in ``system``.
  public let bounds: BoundingBox
  /// What was noticed while reading.
  public let findings: [Finding]

  /// Reads a GeoJSON file of polygons.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - declared: The reference system that the study states; `nil` to go by the file.
  /// - Throws: ``IntakeError``.
  public init(_ input: InputFile, declared: ReferenceSystem? = nil) throws(IntakeError) {
    let file = input.name
    do {
      collection = try GeoJSONReader().read(input.bytes)
    } catch {
      throw IntakeError(error, file: file)
    }
    var findings = collection.warnings.compactMap { warning -> Finding? in
      // What the old member means is told below.
      if case .oldCRSMember = warning { return nil }
      return Finding("W106", file: file, count: 1, message: "\(file): \(warning).")
    }
    var system = declared ?? .wgs84
    if declared == nil, let named = collection.crs {
      do {
        system = try ReferenceSystem(named)
      } catch {
        throw .referenceSystem(file: file, reason: "\(error)")
      }
      if system != .wgs84 {
        findings.append(
          Finding(
            "W108", file: file, count: 1,
            message: "\(file) names its reference system, \(system), in a \"crs\" member, which "
              + "RFC 7946 no longer knows; it was honoured.",
            suggestion: "Other programs may ignore it: export as WGS 84, or state crs in the study."
          ))
      }
    }
    self.file = file
    self.system = system
    self.findings = findings
    guard !collection.features.isEmpty else { throw .empty(file: file) }
    let ordinates = Ordinates(of: system, in: file)
    var bounds = BoundingBox.empty
    for (number, feature) in collection.features.enumerated() {
      for position in feature.geometry?.positions ?? [] {
        try ordinates.require(x: position.x, y: position.y, at: "feature \(number)")
        bounds.formUnion(Coordinate(x: position.x, y: position.y))
      }
    }
    try ordinates.require(extent: bounds)
    self.bounds = bounds
  }

  private var isGeographic: Bool { (try? system.isGeographic()) ?? false }

  /// A metric reference system that suits the file: its own if that is in metres, else the UTM
  /// zone of its middle.
  ///
  /// - Throws: ``IntakeError`` for a file without any polygon, which has no middle, and for
  ///   coordinates that have no place on the Earth.
  public func metricSystem() throws(IntakeError) -> ReferenceSystem {
    if system != .wgs84, (try? system.requireMetric()) != nil { return system }
    guard !bounds.isEmpty else {
      let found = collection.features[0].geometry.map { "a \($0.typeName)" }
      throw .notAnArea(file: file, feature: 0, found: found ?? "without a geometry")
    }
    let middle = bounds.centre
    do {
      // Feet and Web Mercator are no degrees either.
      let place =
        isGeographic
        ? LonLat(longitude: middle.x, latitude: middle.y)
        : try CoordinateTransform(from: .wgs84, to: system).lonLat(of: middle)
      guard place.isOnEarth else {
        throw GeometryEngineError.transformFailed(index: 0, x: middle.x, y: middle.y)
      }
      return .utmZone(at: place)
    } catch {
      throw .referenceSystem(file: file, reason: "\(error)")
    }
  }
}

extension Geometry {
  /// All positions, of whatever type.
  var positions: [Position] {
    switch self {
    case .point(let position): [position]
    case .multiPoint(let positions), .lineString(let positions): positions
    case .multiLineString(let parts), .polygon(let parts): parts.flatMap(\.self)
    case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap(\.self) }
    case .geometryCollection(let members): members.flatMap(\.positions)
    }
  }

  /// The rings of each polygon; empty for geometries that are not areas.
  var polygonRings: [[[Position]]] {
    switch self {
    case .polygon(let rings): [rings]
    case .multiPolygon(let polygons): polygons
    default: []
    }
  }
}
