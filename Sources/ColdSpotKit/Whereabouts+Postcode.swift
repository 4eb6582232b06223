internal import GeometryEngine
internal import Postcodes
internal import SimpleFeatures

extension StudyResult {
  /// What lies at a postcode, or at the middle of its sector where the directory knows no more.
  ///
  /// Letters and digits mistaken for each other are read as the one postcode that they can be; a
  /// postcode no longer in use is where it last was.
  ///
  /// - Throws: ``StudyError/notFound(_:)`` for text that is no postcode, and for one that is not
  ///   in the directory or has no place on the ground.
  public func whereabouts(ofPostcode text: String) throws(StudyError) -> Whereabouts {
    guard let directory = loaded.postcodes else {
      throw .notFound("The study has no postcodes; name a directory under [organisations].")
    }
    let place: (position: BritishPosition, precision: LocationPrecision)
    switch directory.resolve(text) {
    case .found(let match), .terminated(let match):
      guard let position = match.entry.position else { throw Self.notFound(text) }
      place = (position, match.entry.precision == .postcode ? .postcode : .postcodeSector)
    case .sector(_, let summary?):
      guard let centre = summary.centre else { throw Self.notFound(text) }
      place = (centre, .postcodeSector)
    case .district(_, let summary?):
      guard let centre = summary.centre else { throw Self.notFound(text) }
      place = (centre, .postcodeDistrict)
    case .ambiguous(_, let readings):
      let list = readings.map(\.description).joined(separator: " or ")
      throw .notFound("\"\(text)\" may be \(list).")
    case .noGridReference(let match):
      throw .notFound("\(match.entry.postcode) has no place on the ground, like a PO box.")
    default: throw Self.notFound(text)
    }
    return try whereabouts(of: try lonLat(of: place.position), precision: place.precision)
  }

  private static func notFound(_ text: String) -> StudyError {
    .notFound(
      "\"\(text)\" is no postcode that the study's directory holds. Give --at LON,LAT instead.")
  }

  private func lonLat(of position: BritishPosition) throws(StudyError) -> LonLat {
    switch position {
    case .degrees(let place): return place
    case .nationalGrid(let place):
      do {
        return try CoordinateTransform(from: .wgs84, to: .britishNationalGrid).lonLat(of: place)
      } catch {
        throw .geometry(error)
      }
    }
  }
}
