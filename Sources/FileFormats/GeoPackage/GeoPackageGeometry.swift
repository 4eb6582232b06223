internal import GeoJSON

/// A geometry as GeoPackage stores it: a header, and well-known binary.
///
/// - SeeAlso: OGC 12-128r18, section 2.1.3.
struct GeoPackageGeometry {
  /// The geometry; `nil` for an empty Point.
  let geometry: Geometry?
  /// Positions that had more than two ordinates.
  let droppedOrdinates: Int

  init(_ bytes: [UInt8]) throws(GeometryFault) {
    guard bytes.starts(with: Array("GP".utf8)) else { throw .notGeoPackage }
    guard bytes.count >= 8 else { throw .truncated }
    guard bytes[2] == 0 else { throw .notGeoPackage }
    let flags = bytes[3]
    guard flags & 0x20 == 0 else { throw .extended }
    let envelope = flags >> 1 & 7
    // The envelope is none, or the bounds of x and y and of any of z and m.
    let envelopeSizes = [0, 32, 48, 48, 64]
    guard envelope < envelopeSizes.count else { throw .unknownEnvelope(envelope) }
    let start = 8 + envelopeSizes[Int(envelope)]
    guard start < bytes.count else { throw .truncated }
    var reader = WKBGeometry(bytes, from: start)
    geometry = try reader.read()
    droppedOrdinates = reader.droppedOrdinates
  }
}
