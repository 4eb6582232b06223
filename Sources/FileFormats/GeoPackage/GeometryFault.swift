/// What is wrong with one geometry in binary form; whoever knows the row says where.
enum GeometryFault: Error, Hashable {
  case truncated
  case notGeoPackage
  case unknownByteOrder
  case unknownEnvelope(UInt8)
  case unknownType(UInt32)
  /// A type of ISO that simple features do not have.
  case curve(String)
  /// An extension of GeoPackage, which only its makers can read.
  case extended
  case tooDeep(limit: Int)
  /// A collection of one type has a member of another.
  case wrongMember
  case tooFewPositions(Int)
  case unclosedRing
  case notFinite

  /// The fault as an error of the file.
  func error(at place: String) -> FormatError {
    switch self {
    case .truncated: .truncated(what: "the geometry of \(place)", line: nil)
    case .curve(let type):
      .unsupported(
        what: "a \(type) (\(place))",
        remedy: "Turn curves into straight lines, for example with ogr2ogr -nlt CONVERT_TO_LINEAR.")
    case .extended:
      .unsupported(
        what: "a geometry of a private kind (\(place))",
        remedy: "Export the layer with standard geometries.")
    case .tooDeep(let limit):
      .limitExceeded(what: "levels of geometries (\(place))", limit: limit)
    default: .corrupt(what: words, where: place)
    }
  }

  private var words: String {
    switch self {
    case .notGeoPackage: "the geometry is not in the form of GeoPackage"
    case .unknownByteOrder: "the geometry has an unknown byte order"
    case .unknownEnvelope(let number): "the geometry has an envelope of unknown kind \(number)"
    case .unknownType(let number): "the geometry is of unknown type \(number)"
    case .wrongMember: "the geometry has a member of another type than its own"
    case .tooFewPositions(let count): "a line or ring has only \(count) positions"
    case .unclosedRing: "a ring's last position differs from its first"
    case .notFinite: "a coordinate is not a number"
    case .truncated, .curve, .extended, .tooDeep: "\(self)"
    }
  }
}
