public import SimpleFeatures

/// A coordinate reference system, named by its code in a public register.
///
/// Coordinates are always taken longitude or easting first, whatever order the register gives:
/// that is what GeoJSON (RFC 7946, 3.1.1) and every mapping program write.
public struct ReferenceSystem: Hashable, Sendable {
  /// Who keeps the register, in capitals: "EPSG".
  let authority: String
  /// The entry in the register: "27700".
  let number: String

  init(authority: String, number: String) {
    self.authority = authority
    self.number = number
  }

  /// The code, like "EPSG:27700".
  public var code: String { "\(authority):\(number)" }

  /// The reference system that a text names, in any of the spellings found in files.
  ///
  /// Accepted are `EPSG:27700`, `epsg:27700`, `27700`, `WGS84`, `OGC:CRS84`,
  /// `urn:ogc:def:crs:EPSG::27700`, `urn:ogc:def:crs:OGC:1.3:CRS84` and
  /// `http://www.opengis.net/def/crs/EPSG/0/27700`; other authorities likewise. CRS84 is WGS 84
  /// with longitude first, and so equals ``wgs84`` here.
  ///
  /// Also accepted is a definition: well-known text, as in the `.prj` file of a shapefile, or
  /// PROJJSON. It becomes the entry of the EPSG register, or else of Esri's, with the same
  /// parameters, whatever its own name and code; so the well-known text of the National Grid
  /// equals ``britishNationalGrid``. The order of its axes does not count.
  ///
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)`` with the text, or with the name
  ///   in a definition, when it is spelt otherwise or PROJ has no such reference system.
  /// - Complexity: One look-up in PROJ's database, about a millisecond; for a definition a search,
  ///   some tens of milliseconds.
  /// - SeeAlso: OGC 18-010r11, *Well-known text representation of coordinate reference systems*,
  ///   2023.
  public init(_ text: String) throws(GeometryEngineError) {
    if Self.isDefinition(text) {
      try self.init(definition: text)
      return
    }
    guard let system = Self(spelling: text) else { throw .unknownReferenceSystem(text) }
    guard !system.isWellKnown else {
      self = system
      return
    }
    do {
      _ = try PROJObject(system, in: PROJContext())
    } catch .unknownReferenceSystem {
      throw .unknownReferenceSystem(text)
    }
    self = system
  }

  /// WGS 84, in degrees, longitude first.
  public static let wgs84 = ReferenceSystem(authority: "EPSG", number: "4326")

  /// The National Grid of Great Britain, in metres.
  public static let britishNationalGrid = ReferenceSystem(authority: "EPSG", number: "27700")

  /// Whether nothing about it has to be looked up: nearly every file is in one of these two, and
  /// each look-up would take longer than reading a small map.
  var isWellKnown: Bool { self == .wgs84 || self == .britishNationalGrid }

  /// The UTM zone on WGS 84 whose central meridian is nearest, in metres.
  ///
  /// Zones are six degrees wide, numbered eastwards from 180° W; the equator belongs to the north.
  /// The widened zones of Norway and Svalbard are left out, because they only move places farther
  /// from their meridian, where distances are less true. Towards the poles (beyond 84° N and
  /// 80° S) other systems serve better.
  ///
  /// - Precondition: The place ``LonLat/isOnEarth``.
  /// - SeeAlso: J. P. Snyder, *Map Projections – A Working Manual*, USGS Professional Paper 1395,
  ///   1987, 57–58.
  public static func utmZone(at place: LonLat) -> ReferenceSystem {
    precondition(place.isOnEarth, "a UTM zone needs a place on the Earth")
    // 180° E is the western edge of zone 1 and the eastern edge of zone 60: take the latter.
    let zone = min(60, Int((place.longitude + 180) / 6) + 1)
    return ReferenceSystem(
      authority: "EPSG", number: "\((place.latitude < 0 ? 32700 : 32600) + zone)")
  }
}

extension ReferenceSystem: CustomStringConvertible {
  /// The code, like "EPSG:27700".
  public var description: String { code }
}
