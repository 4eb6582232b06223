public import GeoJSON
public import GeometryEngine
public import SimpleFeatures

/// A boundary file as read: shapes in the file's own reference system.
public struct AreaFile: Sendable {
  /// Which properties hold what; those left out are found by their names.
  public struct Columns: Sendable {
    /// The property with the area's code.
    public var code: String?
    /// The property with its name.
    public var name: String?
    /// The property with the code of the area of the next level up, if there is one.
    public var parent: String?

    /// A mapping from property names.
    public init(code: String? = nil, name: String? = nil, parent: String? = nil) {
      self.code = code
      self.name = name
      self.parent = parent
    }
  }

  /// The file's name, for messages.
  public let file: String
  /// The layer of a GeoPackage; empty otherwise.
  public let layer: String
  /// The features.
  public let collection: FeatureCollection
  /// The reference system of the coordinates: as declared, else the one that the file names, else
  /// WGS 84 as RFC 7946 says.
  public let system: ReferenceSystem
  /// The smallest rectangle around all shapes, in ``system``.
  public let bounds: BoundingBox
  /// What was noticed while reading.
  public let findings: [Finding]

  /// Reads a file of features: GeoJSON in any of its forms, a GeoPackage or a Shapefile.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - layer: The layer of a GeoPackage; its first with shapes if not given.
  ///   - declared: The reference system that the study states; `nil` to go by the file.
  /// - Throws: ``IntakeError``.
  public init(
    _ input: InputFile, layer: String? = nil, declared: ReferenceSystem? = nil
  ) throws(IntakeError) {
    let features = try FeatureFile(input, layer: layer)
    file = input.name
    self.layer = features.layer
    collection = features.collection
    guard !collection.features.isEmpty else { throw .empty(file: file) }
    (system, findings) = try Self.system(of: features, declared: declared, file: file)
    let ordinates = Ordinates(of: system, in: file)
    var bounds = BoundingBox.empty
    for (number, feature) in collection.features.enumerated() {
      try feature.geometry?.forEachLine { positions throws(IntakeError) in
        bounds.formUnion(try ordinates.bounds(of: positions, at: "feature \(number)"))
      }
    }
    try ordinates.require(extent: bounds)
    self.bounds = bounds
  }

  /// The reference system, and what is to be said of it and of the file.
  private static func system(
    of features: FeatureFile, declared: ReferenceSystem?, file: String
  ) throws(IntakeError) -> (ReferenceSystem, [Finding]) {
    guard declared == nil, let named = features.collection.crs else {
      return (declared ?? .wgs84, features.findings)
    }
    let system: ReferenceSystem
    do {
      system = try ReferenceSystem(named)
    } catch {
      throw .referenceSystem(file: file, reason: "\(error)")
    }
    guard features.isGeoJSON, system != .wgs84 else { return (system, features.findings) }
    let old = Finding(
      "W108", file: file, count: 1,
      message: "\(file) names its reference system, \(system), in a \"crs\" member, which "
        + "RFC 7946 no longer knows; it was honoured.",
      suggestion: "Other programs may ignore it: export as WGS 84, or state crs in the study.")
    return (system, features.findings + [old])
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

  /// The names of all properties, in the order in which they first occur.
  public var propertyNames: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    var previous: [JSONValue.Member] = []
    for feature in collection.features {
      let members = feature.properties.members
      // Most features have the members of the one before.
      guard !members.elementsEqual(previous, by: { $0.name == $1.name }) else { continue }
      names += members.lazy.map(\.name).filter { seen.insert($0).inserted }
      previous = members
    }
    return names
  }
}

extension Geometry {
  /// Calls `body` with the positions of every point, line and ring.
  func forEachLine(
    _ body: ([Position]) throws(IntakeError) -> Void
  ) throws(IntakeError) {
    switch self {
    case .point(let position): try body([position])
    case .multiPoint(let positions), .lineString(let positions): try body(positions)
    case .multiLineString(let lines), .polygon(let lines):
      for line in lines { try body(line) }
    case .multiPolygon(let polygons):
      for ring in polygons.joined() { try body(ring) }
    case .geometryCollection(let members):
      for member in members { try member.forEachLine(body) }
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
