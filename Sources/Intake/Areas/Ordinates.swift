internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

/// Checks that the coordinates of a file can be what its reference system says they are.
struct Ordinates {
  private let file: String
  private let system: ReferenceSystem
  private let isGeographic: Bool

  /// No position on the Earth is farther from an origin: two and a half times its circumference.
  private static let farthestMetres = 1e8

  init(of system: ReferenceSystem, in file: String) {
    self.file = file
    self.system = system
    isGeographic = (try? system.isGeographic()) ?? false
  }

  /// Refuses a position that cannot be; `place` says where in the file it stands.
  func require(
    x: Double, y: Double, at place: @autoclosure () -> String
  ) throws(IntakeError) {
    let isPlausible =
      isGeographic
      ? LonLat(longitude: x, latitude: y).isOnEarth
      : abs(x) <= Self.farthestMetres && abs(y) <= Self.farthestMetres
    guard !isPlausible else { return }
    throw .wrongReferenceSystem(
      file: file, where: place(), x: x, y: y,
      expected: isGeographic ? "longitude and latitude" : "eastings and northings of \(system)")
  }

  /// The rectangle around positions, each of which is required to be possible.
  func bounds(
    of positions: [Position], at place: @autoclosure () -> String
  ) throws(IntakeError) -> BoundingBox {
    var bounds = BoundingBox.empty
    for position in positions {
      try require(x: position.x, y: position.y, at: place())
      bounds.formUnion(Coordinate(x: position.x, y: position.y))
    }
    return bounds
  }

  /// A metric file never fits within ±180 m, and a map cannot go round the Earth.
  func require(extent: BoundingBox) throws(IntakeError) {
    guard !extent.isEmpty else { return }
    if isGeographic, extent.maxX - extent.minX > 180 {
      throw .referenceSystem(
        file: file,
        reason: "the shapes reach across the 180° meridian or round the Earth, which cannot be "
          + "mapped yet.")
    }
    if !isGeographic, max(abs(extent.minX), abs(extent.maxX)) <= 180,
      max(abs(extent.minY), abs(extent.maxY)) <= 90
    {
      throw .wrongReferenceSystem(
        file: file, where: "(all features)", x: extent.minX, y: extent.minY,
        expected: "metres of \(system), they look like degrees")
    }
  }
}
